// SPDX-License-Identifier: MIT

/// The rules that hold the Missing table against the Header table.
extension Checker903 {
    /// INT04 and INT13.
    func againstHeader(_ rule: Rule903) -> [Fault903] {
        var faults: [Fault903] = []
        for (index, row) in missing.enumerated() {
            let rows = headerOf[row.child]
            if rule == .notInHeader {
                if rows.isEmpty {
                    faults.append(fault(rule, row: index, child: row.child, "The child is not in the Header table."))
                }
                continue
            }
            guard let born = row.born.date else { continue }
            let other = rows.lazy.map { header[Int($0)].born }.first { $0.date.map { $0 != born } ?? false }
            if let other {
                faults.append(
                    fault(
                        rule, row: index, child: row.child,
                        "Born on \(row.born.text) here and on \(other.text) in the Header table."))
            }
        }
        return faults
    }
}
