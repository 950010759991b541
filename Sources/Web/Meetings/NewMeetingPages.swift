// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import Procedures
import WorkingTime

/// `/meetings/new`: calls a meeting of a kind that the protocol knows, and puts children on it.
enum NewMeetingPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let kind = call.query["kind"]
        if kind.isEmpty { return .page(call.page("Call a meeting", kinds(call), in: .meetings)) }
        return .page(try await page(call, kind: kind, typed: call.query, faults: []))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let kind = call.form["kind"]
        guard !kind.isEmpty else { return .redirect(to: "/meetings/new") }
        var details: Details = [.kind: .word(kind)]
        let form = MeetingForm(kind: kind, typed: call.form, faults: [], call: call)
        let faults = form.read(into: &details)
        if !faults.isEmpty {
            return .page(
                try await page(call, kind: kind, typed: call.form, faults: faults), status: .unprocessableContent)
        }
        let act = Act(.meetingCalled, .partnership, occurredAt: .at(call.now), details: details)
        let ties = MeetingTies(call).acts(
            call.form.values("child").children, to: Act.meetingCalledBefore, kind: kind, at: details.time(.at))
        return try await call.record([act] + ties) { receipt in
            "/meetings/\(receipt.first.number)?recorded=called"
        } orShow: { refusal in
            let fault = FieldFault(control: "act", says: refusal.inFull)
            return .page(
                try await page(call, kind: kind, typed: call.form, faults: [fault]), status: .unprocessableContent)
        }
    }

    /// Which kind it is comes first: what is asked depends on it.
    private static func kinds(_ call: Call) -> HTML {
        let rows = call.meetingKinds.all.map { meeting -> HTML in
            let every: HTML = meeting.every.map { "<p class=\"small\">\($0.capitalisedFirst).</p>" } ?? HTML()
            return """
                <li><p><a href="/meetings/new?kind=\(FormFields.encode(meeting.id))"><b>\(meeting.title)</b></a></p>\(every)
                <p class="small">\(meeting.source)</p></li>
                """
        }
        return """
            \(Parts.breadcrumbs([("Meetings", "/meetings")], "Call a meeting"))
            <div class="narrow"><h1>Call a meeting</h1><p class="lead">Which kind? The protocol says who is asked and what it goes through.</p>
            <section class="card"><ul class="duties">\(rows)</ul></section></div>
            """
    }

    private static func page(
        _ call: Call, kind: String, typed: FormFields, faults: [FieldFault]
    ) async throws -> HTML {
        let title = call.meetingKinds.title(kind)
        let children = offered(call, kind: kind, typed: typed)
        try await call.shows(children.map(\.child.id))
        let form = MeetingForm(kind: kind, typed: typed, faults: faults, call: call)
        let main: HTML = """
            \(Parts.breadcrumbs([("Meetings", "/meetings"), ("Call a meeting", "/meetings/new")], title))
            <div class="narrow">\(ErrorSummary(faults.map { ($0.control, $0.says) }).html)<h1>Call a meeting</h1>
            <p class="lead">\(title). The meeting itself holds no child’s name; who it is about stands in each child’s own record.</p>
            <form method="post" action="/meetings/new" class="stack" id="act">\(Parts.hidden(call))\
            <input type="hidden" name="kind" value="\(kind)">\(AgendaPages.choices(children, typed, call))\(form.html)
            <p class="submit"><button class="btn">Call it</button> <a href="/meetings">Cancel</a></p></form></div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + "Call a meeting: \(title)", main, in: .meetings)
    }

    /// The child that the address names, those who were away with them, and those whom the protocol wants there.
    private static func offered(_ call: Call, kind: String, typed: FormFields) -> [AgendaPages.Offered] {
        let ties = MeetingTies(call)
        var offered: [AgendaPages.Offered] = []
        func take(_ child: Child?, _ why: [String], isChosen: Bool) {
            guard let child, !offered.contains(where: { $0.child.id == child.id }) else { return }
            offered.append(AgendaPages.Offered(child: child, why: why, isChosen: isChosen))
        }
        let episode = UInt32(typed["episode"]).flatMap { call.state.episode(EpisodeID(number: $0)) }
        if let episode, let child = call.child(episode.child, seeing: .episode) {
            take(child, [], isChosen: true)
            for other in ties.companions(of: episode) {
                take(other, ["They were away together."], isChosen: false)
            }
        }
        for id in typed.values("child").children { take(call.child(id, seeing: .identity), [], isChosen: true) }
        for candidate in ties.candidates(for: kind) {
            take(call.state.child(candidate.child), AgendaPages.reasons(candidate, call), isChosen: true)
        }
        return offered
    }
}

extension [String] {
    /// The children whose numbers these are.
    var children: [ChildID] { compactMap { UInt32($0) }.map { ChildID(number: $0) } }
}
