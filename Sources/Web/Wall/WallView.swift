// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The board for a wall: few words, large, dark on light.
struct WallView {
    let model: WallModel

    private var clock: Clock { Clock(now: model.now) }
    private static let mostAway = 8
    private static let mostLines = 5

    var part: HTML {
        """
        <div class="wall"><div class="wall-head"><h1 data-says="\(says)">\(says)</h1><p class="wall-time">\(Spoken.time(model.now))</p></div>
        <dl class="wall-counts">\(counts)</dl>\(briefings)
        <div class="wall-grid"><section><h2>Away now</h2>\(away)</section><div>\(overdue)\(next)</div></div>
        <p class="small" data-live-status></p></div>
        """
    }

    private var says: String {
        switch model.board.count(.missing) + model.board.count(.outline) {
        case 0: "No child is missing"
        case 1: "1 child is missing"
        case let count: "\(count) children are missing"
        }
    }

    private var counts: HTML {
        let all: [(BoardModel.Group, String)] = [
            (.missing, "Missing"), (.outline, "Away"), (.absent, "Absent"), (.away, "Away without authorisation"),
            (.checking, "First checks"), (.back, "Back, something owed"),
        ]
        let late = model.board.overdue.reduce(0) { $0 + $1.count }
        let shown = all.filter { model.board.count($0.0) > 0 || $0.0 == .missing }.map { group, name -> HTML in
            "<div><dt>\(name)</dt><dd>\(model.board.count(group))</dd></div>"
        }
        return "\(shown.joined())<div class=\"\(late > 0 ? "grave" : "")\"><dt>Overdue</dt><dd>\(late)</dd></div>"
    }

    private var briefings: HTML {
        let late = model.briefings.standings.filter(\.isOverdue)
        guard let first = late.first else { return HTML() }
        let name = HandOverSaying.name(madeAt: first.handOver.madeAt)
        let more = late.count > 1 ? ", and \(late.count - 1) more" : ""
        return "<p class=\"wall-alarm\">\(name) not accepted since \(clock.moment(first.handOver.madeAt))\(more)</p>"
    }

    private var away: HTML {
        let rows = model.away.prefix(Self.mostAway).map { row -> HTML in
            let since: HTML = row.since.map { clock.age(since: $0) } ?? HTML()
            return """
                <li><p class="wall-name"><b>\(model.name(row))</b> <span>\(since)</span></p><p>\(row.tags.prefix(3).map(\.html))</p></li>
                """
        }
        if rows.isEmpty { return "<p>Nobody.</p>" }
        let more = model.away.count - rows.count
        return "<ul class=\"plain\">\(rows)</ul>\(more > 0 ? "<p>And \(more) more.</p>" as HTML : HTML())"
    }

    private var overdue: HTML {
        let items = model.board.overdue.prefix(Self.mostLines).map { late -> HTML in
            """
            <li><b>\(model.name(path: late.path, full: late.name))</b>: \(Spoken.counted(late.count, "thing")), the longest by \(clock.age(since: late.since))</li>
            """
        }
        return items.isEmpty ? HTML() : "<section><h2>Overdue</h2><ul class=\"plain\">\(items)</ul></section>"
    }

    private var next: HTML {
        let items = model.board.dueNext.prefix(Self.mostLines).map { owed -> HTML in
            """
            <li><b>\(owed.duty.due.map(when) ?? "Now")</b> \(model.name(path: owed.path, full: owed.name)): \(Self.short(owed.duty.says))</li>
            """
        }
        return items.isEmpty ? HTML() : "<section><h2>Due next</h2><ul class=\"plain\">\(items)</ul></section>"
    }

    /// "21:18", or the day where it isn't today.
    private func when(_ due: Due) -> HTML {
        let today = London.date(of: model.now)
        switch due {
        case .instant(let instant):
            let words =
                London.date(of: instant) == today ? Spoken.time(instant) : Spoken.moment(instant, now: model.now)
            return clock.tagged(instant, words)
        case .date(let date): return clock.tagged(due.lastInstant, "by \(Spoken.day(date, today: today))")
        }
    }

    /// As much as is read across a room: up to where a sentence first pauses.
    private static func short(_ says: String) -> String {
        String(says.prefix { !",:;".contains($0) })
    }
}
