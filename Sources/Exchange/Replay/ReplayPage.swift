// SPDX-License-Identifier: MIT
import Analysis
import Procedures
import WorkingTime

/// The report of a replay as one page: what would be different in short, then who, how much work, and how duties came
/// out.
struct ReplayPage {
    let report: ReplayReport

    private var result: ReplayResult { report.result }
    private var before: String { result.before.title }
    private var after: String { result.after.title }
    private var charts: ReplayCharts { report.charts }
    private let dutiesDrawn = 16
    private let childrenDrawn = 16

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="en-GB"><head><meta charset="utf-8"><title>\(title)</title>\
        <meta name="viewport" content="width=device-width, initial-scale=1">\
        <style>\(HTML(trusted: AnalyseStyle.css))\(HTML(trusted: ReplayStyle.css))</style></head>
        <body><main>
        <header><h1>\(title)</h1><p class="lead">\(lead)</p></header>
        \(headlines)
        <p class="mend"><strong>How to read this.</strong> The same history was played through both protocols. \
        What people did is what they did at the time: where a protocol would have asked for something that nobody was \
        asked for then, it shows as not done, unless somebody did it all the same. So it shows what would be asked of \
        whom, and for which children; not how well people would have done it. Nothing on the record was changed.</p>
        \(agenda)
        \(weeks)
        \(outcomes)
        \(colours)
        \(whatDiffers)
        \(footer)
        </main></body></html>
        """
    }

    private var title: String { "What if it had been “\(after)”?" }

    private var lead: HTML {
        let last = Spoken.fullDate(result.period.to.previous)
        return """
            \(report.history), \(Spoken.fullDate(result.period.from)) to \(last): \
            \(counted(result.episodes, "episode", "episodes")) of \(counted(result.children, "child", "children")), \
            played through “\(before)” and through “\(after)”.
            """
    }

    private var headlines: HTML {
        let (old, new) = (result.total(.before), result.total(.after))
        let both = result.duties.filter { $0.isInBefore && $0.isInAfter }
        let shared = both.reduce((OutcomeCounts(), OutcomeCounts())) { ($0.0 + $1.before, $0.1 + $1.after) }
        var cards: [HTML] = []
        if !result.timelines.isEmpty {
            cards.append(
                card(
                    "\(result.reached(by: .before)) → \(result.reached(by: .after))", "Children on an agenda",
                    agendaNote))
        }
        cards.append(card("\(old.owed.grouped) → \(new.owed.grouped)", "Duties owed", "in all, to somebody"))
        cards.append(
            card(
                "\(percentage(shared.0[.inTime], of: shared.0.decided)) → "
                    + "\(percentage(shared.1[.inTime], of: shared.1.decided))",
                "Done in time", "of the duties that both ask for"))
        if let most = result.loads.max(by: { change(in: $0) < change(in: $1) }), change(in: most) > 0 {
            cards.append(
                card(
                    "\(most.total(.before).grouped) → \(most.total(.after).grouped)", "\(most.role.spoken.capitalised)",
                    "duties that fell due: the role that changes most"))
        }
        cards.append(
            card(
                "\(percentage(result.differingChildren, of: result.children))", "Children concerned",
                "of \(result.differingChildren.grouped) of \(result.children.grouped) something is owed otherwise"))
        return "<section class=\"cards\" aria-label=\"In short\">\(cards)</section>"
    }

    private var agendaNote: String {
        "\(result.reachedOnly(by: .after)) would be reached who were not; \(result.reachedOnly(by: .before)) no longer"
    }

    private func change(in load: RoleLoad) -> Int { abs(load.total(.before) - load.total(.after)) }

    private func card(_ number: String, _ label: String, _ note: String) -> HTML {
        "<div class=\"card\"><b\(" class=\"long\"", when: number.count > 13)>\(number)</b><strong>\(label)</strong><span>\(note)</span></div>"
    }

    private var agenda: HTML {
        if result.timelines.isEmpty { return "" }
        let chart = charts.agenda(of: result.timelines, limit: childrenDrawn) { "Child \($0.child.number)" }
        let months = charts.months
        let rest: HTML =
            chart.notDrawn > 0
            ? " \(counted(chart.notDrawn, "more child is", "more children are")) in the table only." : ""
        return """
            <section class="strip"><h2>Who would have been on the agenda, and when</h2>
            <p><strong>\(finding)</strong></p>
            \(charts.rules.legend)\(months.svg)
            <details><summary>The same as a table</summary>\(months.table)</details>
            <h3 class="later">Child by child</h3>
            <p>One line a child. A short stroke is an episode’s beginning. A ring above the line: put on by the one; a \
            square below it: put on by the other.\(rest)</p>
            \(chart.svg)
            <details><summary>The same as a table</summary>\(chart.table)</details></section>
            """
    }

    /// What the pictures of agendas show, in words.
    private var finding: String {
        let (old, new) = (result.reached(by: .before), result.reached(by: .after))
        func alone(_ count: Int) -> String { "\(count == 0 ? "none" : count.grouped) of them by it alone" }
        if old == 0 || new == 0 {
            return "“\(after)” would have reached \(children(new)), “\(before)” \(children(old))."
        }
        let said =
            "“\(after)” would have reached \(children(new)), \(alone(result.reachedOnly(by: .after))); “\(before)” \(children(old)), "
            + "\(alone(result.reachedOnly(by: .before)))."
        let gains = result.timelines.compactMap { timeline -> Int? in
            guard let first = timeline.dates(.before).first, let second = timeline.dates(.after).first else {
                return nil
            }
            return second.days(until: first)
        }.filter { $0 > 0 }.sorted()
        guard let middle = gains.isEmpty ? nil : gains[gains.count / 2] else { return said }
        return said
            + " Of those whom both would have reached, \(gains.count.grouped) would have been reached sooner, half of "
            + "them by \(counted(middle, "day", "days")) or more."
    }

    private func children(_ count: Int) -> String {
        count == 0 ? "nobody" : counted(count, "child", "children")
    }

    private var weeks: HTML {
        guard !result.loads.isEmpty else { return "" }
        let changing = result.changingLoads
        guard !changing.isEmpty else {
            return "<section><h2>Work, week by week</h2><p>For no role does anything fall due otherwise.</p></section>"
        }
        let chart = charts.weeks(of: changing)
        return """
            <section class="strip"><h2>Work, week by week</h2>
            <p>How many duties fall due for each role in each week. The broken line is “\(before)”, the whole line, \
            shaded beneath, “\(after)”. Each role has a scale of its own; roles for which nothing changes are in the \
            table only.</p>
            \(charts.rules.legend)\(chart.svg)
            <details><summary>Every role, as a table</summary>\(charts.weeks(of: result.loads).table)</details></section>
            """
    }

    private var outcomes: HTML {
        let different = result.differingDuties
        let chart = charts.outcomes(of: Array(different.prefix(dutiesDrawn)), id: "outcomes", named: \.what)
        let all = charts.outcomes(of: result.duties, id: "outcomes-all", named: \.what)
        let shown: HTML =
            different.count > dutiesDrawn
            ? "The \(dutiesDrawn) of \(different.count) duties that differ most." : "Every duty that differs."
        let drawn: HTML =
            different.isEmpty
            ? "<p>No duty differs.</p>"
            : """
            <p>\(shown) The upper bar is “\(before)”, the lower “\(after)”.</p>\(chart.legend)\(chart.svg)
            """
        return """
            <section class="strip"><h2>What is owed, and how it came out</h2>
            \(drawn)<details><summary>Every duty, as a table</summary>\(all.table)</details></section>
            """
    }

    private var whatDiffers: HTML {
        let differences = report.differences
        let changed = differences.changed.filter { !$0.isWordingOnly }.map { change in
            """
            <li><strong>\(change.after.title)</strong><ul>\
            \(change.points.filter { ![.note, .source, .what].contains($0.aspect) }.map { "<li>\($0.sentence)</li>" as HTML })\
            </ul></li>
            """ as HTML
        }
        let added = differences.added.map { "<li>\($0.title)</li>" as HTML }
        let removed = differences.removed.map { gone in
            "<li>\(gone.item.title)\(gone.reason.map { ": \($0)" })</li>" as HTML
        }
        func part(_ heading: String, _ items: [HTML]) -> HTML {
            items.isEmpty ? "" : "<details><summary>\(heading) (\(items.count))</summary><ul>\(items)</ul></details>"
        }
        return """
            <section><h2>What differs between the two</h2><p>\(differences.summary)</p>
            \(part("Changed", changed))\(part("Only in “\(after)”", added))\(part("Only in “\(before)”", removed))</section>
            """
    }

    private var footer: HTML {
        """
        <footer><p>An instance of a duty is counted where its clock started in the period, and judged at its end. \
        Children are named by their number in the record: keep this page as you keep that. Made on the computer that \
        holds the record; nothing was stored or sent.</p></footer>
        """
    }

    private var colours: HTML {
        // Where one of them does not sort, there is nothing to compare.
        guard result.colours.contains(where: { $0.before != nil && $0.after != nil }) else { return "" }
        let names = Triage.Colour.allCases
        let rows = names.map { old in
            let cells = names.map { new in
                "<td>\((result.colours.first { $0.before == old && $0.after == new }?.count ?? 0).grouped)</td>" as HTML
            }
            return "<tr><th scope=\"row\">\(old.rawValue)</th>\(cells)</tr>" as HTML
        }
        let heads = names.map { "<th scope=\"col\">\($0.rawValue)</th>" as HTML }
        return """
            <section><h2>How urgent, by each triage</h2><p>After each return: down, the colour by “\(before)”; across, by \
            “\(after)”.</p><table class="figure"><caption>Colours by each triage</caption><thead><tr><td></td>\(heads)\
            </tr></thead><tbody>\(rows)</tbody></table></section>
            """
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
