// SPDX-License-Identifier: MIT
import Analysis

/// The faults of a return, rule by rule, each rule with how to put it right.
struct FaultSections {
    let result: AnalyseResult
    /// How many rows of one rule are listed before the rest is only counted.
    let shown: Int

    var html: HTML {
        if result.source == .policeExtract { return "" }
        let byRule = Dictionary(grouping: result.check.faults, by: \.rule)
        let sections = Rule903.allCases.compactMap { rule in byRule[rule].map { section(rule, $0) } }
        let summary: HTML =
            sections.isEmpty
            ? "<p>No row breaks the rules that were run.</p>"
            : """
            <p>\(counted(result.check.faults.count, "fault", "faults")) by the national rules that touch the Missing \
            table. Rows are numbered as a spreadsheet shows them, the header line being row 1.</p>
            """
        return "<h2 class=\"page\">What to mend before the return is sent</h2>\(summary)\(sections)\(notRun)"
    }

    private func section(_ rule: Rule903, _ faults: [Fault903]) -> HTML {
        let rows = faults.prefix(shown).map { fault in
            """
            <tr><td>\(fault.table.rawValue)</td><td class="number">\((fault.row + 2).grouped)</td>\
            <td>\(fault.child)</td><td>\(fault.says)</td></tr>
            """ as HTML
        }
        let rest = faults.count - rows.count
        let more: HTML = rest > 0 ? "<p>And \(rest.grouped) more; <code>--json</code> lists them all.</p>" : ""
        return """
            <section class="rule"><h3><span class="code">\(rule.rawValue)</span> \(rule.title) \
            <span class="count">\(faults.count.grouped)</span></h3>\
            <p class="mend"><b>To mend:</b> \(rule.mend)</p>\
            <table class="list"><thead><tr><th scope="col">Table</th><th scope="col">Row</th>\
            <th scope="col">Child</th><th scope="col">What is wrong</th></tr></thead><tbody>\(rows)</tbody></table>\
            \(more)</section>
            """
    }

    private var notRun: HTML {
        if result.check.notRun.isEmpty { return "" }
        let rules = result.check.notRun.map { item in
            "<li><span class=\"code\">\(item.rule.rawValue)</span> \(item.rule.title) "
                + HTML(text: "(needs \(item.lacking.listed))") + "</li>"
        }
        return "<h3>Not checked, for want of a table</h3><ul class=\"plain\">\(rules)</ul>"
    }
}

/// The values and rows that could not be taken as written.
struct FindingSection {
    let result: AnalyseResult
    let shown: Int

    var html: HTML {
        if result.findings.count == 0 { return "" }
        let rows = result.findings.listed.prefix(shown).map { finding in
            """
            <tr><td>\(finding.file)</td><td class="number">\(finding.line.map { $0.grouped })</td>\
            <td>\(finding.column)</td><td>\(finding.value)</td><td>\(finding.says)</td></tr>
            """ as HTML
        }
        let rest = result.findings.count - rows.count
        let more: HTML = rest > 0 ? "<p>And \(rest.grouped) more; <code>--json</code> lists them.</p>" : ""
        return """
            <h2>Values that could not be read as written</h2>\
            <p>\(counted(result.findings.count, "value or row", "values or rows")). They are in no figure that asks \
            for them.</p><table class="list"><thead><tr><th scope="col">File</th><th scope="col">Line</th>\
            <th scope="col">Column</th><th scope="col">Value</th><th scope="col">Why</th></tr></thead>\
            <tbody>\(rows)</tbody></table>\(more)
            """
    }
}
