// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import Procedures
import WorkingTime

/// What two protocols would have asked over the record, in pictures and tables. Children are named to whom may see them.
struct ReplayView {
    let result: ReplayResult
    let asOf: Instant
    let call: Call

    private var before: String { result.before.title }
    private var after: String { result.after.title }
    private var charts: ReplayCharts { ReplayCharts(result) }
    private static let dutiesDrawn = 16
    private static let childrenDrawn = 24

    var html: HTML {
        let last = Spoken.fullDate(result.period.to.previous)
        return """
            <p class="lead">The record from \(Spoken.fullDate(result.period.from)) to \(last), played through \(before) and through \(after):
            \(Spoken.counted(result.episodes, "episode")) of \(Spoken.counted(result.children, "child").replacing("childs", with: "children")),
            as the record stood \(Clock(now: call.now).moment(asOf)).</p>\(figures)
            <div class="notice"><p>What people did is what they did under the protocol of the time. Where one of the two would have asked for something
            that nobody was asked for then, it shows as not done unless somebody did it all the same. So this shows what would be asked of whom, and not
            how well they would have done it.</p></div>
            \(agenda)\(weeks)\(outcomes)\(colours)
            <p class="no-print"><a href="/protocols/\(FormFields.encode(result.after.id))/against/\(FormFields.encode(result.before.id))">What differs between
            the two, line by line</a></p>
            """
    }

    private var figures: HTML {
        let (old, new) = (result.total(.before), result.total(.after))
        var cards = [
            figure(
                "Children for whom something differs",
                "\(percentage(result.differingChildren, of: result.children))",
                "\(result.differingChildren.grouped) of \(result.children.grouped)"),
            figure("Duties owed", "\(old.owed.grouped) → \(new.owed.grouped)", "in all, to somebody"),
            figure(
                "Done in time",
                "\(percentage(old[.inTime], of: old.decided)) → \(percentage(new[.inTime], of: new.decided))",
                "of those that were done or came due"),
        ]
        if !result.timelines.isEmpty {
            cards.insert(
                figure(
                    "Children on an agenda", "\(result.reached(by: .before)) → \(result.reached(by: .after))",
                    agendaNote), at: 0)
        }
        return "<dl class=\"figures\">\(cards)</dl>"
    }

    private func figure(_ label: String, _ number: String, _ note: String) -> HTML {
        "<div class=\"card\"><dt>\(label)</dt><dd><b>\(number)</b><br><span class=\"small\">\(note)</span></dd></div>"
    }

    private var agendaNote: String {
        let (onlyAfter, onlyBefore) = (result.reachedOnly(by: .after), result.reachedOnly(by: .before))
        return "\(onlyAfter) whom only \(after) reaches, \(onlyBefore) whom only \(before) reaches"
    }

    private var agenda: HTML {
        if result.timelines.isEmpty { return HTML() }
        let months = charts.months
        return section(
            "agenda", "Who would have been on the agenda, and when",
            "<p>\(agendaNote.capitalisedFirst).</p>\(charts.rules.legend)\(picture("Month by month", months.svg))\(table(months.table))\(childByChild)"
        )
    }

    /// Of the children whom the visitor may see.
    var timelinesSeen: [ChildTimeline] {
        result.timelines.filter { call.access.maySee(.identity, of: $0.child) }
    }

    private var childByChild: HTML {
        let seen = timelinesSeen
        if seen.isEmpty { return "<p class=\"small\">You see counts, and no child.</p>" }
        let chart = charts.agenda(of: seen, limit: Self.childrenDrawn) { timeline in
            call.state.child(timeline.child)?.facts.name ?? ""
        }
        let hidden = result.timelines.count - seen.count
        let more = [
            chart.notDrawn > 0 ? "\(chart.notDrawn) more are in the table only." : "",
            hidden > 0 ? "\(hidden) are not for you to see." : "",
        ].filter { !$0.isEmpty }.joined(separator: " ")
        return """
            <h3>Child by child</h3><p>A short stroke is the beginning of an episode. A ring above the line: put on by \(before); a square below it: put
            on by \(after). \(more)</p>\(picture("Child by child", chart.svg))\(table(chart.table))
            """
    }

    private var weeks: HTML {
        let changing = result.changingLoads
        if changing.isEmpty {
            return section("weeks", "Work, week by week", "<p>For no role does anything fall due otherwise.</p>")
        }
        return section(
            "weeks", "Work, week by week",
            """
            <p>How many duties fall due for each role in each week. Each role has a scale of its own; roles for which nothing changes are in the table only.</p>
            \(charts.rules.legend)\(picture("Work, week by week", charts.weeks(of: changing).svg))\(table(charts.weeks(of: result.loads).table))
            """)
    }

    private var outcomes: HTML {
        let different = result.differingDuties
        if different.isEmpty {
            return section("outcomes", "What is owed, and how it came out", "<p>No duty differs.</p>")
        }
        func chart(_ duties: [DutyComparison], _ id: String) -> OutcomeChart {
            charts.outcomes(of: duties, id: id) { Duty.shortTitle(of: $0.id) }
        }
        let drawn = chart(Array(different.prefix(Self.dutiesDrawn)), "outcomes-drawn")
        let said =
            different.count > Self.dutiesDrawn
            ? "The \(Self.dutiesDrawn) of \(different.count) duties that differ most." : "Every duty that differs."
        return section(
            "outcomes", "What is owed, and how it came out",
            """
            <p>\(said) The upper bar is \(before), the lower \(after).</p>\(drawn.legend)\(picture("How duties came out", drawn.svg))\
            \(table(chart(result.duties, "outcomes-all").table))
            """)
    }

    private var colours: HTML {
        let both = result.colours.filter { $0.before != nil && $0.after != nil }
        if both.isEmpty { return HTML() }
        let rows = both.map { count -> HTML in
            """
            <tr><td>\(count.before?.rawValue.capitalisedFirst ?? "")</td><td>\(count.after?.rawValue.capitalisedFirst ?? "")</td><td>\(count.count.grouped)</td></tr>
            """
        }
        return section(
            "colours", "Green, amber, red on return",
            """
            <table><thead><tr><th scope="col">\(before)</th><th scope="col">\(after)</th><th scope="col">Returns</th></tr></thead><tbody>\(rows)</tbody></table>
            """)
    }

    private func section(_ id: String, _ title: String, _ body: HTML) -> HTML {
        "<section class=\"card\" id=\"\(id)\"><h2>\(title)</h2>\(body)</section>"
    }

    private func picture(_ label: String, _ svg: HTML) -> HTML {
        "<div class=\"wide picture\" role=\"region\" tabindex=\"0\" aria-label=\"\(label)\">\(svg)</div>"
    }

    private func table(_ table: HTML) -> HTML {
        "<details class=\"no-print\"><summary>The same as a table</summary><div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">\(table)</div></details>"
    }
}
