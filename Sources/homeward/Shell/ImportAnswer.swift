// SPDX-License-Identifier: MIT

import Exchange

/// What an import says afterwards: to a person as sentences, to a program as JSON.
struct ImportAnswer: Encodable {
    struct Found: Encodable {
        let file: String
        let line: Int?
        let column, value: String?
        let says: String

        init(_ finding: Finding) {
            (file, line, column, value, says) = (
                finding.file, finding.line, finding.column, finding.value, finding.says
            )
        }

        var text: String {
            let place = [file, line.map { "line \($0)" }, column].compactMap { $0 }.joined(separator: ", ")
            return "  \(place):\(value.map { " “\($0)”" } ?? "") \(says)"
        }
    }

    let isDryRun: Bool
    /// Whether anything was added to the record.
    let changed: Bool
    let counts: [String: Int]
    let faults, listed, toDecide: [Found]

    init(_ report: ImportReport, isDryRun: Bool, wasStored: Bool) {
        self.isDryRun = isDryRun
        changed = wasStored
        counts = Dictionary(uniqueKeysWithValues: ImportReport.Count.allCases.map { ($0.rawValue, report[$0]) })
        faults = report.stopping.map(Found.init)
        listed = report.listed.map(Found.init)
        toDecide = report.toDecide.map(Found.init)
    }

    var text: String { text(most: 20) }

    /// With so many findings of each kind at the most.
    func text(most: Int) -> String {
        var lines = [headline]
        let names: [(ImportReport.Count, String)] = [
            (.rows, "rows read"), (.childrenKnown, "children known already"), (.childrenNew, "children new"),
            (.statuses, "times looked after"), (.placements, "placements"), (.missing, "episodes missing"),
            (.absent, "episodes absent"), (.away, "episodes away without authorisation"),
            (.accounts, "other accounts of an episode"), (.returns, "returns"),
            (.stillOpen, "without an end, so open in the record"), (.alreadyRecorded, "in the record already"),
        ]
        for (count, name) in names where 0 < (counts[count.rawValue] ?? 0) {
            lines.append("  \(counts[count.rawValue] ?? 0) \(name)")
        }
        lines += section("Stops the import", faults, most) + section("To decide, and not stored", toDecide, most)
        lines += section("To look at", listed, most)
        return lines.joined(separator: "\n")
    }

    private var headline: String {
        if !faults.isEmpty { return "Nothing was stored: \(faults.count) faults would make the record wrong." }
        if isDryRun { return "Nothing was stored. The import would find:" }
        return changed ? "Imported." : "Nothing changes: everything that can be taken from it is in the record already."
    }

    private func section(_ title: String, _ found: [Found], _ most: Int) -> [String] {
        guard !found.isEmpty else { return [] }
        let rest = found.count - most
        return ["\(title): \(found.count)"] + found.prefix(most).map(\.text) + (0 < rest ? ["  and \(rest) more"] : [])
    }
}
