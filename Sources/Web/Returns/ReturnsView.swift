// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The page of returns: which year and day, then each return with what has to be put right before it is sent.
struct ReturnsView {
    let asked: ReturnsAsked
    /// The 903 return, for who writes it.
    let written: ReturnFromRecord?

    private var call: Call { asked.call }
    private var role: Role { call.account.role }

    var html: HTML {
        """
        \(ErrorSummary(asked.faults.map { ($0.control, $0.says) }).html)<h1>Returns</h1>
        <p class="lead">What is returned to others, written from the record. Only children whom you may take out are in it, and it \
        is noted for each of them that you did.</p>
        \(form)\(role.writesReturns ? authoritys : HTML())\(role.writesSchoolReturns ? pupils : HTML())
        """
    }

    private var form: HTML {
        let years = asked.years.map { year -> HTML in
            """
            <option value="\(year.ending)"\(" selected", when: year == asked.year)>1 April \(year.ending - 1) to 31 March \
            \(year.ending)</option>
            """
        }
        let year: HTML =
            role.writesReturns
            ? """
            <div class="field"><label for="year">Collection year of the SSDA903 return</label><select id="year" name="year">\(years)\
            </select></div>
            """ : HTML()
        return """
            <form action="/returns" class="card no-print">\(year)<div class="field"><label for="on">Day of the other lists</label>\
            <input id="on" class="short" type="date" name="on" value="\(TimeText.write(asked.day))"></div>
            <p><button class="btn">Show these returns</button></p></form>
            """
    }

    private var authoritys: HTML {
        let on = "on=\(TimeText.write(asked.day))"
        let day = Spoken.fullDate(asked.day)
        return """
            \(return903)
            <section class="card" id="annex-a"><h2>Annex A, list 8: children in care</h2>
            <p>Everybody looked after on \(day) or in the year before, with every column of the list. What the record does not hold \
            is blank.</p>\(links("/returns/annex-a?\(on)", "list 8"))</section>
            <section class="card" id="safeguarding"><h2>Standard safeguarding dataset: <code>ssd_missing</code></h2>
            <p>Every missing and away episode, with whether the return interview was offered and accepted.</p>
            \(links("/returns/safeguarding?\(on)", "ssd_missing"))</section>
            """
    }

    private var pupils: HTML {
        let on = "on=\(TimeText.write(asked.day))"
        let tables = [
            ("ten-days", "Ten days", "Pupils absent without leave for ten school days or more on the day."),
            ("deletions", "Taken off the roll", "In the year up to the day, with the ground."),
            (
                "count", "Children missing education",
                "Counted by reason, duration, sex and year group. It names no child."
            ),
        ].map { table, title, says -> HTML in
            "<h3>\(title)</h3><p>\(says)</p>\(links("/returns/pupils?table=\(table)&\(on)", title.lowercased()))"
        }
        return "<section class=\"card\" id=\"pupils\"><h2>Pupils</h2>\(tables)</section>"
    }

    /// A table as CSV and as a workbook.
    private func links(_ address: String, _ what: String) -> HTML {
        """
        <p class="no-print"><a href="\(address)">Take out \(what) as CSV</a> · <a href="\(address)&amp;as=xlsx">as a workbook \
        <span class="unseen">(\(what))</span></a></p>
        """
    }

    private var return903: HTML {
        guard let written else { return HTML() }
        let missing = written.missing
        let tables = ReturnFromRecord.tables.reversed().map { table -> HTML in
            let name = table.rawValue.lowercased()
            return """
                <li><a href="/returns/903?table=\(name)&amp;year=\(missing.year.ending)">\(table.rawValue)</a>: \
                \(Spoken.counted(written.table(table).rows.count, "row"))</li>
                """
        }
        let merged: HTML =
            missing.merged.isEmpty
            ? HTML()
            : """
            <p>\(Spoken.counted(missing.merged.count, "row")) of it made of periods that lay over one another: the return has one where \
            the record keeps each.</p>
            """
        return """
            <section class="card" id="return-903"><h2>SSDA903, year ending 31 March \(missing.year.ending)</h2>
            <ul>\(tables)</ul>\(merged)\(faults(written))\(lacking(missing))</section>
            """
    }

    private func faults(_ written: ReturnFromRecord) -> HTML {
        let faults = written.check.faults
        if faults.isEmpty {
            return "<p>None of the national rules that touch the Missing table is broken.</p>"
        }
        let rows = faults.map { fault -> HTML in
            """
            <li>\(written.child(of: fault).map { link($0) } ?? HTML(text: fault.child)): \(fault.says) \(fault.mend) \
            <span class="small">Rule \(fault.rule.rawValue)</span></li>
            """
        }
        return """
            <h3>To put right before it is sent</h3><p>The national rules would stop at \(Spoken.counted(faults.count, "row")).</p>
            <ul>\(rows)</ul>
            """
    }

    private func lacking(_ missing: MissingReturn) -> HTML {
        if missing.lacking.isEmpty { return HTML() }
        let rows = missing.lacking.map { each -> HTML in "<li>\(link(each.child)): \(each.lack.rawValue)</li>" }
        return """
            <h3>Left out</h3><p>\(Spoken.counted(rows.count, "period")) cannot be written until this is put right:</p>
            <ul>\(rows)</ul>
            """
    }

    private func link(_ child: ChildID) -> HTML {
        let name = call.child(child, seeing: .identity)?.facts.name ?? "Child \(child.number)"
        return "<a href=\"/children/\(child.number)\">\(name)</a>"
    }
}
