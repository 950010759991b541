// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// The form that asks for looks, and the way through a long answer.
enum LookForms {
    static func search(_ query: LookQuery, people: [(worker: String, name: String)]) -> HTML {
        let workers = people.map { person -> HTML in
            "<option value=\"\(person.worker)\"\(" selected", when: person.worker == query.worker)>\(person.name)</option>"
        }
        let kinds = LookKind.allCases.map { kind -> HTML in
            "<option value=\"\(kind.rawValue)\"\(" selected", when: kind == query.kind)>\(kind.spoken.capitalisedFirst)</option>"
        }
        return """
            \(ErrorSummary(query.faults).html)<form action="/looks" class="stack" id="search-looks">
            <div class="field"><label for="worker">Who</label><select id="worker" name="worker"><option value="">Anybody</option>\(workers)</select></div>
            <div class="field"><label for="child">Child’s number</label><input id="child" name="child" inputmode="numeric" value="\(query.child)"></div>
            <div class="field"><label for="kind">What</label><select id="kind" name="kind"><option value="">Anything</option>\(kinds)</select></div>
            \(dates(query))<p><button class="btn">Show</button></p></form>
            """
    }

    /// The form of a page that is about one child or one person.
    static func dates(_ query: LookQuery, on path: String) -> HTML {
        "\(ErrorSummary(query.faults).html)<form action=\"\(path)\" class=\"stack no-print\">\(dates(query))<p><button class=\"btn quiet\">Show these dates</button></p></form>"
    }

    private static func dates(_ query: LookQuery) -> HTML {
        """
        <div class="field"><label for="from">From</label><input id="from" name="from" type="date" value="\(TimeText.write(query.from))"></div>
        <div class="field"><label for="to">Up to and with</label><input id="to" name="to" type="date" value="\(TimeText.write(query.to))"></div>
        """
    }

    /// How many there are, and the way to the rest of them.
    static func pages(_ query: LookQuery, count: Int, shown: Int, on path: String) -> HTML {
        let last = query.skipping + LookQuery.perPage
        let older: HTML =
            last < count ? "<a href=\"\(path)?\(query.address(after: last))\">Older looks</a>" : HTML()
        let newer: HTML =
            query.skipping == 0
            ? HTML()
            : "<a href=\"\(path)?\(query.address(after: max(0, query.skipping - LookQuery.perPage)))\">Newer looks</a> "
        let hidden = min(count - query.skipping, LookQuery.perPage) - shown
        let more =
            switch hidden {
            case ...0: ""
            case 1: " One more is about a record of which you may not know who looked."
            default: " \(hidden) more are about records of which you may not know who looked."
            }
        return """
            <p>\(Spoken.counted(count, "look")) from \(Spoken.fullDate(query.from)) to \(Spoken.fullDate(query.to)).\(more)
            <span class="no-print">\(newer)\(older)</span></p>
            """
    }

    static func export(_ path: String, _ query: LookQuery) -> HTML {
        "<p class=\"no-print\"><a href=\"\(path)/export?\(query.address())\">Take these looks out as a table (CSV)</a>. It is noted that you did.</p>"
    }
}
