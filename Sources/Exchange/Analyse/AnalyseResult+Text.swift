// SPDX-License-Identifier: MIT
import Analysis

extension AnalyseResult {
    /// A short account for a terminal.
    public var text: String {
        var lines = files.map { "\($0.name): \($0.kind), \(counted($0.rows, "row", "rows"))" }
        if !leftAlone.isEmpty { lines.append("Left alone, being no part of it: \(leftAlone.listed)") }
        if let year {
            lines.append(
                "Year ending 31 March \(year.ending)"
                    + (isYearInferred ? ", as most dates say; give --year where that is wrong" : ""))
        }
        if year == nil, source == .statutoryReturn {
            lines.append("No date tells which year this is of; say so with --year and the year in which it ends.")
        }
        lines.append("")
        for figure in figures.all { lines += textLines(of: figure) }
        lines += faultLines + findingLines
        return lines.joined(separator: "\n") + "\n"
    }

    private func textLines(of figure: Figure) -> [String] {
        let width = figure.bands.map(\.label.count).max() ?? 0
        var bands = figure.bands.filter { $0.all.episodes > 0 }
        if figure.valueMissing.all.episodes > 0 { bands.append(figure.valueMissing) }
        return [figure.title]
            + bands.map { band in
                let label = band.label + String(repeating: " ", count: max(width - band.label.count, 0))
                return "  \(label)  \(counted(band.all.episodes, "episode", "episodes")), "
                    + counted(band.all.children, "child", "children")
            } + [""]
    }

    private var faultLines: [String] {
        if source == .policeExtract { return [] }
        if check.faults.isEmpty { return ["No fault by the rules that were run.", ""] }
        let byRule = Dictionary(grouping: check.faults, by: \.rule)
        return [counted(check.faults.count, "fault", "faults") + " by rule"]
            + Rule903.allCases.compactMap { rule in
                byRule[rule].map { "  \(rule.rawValue)  \(rule.title): \($0.count.grouped)" }
            } + [""]
    }

    private var findingLines: [String] {
        if findings.count == 0 { return [] }
        let shown = findings.listed.prefix(20).map { finding in
            let place = [finding.file, finding.line.map { "line \($0)" }, finding.column].compactMap(\.self)
            let value = finding.value.map { $0.isEmpty ? "" : " “\($0)”" } ?? ""
            return "  \(place.joined(separator: ", ")):\(value) \(finding.says)"
        }
        let rest = findings.count - shown.count
        return ["\(counted(findings.count, "value or row", "values or rows")) could not be taken as written"] + shown
            + (rest > 0 ? ["  and \(rest.grouped) more"] : [])
    }
}
