// SPDX-License-Identifier: MIT

@testable import Analysis

/// Somebody who has every printed table of a report, knows what each counts and how such tables are made, and wants to
/// know what is not printed. It knows nothing of how the hidden cells were chosen.
///
/// It reasons in whole numbers: sums over rows, columns and tables, children no more than episodes, a child in several
/// bands, bands of how often, halves of a period; and that what is hidden is at least one, since none is printed as 0.
struct Attacker {
    struct Sum {
        var terms: [(variable: Int, factor: Int)]
        /// The terms add up to exactly nothing, or to no less than nothing.
        let isExact: Bool
    }

    private(set) var names: [String: Int] = [:]
    /// Printed values; nil where hidden.
    private(set) var printed: [Int?] = []
    private(set) var sums: [Sum] = []
    private(set) var contradictions = 0

    init(_ report: RandomReport, _ shown: ProtectedPublication) {
        var bands: [(variable: Int, band: Int)] = []
        for (number, layout) in report.layouts.enumerated() {
            read(shown.table(number), layout, &bands)
        }
        for name in names.keys.sorted() { relate(name, report) }
        for (variable, band) in bands {
            let (least, most) = ([1, 3, 6, 9, 20][band], [2, 5, 8, 19, Int.max][band])
            atLeast([(variable, 1), (variable + 1, -least)])
            if most < Int.max { atLeast([(variable + 1, most), (variable, -1)]) }
        }
    }

    /// The hidden variables, by the names of what they count.
    var hidden: [(name: String, variable: Int)] {
        names.flatMap { name, place in [("episodes " + name, place), ("children " + name, place + 1)] }
            .filter { printed[$0.1] == nil }.sorted { $0.0 < $1.0 }
    }

    // MARK: Reading

    private mutating func read(
        _ table: ProtectedTable, _ layout: RandomReport.Layout, _ bands: inout [(variable: Int, band: Int)]
    ) {
        for (row, band) in (layout.down.bands.map { Optional($0) } + [nil]).enumerated() {
            let across = (layout.across?.bands ?? []).map { Optional($0) } + [nil]
            for (column, other) in across.enumerated() {
                let count = table.cells[row][column]
                var conditions = layout.conditions
                if layout.isRepeats {
                    let kind = other == nil ? "repeats" : other == "Missing" ? "repeats missing" : "repeats away"
                    if let other { conditions["kind"] = other }
                    if let band { conditions[kind] = band }
                } else {
                    if let band { conditions[layout.down.name] = band }
                    if let other, let name = layout.across?.name { conditions[name] = other }
                }
                let variable = learn(conditions, count)
                if layout.isRepeats, band != nil { bands.append((variable, row)) }
            }
        }
    }

    private mutating func learn(_ conditions: [String: String], _ count: Count?) -> Int {
        let name = Attacker.name(conditions)
        if let place = names[name] {
            if (printed[place] == nil) != (count == nil) { contradictions += 1 }
            return place
        }
        names[name] = printed.count
        printed += [count?.episodes, count?.children]
        return printed.count - 2
    }

    static func name(_ conditions: [String: String]) -> String {
        conditions.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: ";")
    }

    private static func conditions(_ name: String) -> [String: String] {
        var conditions: [String: String] = [:]
        for part in name.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            conditions[pair[0]] = pair[1]
        }
        return conditions
    }

    // MARK: What everybody knows

    private mutating func relate(_ name: String, _ report: RandomReport) {
        guard let all = names[name] else { return }
        atLeast([(all, 1), (all + 1, -1)])
        let conditions = Attacker.conditions(name)
        for whole in report.wholes where conditions[whole.name] == whole.whole {
            let parts = whole.parts.compactMap { part -> Int? in
                var own = conditions
                own[whole.name] = part
                return names[Attacker.name(own)]
            }
            guard parts.count == whole.parts.count else { continue }
            sums.append(Sum(terms: parts.map { ($0, 1) } + [(all, -1)], isExact: true))
            let children = parts.map { ($0 + 1, 1) } + [(all + 1, -1)]
            sums.append(Sum(terms: children, isExact: whole.isOfChild))
            for part in parts { atLeast([(all + 1, 1), (part + 1, -1)]) }
        }
    }

    private mutating func atLeast(_ terms: [(Int, Int)]) { sums.append(Sum(terms: terms, isExact: false)) }
}
