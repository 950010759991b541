// SPDX-License-Identifier: MIT

import Casework
import Hummingbird
import Partnership
import WorkingTime

/// What the guided report records, and when.
enum ReportSending {
    /// First checks begin: from now on everybody sees that the child is being looked for.
    static func start(_ call: Call, _ given: ReportDraft) async throws -> Response {
        var draft = given
        if draft.hasStarted { return .redirect(to: "\(draft.path)/checks") }
        let minutes = Int(draft.fields["minutes"]) ?? 20
        let deadline = call.now + .minutes(min(max(minutes, 5), 120))
        var details: Details = [.deadline: .time(.at(deadline))]
        do {
            let since = try TimeFields.read("missingSince", in: draft.fields, now: call.now)
            details[.missingSince] = .time(since)
        } catch .says(let text) {
            return .page(ReportChecksView(call: call, draft: draft, fault: text).page, status: .unprocessableContent)
        } catch {}
        if let from = draft.child(call)?.facts.placement(on: call.today)?.place ?? call.account.agency?.name {
            details[.from] = .word(from)
        }
        var acts = registering(call, draft)
        let subject: Act.Subject = draft.child(call).map { .child($0.id) } ?? .sameAsBefore
        acts.append(Act(.checksStarted, subject, occurredAt: .at(call.now), details: details))
        do {
            let receipt = try await call.site.partnership.submit(acts, by: call.account.actor)
            draft.fields["child"] = String(receipt.child?.number ?? 0)
            draft.fields["started"] = "yes"
            draft.fields["finish-by"] = TimeText.write(deadline)
            try await draft.keep(call)
            return .redirect(to: "\(draft.path)/checks")
        } catch let refusal as Refusal {
            let says = refusal.inFull
            return .page(ReportChecksView(call: call, draft: draft, fault: says).page, status: .unprocessableContent)
        }
    }

    /// The child turned up during the checks.
    static func back(_ call: Call, _ draft: ReportDraft) async throws -> Response {
        guard let child = draft.child(call), let open = call.state.openEpisode(of: child.id) else {
            try await call.site.accounts.forget(draft.name, of: call.account)
            return .redirect(to: "/")
        }
        var acts: [Act] = []
        if open.facts.reportedAt == nil { acts.append(completed(draft, open, at: call.now)) }
        acts.append(Act(.returned, .episode(open.id), occurredAt: .at(call.now)))
        _ = try await call.site.partnership.submit(acts, by: call.account.actor)
        try await call.site.accounts.forget(draft.name, of: call.account)
        return .redirect(to: "/episodes/\(open.id.number)?recorded=returned")
    }

    static func send(_ call: Call, _ draft: ReportDraft) async throws -> Response {
        if let place = try await call.site.accounts.settled(draft.name, of: call.account) {
            return .redirect(to: place)
        }
        var faults: [FieldFault] = []
        let details = draft.details(call, faults: &faults)
        if !faults.isEmpty { return .redirect(to: "\(draft.path)/seen") }
        var acts = registering(call, draft)
        let child = draft.child(call)
        if let child, let open = call.state.openEpisode(of: child.id), open.facts.stage == .checking, draft.hasStarted {
            acts.append(completed(draft, open, at: call.now))
        }
        let subject: Act.Subject = child.map { .child($0.id) } ?? .sameAsBefore
        acts.append(Act(.reported, subject, occurredAt: .at(call.now), details: details))
        do {
            let receipt = try await call.site.partnership.submit(acts, by: call.account.actor)
            let place = "/report/sent/\(receipt.episode?.number ?? 0)"
            try await call.site.accounts.settle(draft.name, at: place, for: call.account)
            try await call.site.accounts.forget(draft.name, of: call.account)
            return .redirect(to: place)
        } catch Refusal.alreadyRecorded {
            // The same report came twice at once; the record took one.
            return .redirect(to: child.map { "/children/\($0.id.number)" } ?? "/")
        } catch let refusal as Refusal {
            return .page(try await ReportAnswersView(call, draft, refusal: refusal).page, status: .unprocessableContent)
        }
    }

    private static func completed(_ draft: ReportDraft, _ open: Episode, at now: Instant) -> Act {
        var details = Details()
        let checked = draft.fields.values("checked").flatMap { $0.split(separator: "\n").map { String($0).trimmed } }
        if !checked.isEmpty { details[.checked] = .words(checked) }
        return Act(.checksCompleted, .episode(open.id), occurredAt: .at(now), details: details)
    }

    /// Enters a child who isn't in the record yet.
    private static func registering(_ call: Call, _ draft: ReportDraft) -> [Act] {
        guard draft.child(call) == nil else { return [] }
        return [Act(.childRegistered, .newChild, occurredAt: .at(call.now), details: NewcomerForm.details(draft, call))]
    }
}
