// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import Procedures
import WorkingTime

/// `/inbox`: what somebody is told, until they say that they have seen it.
enum InboxPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let rows = try call.site.outbox.inbox(of: call.account.worker).map { InboxRow($0, call) }
        try await call.shows(rows.compactMap { $0.child?.id })
        let view = InboxView(call: call, rows: rows)
        return .page(call.page("To see", view.html))
    }

    /// Says that they have seen one. Where the protocol showed them something of an episode, the record says so too.
    @Sendable static func see(_ call: Call) async throws -> Response {
        let (outbox, worker) = (call.site.outbox, call.account.worker)
        guard let id = Int64(call.form["message"]) else { return .redirect(to: "/inbox") }
        let all = try outbox.inbox(of: worker, most: 1_000)
        guard let message = all.first(where: { $0.id == id }) else { throw PageFault.notFound }
        let notice = message.notice
        if message.seenAt == nil { try await acknowledge(notice, call) }
        // Being asked again for the same is seen with it.
        let same = all.filter { other in
            other.id == id
                || (notice.event != nil && other.notice.event == notice.event && other.notice.item == notice.item)
        }
        try outbox.see(same.map(\.id), worker: worker)
        return .redirect(to: "/inbox?seen=yes")
    }

    private static func acknowledge(_ notice: KeptNotice, _ call: Call) async throws {
        guard let event = notice.event, let id = notice.episode, let episode = call.state.episode(id),
            call.access.maySee(.outline, of: episode.child), call.access.mayRecord(.acknowledged, on: episode.child),
            let number = Int(exactly: event.number)
        else { return }
        let said = episode.history.standing.contains {
            $0.word == .acknowledged && $0.by == call.account.role && $0.details.number(.what) == number
        }
        if said { return }
        let act = Act(.acknowledged, .episode(id), occurredAt: .at(call.now), details: [.what: .number(number)])
        do {
            _ = try await call.site.partnership.submit([act], by: call.account.actor)
        } catch is Refusal {
            // What may not be recorded any more is still seen on their own screen.
            return
        }
    }
}

/// One line of somebody's inbox, as far as they may see it now.
struct InboxRow {
    let message: OutboxMessage
    /// Whom it is about, where they may see that child now.
    let child: Child?
    /// Where to look at it; nil where that is no longer theirs to see.
    let place: String?
    /// Whether it is about a child whom they may not see any more.
    let isWithheld: Bool

    init(_ message: OutboxMessage, _ call: Call) {
        self.message = message
        let notice = message.notice
        child = notice.child.flatMap { call.child($0, seeing: .outline) }
        isWithheld = notice.child != nil && child == nil
        if let child {
            let seesEpisode = call.access.maySee(.episode, of: child.id)
            place =
                notice.episode.flatMap { seesEpisode ? "/episodes/\($0.number)" : nil }
                ?? "/children/\(child.id.number)"
        } else if isWithheld {
            place = nil
        } else {
            switch notice.cause {
            case .briefingWaits, .briefingPassedOn: place = "/hand-over"
            case .shown, .chased, .passedOn, .dueSoon, .overdue: place = "/area-duties"
            }
        }
    }
}

/// The page of what somebody is told.
struct InboxView {
    let call: Call
    let rows: [InboxRow]

    var html: HTML {
        let waiting = together(rows.filter { $0.message.seenAt == nil })
        let seen = together(rows.filter { $0.message.seenAt != nil }).prefix(30)
        let done: HTML = call.query["seen"] == "yes" ? Parts.notice("<p>Noted that you have seen it.</p>") : HTML()
        let list: HTML =
            waiting.isEmpty
            ? "<p>There is nothing that you have not seen.</p>"
            : "<ul class=\"plain inbox\">\(waiting.map(card))</ul>"
        let before: HTML =
            seen.isEmpty
            ? HTML()
            : "<details><summary>\(Spoken.counted(seen.count, "notice")) that you have seen</summary><ul class=\"plain inbox\">\(seen.map(card))</ul></details>"
        return """
            <div class="narrow">\(done)<h1>To see</h1><p class="lead">What the protocol has you told. That you have seen it does not do what it asks
            for: that stays with whoever owes it.</p>\(list)\(before)
            <p><a href="/you/notices">How you are told: email, text message, quiet hours</a></p></div>
            """
    }

    /// Being asked again stands with what was asked: both are seen together.
    private func together(_ rows: [InboxRow]) -> [[InboxRow]] {
        var (order, matters): ([String], [String: [InboxRow]]) = ([], [:])
        for row in rows {
            let notice = row.message.notice
            let matter = notice.event.map { "\($0.number)/\(notice.item)" } ?? "message \(row.message.id)"
            if matters[matter] == nil { order.append(matter) }
            matters[matter, default: []].append(row)
        }
        return order.compactMap { matters[$0] }
    }

    /// One card for what it is about; the newest of `rows` stands first.
    private func card(_ rows: [InboxRow]) -> HTML {
        guard let row = rows.first else { return HTML() }
        let notice = row.message.notice
        let clock = Clock(now: call.now)
        let telling = Telling(state: call.state, now: call.now)
        let urgent: HTML = notice.isUrgent ? Tag("Urgent", .now).html : HTML()
        let says: HTML =
            row.isWithheld ? "It is about a child whose record you may not see now." : HTML(text: notice.says)
        let who: HTML = row.child.map { "<b>\(telling.nameWithAge($0))</b>. " } ?? HTML()
        let source: HTML =
            notice.source.isEmpty || row.isWithheld ? HTML() : " <span class=\"small\">\(notice.source)</span>"
        let open: HTML = row.place.map { Parts.button("Look at it", to: $0, "quiet") } ?? HTML()
        let seen: HTML =
            row.message.seenAt.map { at -> HTML in "<p class=\"small\">You saw it \(clock.moment(at)).</p>" }
            ?? button(row)
        let lines = rows.enumerated().map { place, told -> HTML in
            let told = told.message.notice
            return """
                <p class="small">\(why(told)), \(clock.moment(told.earliest)).\(place == rows.count - 1 ? source : HTML())</p>
                """
        }
        return """
            <li class="card"><p>\(urgent)\(who)\(says)</p>\(lines)
            <div class="buttons">\(open)\(seen)</div></li>
            """
    }

    private func button(_ row: InboxRow) -> HTML {
        """
        <form method="post" action="/inbox"><input type="hidden" name="form-token" value="\(call.formToken)">\
        <button class="btn" name="message" value="\(row.message.id)">I have seen it\
        <span class="unseen">: \(row.isWithheld ? "a child whose record you may not see" : row.message.notice.says)</span></button></form>
        """
    }

    private func why(_ notice: KeptNotice) -> String {
        switch notice.cause {
        case .shown: "The protocol tells you"
        case .chased: "You are asked again: nobody has said that they have seen it"
        case .passedOn: "Passed on to you: nobody has said that they have seen it"
        case .dueSoon: "Nearly due, and somebody else’s to do"
        case .overdue: "Overdue, and somebody else’s to do"
        case .briefingWaits: "Your team has not accepted it in time"
        case .briefingPassedOn: "Passed on to you"
        }
    }
}
