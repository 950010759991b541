// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The page of figures: what to count, the answer in short, then each figure as picture and table.
struct FiguresView {
    let asked: FiguresAsked
    let figures: AbsenceFigures
    /// The return's table, for who writes it.
    let missing: MissingReturn?
    let call: Call

    var html: HTML {
        """
        \(ErrorSummary(asked.faults.map { ($0.control, $0.says) }).html)<h1>Figures</h1>
        <p class="lead">Children who went missing, were away or absent \(asked.spoken)\(ofWhom), as the record holds them now. \
        Nobody counted by hand.</p>
        <p class="no-print"><a href="/figures/reports">Reports for the board, for members and for the panel</a></p>\(form)\(short)
        <p class="small">An episode counts in the stretch in which it began, under the kind under which it is held now. These counts \
        are for those who need them to keep children safe. Before any of them is published, counts under 5 have to be taken out.</p>
        \(sections)\(taking)
        """
    }

    private var ofWhom: String {
        asked.authority.flatMap { call.state.agencies[$0]?.name }.map { ", \($0)" } ?? ""
    }

    private var form: HTML {
        let choices = FiguresAsked.Stretch.allCases.map { stretch -> HTML in
            """
            <label class="choice small-choice"><input type="radio" name="for" value="\(stretch.rawValue)"\
            \(" checked", when: stretch == asked.stretch)> \(stretch.spoken)</label>
            """
        }
        return """
            <form action="/figures" class="card no-print"><fieldset class="field"><legend>Which dates</legend>
            <div class="choices inline">\(choices)</div>
            <div class="when"><label for="from">From</label><input id="from" class="short" type="date" name="from" value="\(TimeText.write(asked.period.lowerBound))">
            <label for="to">up to and with</label><input id="to" class="short" type="date" name="to" value="\(TimeText.write(asked.period.upperBound))"></div></fieldset>
            \(AuthorityChoice(authorities: asked.authorities, chosen: asked.authority).html)<p><button class="btn">Show these figures</button></p></form>
            """
    }

    private var short: HTML {
        let kinds = figures.byKind
        var cards = zip(kinds.kinds, kinds.bands).map { kind, band in
            card(
                band.all.episodes.grouped, kind.title,
                "\(Spoken.counted(band.all.episodes, "episode")) of \(children(band.all.children))")
        }
        let interviews = figures.interviewTimeliness
        if interviews.owed > 0 {
            cards.append(
                card(
                    percentage(interviews.heldInTime, of: interviews.owed), "Interviews held within 72 hours",
                    "\(interviews.heldInTime.grouped) of \(interviews.owed.grouped) owed; \(interviews.held.grouped) held at all"
                ))
        }
        let open = figures.openAtEnd.bands[0].all
        cards.append(card(open.children.grouped, "Not back yet", "children whose episode began in these dates"))
        return "<dl class=\"figures\">\(cards)</dl>"
    }

    private func children(_ count: Int) -> String { count == 1 ? "1 child" : "\(count.grouped) children" }

    private func card(_ number: String, _ label: String, _ note: String) -> HTML {
        "<div class=\"card\"><dt>\(label)</dt><dd><b>\(number)</b><br><span class=\"small\">\(note)</span></dd></div>"
    }

    private var sections: HTML {
        let shown = figures.all.filter { $0.id != "kind" && $0.id != "open" }
        if shown.isEmpty { return "<p>No episode began in these dates.</p>" }
        let contents = shown.map { figure -> HTML in "<li><a href=\"#\(figure.id)\">\(figure.title)</a></li>" }
        return """
            <nav class="no-print" aria-label="Figures on this page"><ul class="chips">\(contents)</ul></nav>
            \(KindLegend(figures.kinds).html)\(shown.map { drawn($0) })
            """
    }

    /// The figure, and for who sees children the way to the episodes behind it.
    private func drawn(_ figure: Figure) -> HTML {
        FigureSection(figure).html + (call.account.role.seesChildren ? FigureRowsPages.links(figure, asked) : HTML())
    }

    private var taking: HTML {
        """
        <section class="card no-print" id="taking-out"><h2>Taking figures out</h2>
        <p><a href="/figures/table?\(asked.address)">These figures as a table (CSV)</a> or \
        <a href="/figures/table?\(asked.address)&amp;as=xlsx">as a workbook</a>. It is noted that you did.</p>\(returns)</section>
        """
    }

    private var returns: HTML {
        guard let missing else { return HTML() }
        let year = "the year ending 31 March \(missing.year.ending)"
        return """
            <p><a href="/figures/missing-return?\(asked.address)">The Missing table of the SSDA903 return for \(year)</a>: \
            \(missing.rows.count.grouped) periods. It is noted for each child that it was taken out. \
            <a href="/returns">All returns, and what has to be put right first</a></p>\(lacking(missing))
            """
    }

    private func lacking(_ missing: MissingReturn) -> HTML {
        let rows = missing.lacking.map { each -> HTML in
            let name = call.child(each.child, seeing: .identity)?.facts.name ?? "Child \(each.child.number)"
            return "<li><a href=\"/children/\(each.child.number)\">\(name)</a>: \(each.lack.rawValue)</li>"
        }
        if rows.isEmpty { return HTML() }
        let count = rows.count == 1 ? "1 period cannot" : "\(rows.count) periods cannot"
        return "<p>\(count) be written until this is put right:</p><ul>\(rows)</ul>"
    }
}
