// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// A word in a coloured box: the colour only repeats what the word says.
struct Tag: Hashable, Sendable {
    enum Look: String, Sendable { case now, soon, ok, wait, plain }

    let text: String
    let look: Look

    init(_ text: String, _ look: Look = .plain) {
        self.text = text
        self.look = look
    }

    var html: HTML { "<span class=\"tag \(look.rawValue)\">\(text)</span> " }
}

/// Times as people read them, with the exact one beneath.
struct Clock: Sendable {
    let now: Instant

    /// "today 22:10", exactly on hovering and for machines.
    func moment(_ instant: Instant) -> HTML { tagged(instant, Spoken.moment(instant, now: now)) }

    func moment(_ time: UncertainTime) -> HTML { tagged(time.earliest, Spoken.moment(time, now: now)) }

    /// A date or a time by which something is to be done: of a date, no time of day is missed.
    func deadline(_ time: UncertainTime) -> HTML {
        if case .on(let date) = time { return tagged(time.latest, Spoken.day(date, today: London.date(of: now))) }
        return moment(time)
    }

    /// "1 hour 31 minutes" from `instant` until now.
    func age(since instant: Instant) -> HTML { tagged(instant, Spoken.elapsed(now - instant)) }

    func due(_ due: Due) -> HTML { tagged(due.lastInstant, Spoken.due(due, now: now)) }

    func tagged(_ instant: Instant, _ words: String) -> HTML {
        "\(TimeTag.opening(instant))\(words)</time>"
    }
}

/// Pieces of markup that several pages share.
enum Parts {
    /// Labels with their values; what is empty is left out.
    static func summary(_ rows: [(String, HTML)]) -> HTML {
        let shown = rows.filter { !$0.1.isEmpty }
        if shown.isEmpty { return HTML() }
        return "<dl class=\"sum\">\(shown.map { row -> HTML in "<dt>\(row.0)</dt><dd>\(row.1)</dd>" })</dl>"
    }

    static func breadcrumbs(_ links: [(String, String)], _ here: String) -> HTML {
        let items = links.map { link -> HTML in "<li><a href=\"\(link.1)\">\(link.0)</a></li>" }
        return
            "<nav aria-label=\"Where you are\"><ol class=\"crumbs\">\(items)<li aria-current=\"page\">\(here)</li></ol></nav>"
    }

    static func button(_ text: String, to place: String, _ look: String = "") -> HTML {
        "<a class=\"btn \(look)\" href=\"\(place)\">\(text)</a>"
    }

    /// Text as typed, its lines kept.
    static func lines(_ text: String) -> HTML {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { HTML(text: $0) }
            .joined(separator: "<br>")
    }

    static func notice(_ html: HTML) -> HTML { "<div class=\"notice\" role=\"status\">\(html)</div>" }

    /// What a form needs besides what is typed.
    static func hidden(_ call: Call, once: Bool = true, draft: String? = nil) -> HTML {
        let sent = call.form["once"]
        let token = sent.isEmpty ? Secrets.token() : sent
        return """
            <input type="hidden" name="form-token" value="\(call.formToken)">\
            \("<input type=\"hidden\" name=\"once\" value=\"\(token)\">", when: once)\
            \(draft.map { name -> HTML in "<input type=\"hidden\" name=\"draft\" value=\"\(name)\">" })
            """
    }
}
