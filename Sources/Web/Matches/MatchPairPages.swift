// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/matches/pair?one=…&other=…`: two records beside each other, and what somebody decides of them.
enum MatchPairPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        guard let pair = pair(call, call.query) else {
            let asked = !call.query["one"].isEmpty || !call.query["other"].isEmpty
            return .page(MatchPairPages.choosing(call, asked ? Self.notBoth : nil))
        }
        return try await page(call, pair, typed: FormFields(), fault: nil)
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        guard let (act, kind) = act(call) else {
            return .page(choosing(call, notBoth), status: .unprocessableContent)
        }
        let reason = call.form["reason"].trimmed
        if reason.isEmpty, act.word != .childrenCompared || call.form["do"] == "not-same" {
            return try await refused(call, "Say why, so that whoever reads it later knows what you saw.")
        }
        return try await call.record([act]) { _ in
            "/matches?recorded=\(kind)"
        } orShow: { refusal in
            try await refused(call, refusal.inFull)
        }
    }

    static let notBoth = "Give the numbers of two children whom you may see."

    private static func refused(_ call: Call, _ fault: String) async throws -> Response {
        guard let pair = pair(call, call.form) else {
            return .page(choosing(call, fault), status: .unprocessableContent)
        }
        return try await page(call, pair, typed: call.form, fault: fault)
    }

    /// Two of whom they may see both; what is not theirs to see is as if it weren't there.
    private static func pair(_ call: Call, _ fields: FormFields) -> MatchPair? {
        guard let one = number(fields["one"]), let other = number(fields["other"]) else { return nil }
        let (first, second) = (call.state.shown(one), call.state.shown(other))
        guard first != second, let one = call.state.child(first), let other = call.state.child(second),
            call.access.mayCompare(first, second)
        else { return nil }
        let likely = call.site.configuration.children?.pairs.find(in: call.state).pairs
            .first { [$0.first, $0.second] == [first, second].sorted() }
        return MatchPair(one, other, likely, in: call.state)
    }

    private static func number(_ text: String) -> ChildID? {
        UInt32(text.trimmed).flatMap { $0 == 0 ? nil : ChildID(number: $0) }
    }

    /// What the pressed button records, and how the list says so.
    private static func act(_ call: Call) -> (Act, String)? {
        let (form, now) = (call.form, UncertainTime.at(call.now))
        var details: Details = [:]
        if !form["reason"].trimmed.isEmpty { details[.reason] = .text(form["reason"].trimmed) }
        switch form["do"] {
        case "part", "withdraw":
            guard let entry = Int(form["entry"]) else { return nil }
            details[.what] = .number(entry)
            let isPart = form["do"] == "part"
            return (
                Act(isPart ? .childrenParted : .comparisonWithdrawn, .partnership, occurredAt: now, details: details),
                isPart ? "parted" : "withdrawn"
            )
        case "join":
            guard let pair = pair(call, form), let kept = number(form["kept"]),
                [pair.first.id, pair.second.id].contains(kept)
            else { return nil }
            let other = kept == pair.first.id ? pair.second.id : pair.first.id
            details[.what] = .number(Int(kept.number))
            details[.withChildren] = .numbers([Int(other.number)])
            return (Act(.childrenJoined, .partnership, occurredAt: now, details: details), "joined")
        default:
            guard let outcome = ChildComparison.Outcome(rawValue: form["do"]), let pair = pair(call, form) else {
                return nil
            }
            details[.outcome] = .word(outcome.rawValue)
            details[.withChildren] = .numbers([Int(pair.first.id.number), Int(pair.second.id.number)])
            return (Act(.childrenCompared, .partnership, occurredAt: now, details: details), outcome.rawValue)
        }
    }

    private static func page(
        _ call: Call, _ pair: MatchPair, typed: FormFields, fault: String?
    ) async throws -> Response {
        let view = MatchPairView(call: call, pair: pair, typed: typed, fault: fault)
        try await call.shows(([pair.first.id, pair.second.id] + view.rivals.map(\.id)).sorted())
        let title = "One child or two?"
        let main: HTML = """
            \(Parts.breadcrumbs([("Children", "/children"), (MatchListPages.title, "/matches")], title))\(view.html)
            """
        return .page(
            call.page((fault == nil ? "" : "Error: ") + title, main, in: .children),
            status: fault == nil ? .ok : .unprocessableContent)
    }

    private static func choosing(_ call: Call, _ fault: String?) -> HTML {
        let title = "Compare two records"
        let main: HTML = """
            \(Parts.breadcrumbs([("Children", "/children"), (MatchListPages.title, "/matches")], title))
            \(ErrorSummary(fault.map { [("one", $0)] } ?? []).html)<h1>\(title)</h1>
            <form action="/matches/pair" class="stack">
            <div class="field"><label for="one">Number of the one child</label><input id="one" name="one" inputmode="numeric" autocomplete="off" value="\(call.query["one"])"></div>
            <div class="field"><label for="other">Number of the other</label><input id="other" name="other" inputmode="numeric" autocomplete="off" value="\(call.query["other"])"></div>
            <p><button class="btn">Compare</button> <a href="/matches">Back to the list</a></p></form>
            """
        return call.page((fault == nil ? "" : "Error: ") + title, main, in: .children)
    }
}
