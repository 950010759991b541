// SPDX-License-Identifier: MIT
import Analysis

/// The report of `analyse` as one page: the picture first, then every figure with its definition, then what wants
/// mending, rule by rule.
struct AnalysePage {
    let result: AnalyseResult
    private let faultsShown = 200
    private let findingsShown = 300

    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="en-GB"><head><meta charset="utf-8"><title>\(title)</title>\
        <meta name="viewport" content="width=device-width, initial-scale=1">\
        <style>\(HTML(trusted: AnalyseStyle.css))</style></head>
        <body><main>
        <header><h1>\(title)</h1><p class="lead">\(lead)</p></header>
        \(headlines)
        \(strip)
        <h2>Figures</h2>
        <p>Every figure counts episodes, and beside them the children who had them. “Not known” is how many episodes \
        had the value blank or unreadable; they are in no share.</p>
        \(KindLegend(result.figures.kinds).html)
        \(result.figures.all.filter { $0.id != "kind" && $0.id != "open" }.map { FigureSection($0).html })
        \(FaultSections(result: result, shown: faultsShown).html)
        \(FindingSection(result: result, shown: findingsShown).html)
        \(footer)
        </main></body></html>
        """
    }

    private var title: String {
        let what =
            result.source == .policeExtract ? "Children reported missing" : "Children missing or away from care"
        return result.year.map { "\(what), year ending 31 March \($0.ending)" } ?? what
    }

    private var lead: HTML {
        let main = result.files.first { $0.kind == Table903.missing.rawValue } ?? result.files.first
        let rest = result.files.count - 1
        let others: HTML = rest > 0 ? " and \(counted(rest, "other file", "other files")), named at the end" : ""
        let guess: HTML =
            result.isYearInferred ? " The year was not stated; it is the one that most dates fall in." : ""
        return "Read from \(main?.name)\(others).\(guess)"
    }

    private var headlines: HTML {
        let kinds = result.figures.byKind
        let persistence = result.figures.persistence
        var cards = zip(kinds.kinds, kinds.bands).filter { $0.1.all.episodes > 0 || $0.0 != .unstated }.map {
            kind, band in
            card(
                band.all.episodes.grouped, kind.title,
                (band.all.episodes == 1 ? "episode of " : "episodes of ")
                    + counted(band.all.children, "child", "children"))
        }
        let total = persistence.children
        cards.append(
            card(
                total.grouped, total == 1 ? "Child" : "Children",
                "\(percentage(persistence.withOne, of: total)) had one episode, "
                    + "\(percentage(persistence.withMoreThanThree, of: total)) more than three"))
        cards.append(openCard)
        if result.source == .statutoryReturn {
            let rules = Set(result.check.faults.map(\.rule)).count
            cards.append(
                card(
                    result.check.faults.count.grouped, "Faults",
                    rules == 0 ? "by the rules that were run" : "by \(counted(rules, "rule", "rules")), listed below"))
        }
        return "<section class=\"cards\" aria-label=\"In short\">\(cards)</section>"
    }

    private var openCard: HTML {
        let open = result.figures.openAtEnd
        return card(
            open.bands[0].all.episodes.grouped, open.title,
            "\(counted(open.bands[0].all.children, "child", "children"))"
                + (open.valueMissing.all.episodes > 0 ? "; not known of \(open.valueMissing.all.episodes.grouped)" : "")
        )
    }

    private func card(_ number: String, _ label: String, _ note: String) -> HTML {
        "<div class=\"card\"><b>\(number)</b><strong>\(label)</strong><span>\(note)</span></div>"
    }

    private var strip: HTML {
        let figures = result.figures
        guard let chart = StripChart(figures, label: { result.children[Int($0)] }) else { return "" }
        let rest: HTML =
            chart.notDrawn > 0
            ? " \(counted(chart.notDrawn, "more child is", "more children are")) not drawn." : ""
        return """
            <section class="strip"><h2>Each child’s year</h2>
            <p>One line a child, the child with most episodes first. A mark is the day an episode began, the bar \
            behind it its length; a ring means that it began before the one before was over.\(rest)</p>
            \(KindLegend(figures.kinds).html)\(chart.svg)</section>
            """
    }

    private var footer: HTML {
        let left: HTML =
            result.leftAlone.isEmpty ? "" : "<p>Left alone, being no part of it: \(result.leftAlone.listed).</p>"
        let read = result.files.map { "\($0.name) (\($0.kind), \(counted($0.rows, "row", "rows")))" }.listed
        return """
            <footer><p>Read: \(read).</p>\(left)<p>Made on the computer that holds the files; nothing was stored or sent. The list of \
            faults names children by the identifier in the files: keep this page as you keep those.</p></footer>
            """
    }
}
