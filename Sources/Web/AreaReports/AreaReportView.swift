// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// A report on a page: which stretch, what to take along, then the report as it is on paper.
struct AreaReportView {
    let asked: AreaReportAsked
    let report: Report
    let call: Call

    private var path: String { "/figures/reports/\(asked.kind.id)" }

    var html: HTML {
        """
        \(ErrorSummary(asked.faults.map { ($0.control, $0.says) }).html)
        \(AreaReportPages.crumbs(call, here: asked.kind.title, [("Reports", "/figures/reports")]))
        <nav aria-label="Which dates" class="no-print"><ul class="chips">\(stretches)</ul></nav>
        \(form)\(ReportFile.links("\(path)/file", asked.address(asked.period)))<div class="sheet report-sheet">\(report.sheet)</div>
        """
    }

    private var stretches: [HTML] {
        asked.offered(today: call.today).map { period -> HTML in
            """
            <li><a href="\(path)?\(asked.address(period))"\(" aria-current=\"page\"", when: period == asked.period)>\
            \(ReportPeriod.short(period))</a></li>
            """
        }
    }

    private var form: HTML {
        """
        <details class="card no-print"\(" open", when: !asked.faults.isEmpty)><summary>Other dates\(asked.authorities.count > 1 ? ", or whose children" : "")</summary>
        <form action="\(path)"><div class="when"><label for="from">From</label><input id="from" class="short" type="date" name="from" value="\(written("from", asked.period.lowerBound))">
        <label for="to">up to and with</label><input id="to" class="short" type="date" name="to" value="\(written("to", asked.period.upperBound))"></div>
        \(AuthorityChoice(authorities: asked.authorities, chosen: asked.authority).html)<p><button class="btn">Show this report</button></p></form></details>
        """
    }

    /// What was typed stands there still where it could not be used.
    private func written(_ field: String, _ date: CivilDate) -> String {
        asked.faults.isEmpty || call.query[field].isEmpty ? TimeText.write(date) : call.query[field]
    }
}
