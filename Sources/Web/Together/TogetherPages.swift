// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership

/// `/episodes/{episode}/together`: those who were away together, and one form for what several of them did.
///
/// What is recorded stands on each child's own record, as an entry of its own.
enum TogetherPages {
    /// What may be recorded of several at once.
    static let words: [EventWord] = [.wentTogether, .sighted, .located, .returned, .noteAdded]

    @Sendable static func show(_ call: Call) async throws -> Response {
        let view = try await view(call)
        return .page(view.page(typed: call.query, faults: []))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let view = try await view(call)
        guard let word = view.word(call.form["act"]) else {
            return .page(
                view.page(typed: call.form, faults: [FieldFault(control: "act", says: "Choose what happened")]),
                status: .unprocessableContent)
        }
        let chosen = view.offered(for: word).filter { call.form.values("child").contains("\($0.child.id.number)") }
        var (act, faults) = view.form(word).read(call.form, for: .episode(call.episode.id), now: call.now)
        if chosen.isEmpty || (word == .wentTogether && chosen.allSatisfy { $0.child.id == call.child.id }) {
            faults.insert(FieldFault(control: "child", says: "Choose the children whom it is about"), at: 0)
        }
        if !faults.isEmpty { return .page(view.page(typed: call.form, faults: faults), status: .unprocessableContent) }
        act.details[.withChildren] = nil
        let acts = Self.acts(act, for: chosen, with: view.group.members.first)
        return try await call.record(acts) { _ in
            "\(call.path)?recorded=\(word.rawValue)&count=\(acts.count)"
        } orShow: { refusal in
            .page(
                view.page(typed: call.form, faults: [view.form(word).fault(for: refusal)]),
                status: .unprocessableContent)
        }
    }

    /// The same act for each, on their own episode, naming the others where the act says who was there.
    private static func acts(_ act: Act, for chosen: [TogetherGroup.Member], with first: TogetherGroup.Member?) -> [Act]
    {
        var members = chosen
        if act.word == .wentTogether, let first, !members.contains(where: { $0.child.id == first.child.id }) {
            members.insert(first, at: 0)
        }
        return members.compactMap { member in
            guard let episode = member.episode else { return nil }
            var own = act
            own.subject = .episode(episode.id)
            let others = members.map(\.child.id).filter { $0 != member.child.id }.map { Int($0.number) }
            if act.word.form.carries(.withChildren), !others.isEmpty { own.details[.withChildren] = .numbers(others) }
            return own
        }
    }

    private static func view(_ call: Call) async throws -> TogetherView {
        let group = TogetherGroup(of: call.episode, call.child, in: call)
        let offered = call.query["act"] == EventWord.wentTogether.rawValue ? group.others : []
        try await call.shows(Set((group.members.dropFirst() + offered).map(\.child.id)))
        return TogetherView(call: call, group: group)
    }
}
