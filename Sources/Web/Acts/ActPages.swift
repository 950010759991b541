// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership
import Procedures
import WorkingTime

/// `/episodes/{episode}/add/{word}` and `/children/{child}/add/{word}`: a form for every act.
enum ActPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        if call.word == .documentAdded { return try await DocumentPages.show(call) }
        let act = try ActSetting(call)
        let draft = try await call.site.accounts.draft(call.path, of: call.account)
        if call.query["afresh"] == "1" {
            try await call.site.accounts.forget(call.path, of: call.account)
            return .redirect(to: call.path)
        }
        let typed = act.prefilled(try await act.original(call))
            .merging(try await call.planBefore(call.word, of: act.child)).merging(call.query).merging(
                draft?.fields ?? FormFields())
        return .page(try await act.page(call, typed: typed, faults: [], keptAt: draft?.keptAt))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        if call.word == .documentAdded { return try await DocumentPages.record(call) }
        let act = try ActSetting(call)
        let (given, faults) = act.form.read(
            act.changed(call.form, from: try await act.original(call)), for: act.subject, now: call.now)
        if !faults.isEmpty { return try await refused(act, call, faults) }
        return try await call.record([given]) { receipt in
            act.place(after: receipt, call)
        } orShow: { refusal in
            var guardrail: GuardrailRefusal?
            if case .guardrail(let rule) = refusal { guardrail = rule }
            return try await refused(act, call, [act.form.fault(for: refusal)], guardrail)
        }
    }

    private static func refused(
        _ act: ActSetting, _ call: Call, _ faults: [FieldFault], _ guardrail: GuardrailRefusal? = nil
    ) async throws -> Response {
        .page(
            try await act.page(call, typed: call.form, faults: faults, guardrail: guardrail),
            status: .unprocessableContent)
    }
}

/// How recording ended when it did not succeed.
enum Recording: Error {
    case refused(Refusal)
    case failed(any Error)
}

extension Call {
    /// Submits acts once, however often the same form is sent, and leads to where `place` says; else shows the refusal.
    func record(
        _ acts: [Act], then place: (Receipt) -> String, orShow show: (Refusal) async throws -> Response
    ) async throws -> Response {
        try await once { () async throws(Recording) -> String in
            do {
                return place(try await site.partnership.submit(acts, by: account.actor))
            } catch let refusal as Refusal {
                throw .refused(refusal)
            } catch {
                throw .failed(error)
            }
        } orShow: { refusal in
            try await show(refusal)
        }
    }

    /// Records once, however often the same form is sent, and leads to where `record` says; else shows the refusal.
    func once(
        _ record: () async throws(Recording) -> String, orShow show: (Refusal) async throws -> Response
    ) async throws -> Response {
        let token = form["once"]
        let key = "\(account.id) \(token)"
        if let place = try await site.accounts.settled(token, of: account) { return .redirect(to: place) }
        guard site.inFlight.begin(key) else { return .redirect(to: path) }
        defer { site.inFlight.end(key) }
        // Between looking and beginning, the other sending may have finished.
        if let place = try await site.accounts.settled(token, of: account) { return .redirect(to: place) }
        do {
            let place = try await record()
            if !token.isEmpty { try await site.accounts.settle(token, at: place, for: account) }
            let draft = form["draft"]
            if !draft.isEmpty { try await site.accounts.forget(draft, of: account) }
            return .redirect(to: place)
        } catch {
            switch error as? Recording {
            case .refused(let refusal): return try await show(refusal)
            case .failed(let fault): throw fault
            case nil: throw error
            }
        }
    }
}
