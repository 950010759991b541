// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What the area set itself to do, by its own plan: what was done in the stretch, and what is still to do.
struct AreaWork {
    let source: ReportSource
    /// So many lines of each: a page is a page.
    private let most = 6

    init(_ source: ReportSource) { self.source = source }

    /// Plans of areas name no child.
    var sections: [Report.Section] {
        let lines = AreaPlan(source.state.planLines).lines
        let done = lines.filter { $0.progress == .done && isInPeriod($0) }
        let ahead = lines.filter { $0.progress != .done }
        return [
            Report.Section(
                "What has been done", points(done, none: "The area’s plan notes nothing as done in this stretch.")),
            Report.Section(
                "What is still to do", points(ahead, none: "The area’s plan has no line that is still to do.")),
        ]
    }

    /// When it was last written of: that is when it was noted as done.
    private func isInPeriod(_ line: PlanLine) -> Bool {
        line.entries.last.map { source.period.contains(London.date(of: $0.at)) } ?? false
    }

    private func points(_ lines: [PlanLine], none: String) -> [Report.Part] {
        if lines.isEmpty { return [.words(none)] }
        let rest = lines.count - most
        let shown = lines.prefix(most).map { line in
            line.isOverdue(at: source.now) ? "\(line.what) (overdue)" : line.what
        }
        return [.points(shown + (rest > 0 ? ["and \(rest) more in the area’s plan"] : []))]
    }
}
