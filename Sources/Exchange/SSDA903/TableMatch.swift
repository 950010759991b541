// SPDX-License-Identifier: MIT
import Analysis

/// Which table of a 903 return a header line makes of a file. Names of files mean nothing.
struct TableMatch {
    let table: Table903
    /// Where each column of the table stands in the file, in the order of `Table903.columns`.
    let positions: [Int]
    /// Where a known extra column stands, by its name.
    let extras: [String: Int]
    /// Columns in the file that the table does not have.
    let surplus: [String]

    enum Outcome {
        case table(TableMatch)
        /// Nearly a table; a sentence that says what is lacking.
        case nearly(String)
        case unrelated
    }

    static func match(header names: [String]) -> Outcome {
        let names = names.map { $0.trimmed.uppercased() }
        let repeated = Dictionary(grouping: names, by: { $0 }).filter { $0.value.count > 1 && !$0.key.isEmpty }.keys
        let present = Set(names)
        let full = Table903.allCases.filter { present.isSuperset(of: $0.columns) }
        if let table = full.max(by: { $0.columns.count < $1.columns.count }) {
            if let column = repeated.sorted().first(where: table.columns.contains) {
                return .nearly("The column \(column) is there more than once, so it is not clear which is meant.")
            }
            return .table(TableMatch(table, names: names))
        }
        return nearest(to: present)
    }

    private init(_ table: Table903, names: [String]) {
        self.table = table
        positions = table.columns.map { names.firstIndex(of: $0) ?? 0 }
        extras = Dictionary(
            table.knownExtras.compactMap { extra in names.firstIndex(of: extra).map { (extra, $0) } },
            uniquingKeysWith: { first, _ in first })
        let known = Set(table.columns + table.knownExtras)
        surplus = names.filter { !known.contains($0) }
    }

    /// The table that shares most columns with the file, if that is at least half of the table's.
    private static func nearest(to present: Set<String>) -> Outcome {
        let shares = Table903.allCases.map { table in
            let shared = table.columns.count { present.contains($0) }
            return (table: table, shared: shared, share: Double(shared) / Double(table.columns.count))
        }
        let candidates = shares.filter { $0.share >= 0.5 && $0.shared >= 2 }
        guard let best = candidates.max(by: { ($0.share, $0.shared) < ($1.share, $1.shared) }) else {
            return .unrelated
        }
        let lacking = best.table.columns.filter { !present.contains($0) }
        let surplus = present.subtracting(best.table.columns).subtracting(best.table.knownExtras).sorted()
        var sentence = "This is nearest to the \(best.table.rawValue) table, but it lacks \(lacking.listed)"
        if !surplus.isEmpty { sentence += " and has \(surplus.map(\.shownName).listed) besides" }
        return .nearly(sentence + ".")
    }
}
