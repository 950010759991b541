// SPDX-License-Identifier: MIT

import Casework
import Hummingbird
import Matching
import Partnership
import WorkingTime

/// `/report…`: the guided report, one thing a page.
enum ReportPages {
    /// Step 1: who is it?
    @Sendable static func choose(_ call: Call) async throws -> Response {
        let finder = ChildFinder(call)
        let wanted = UInt32(call.query["child"]).map { ChildID(number: $0) }
        let text = call.query["q"]
        var children = finder.residents()
        var likely: [LikelyChild] = []
        if text.isEmpty {
            try await call.shows(children.map(\.id))
        } else {
            (children, likely) = try await SearchPages.search(text, call)
        }
        let shown = children.filter { wanted == nil || $0.id == wanted }
        let begun = try await call.site.accounts.drafts(ReportDraft.prefix, of: call.account)
            .map {
                ReportDraft(
                    id: String($0.name.dropFirst(ReportDraft.prefix.count)), fields: $0.draft.fields,
                    keptAt: $0.draft.keptAt)
            }
        return .page(
            ReportChooseView(
                call: call, children: shown.isEmpty ? children : shown, likely: likely, begun: begun, searched: text
            ).page)
    }

    @Sendable static func begin(_ call: Call) async throws -> Response {
        var draft = ReportDraft(id: Secrets.token())
        let child = call.form["child"]
        if child != "new" {
            draft.fields["child"] = child
            guard let known = draft.child(call) else { throw PageFault.notFound }
            if let open = call.state.openEpisode(of: known.id), open.facts.reportedAt != nil {
                return .redirect(to: "/episodes/\(open.id.number)")
            }
        }
        try await draft.keep(call)
        return .redirect(to: "\(draft.path)/\(child == "new" ? "child" : ReportDraft.afterChild(call))")
    }

    @Sendable static func showChild(_ call: Call) async throws -> Response {
        .page(ReportChildView(call: call, draft: call.draft, faults: []).page)
    }

    @Sendable static func keepChild(_ call: Call) async throws -> Response {
        var draft = call.draft
        draft.fields = draft.fields.merging(call.form)
        try await draft.keep(call)
        let faults = NewcomerForm.faults(draft.fields, now: call.now)
        if !faults.isEmpty {
            return .page(ReportChildView(call: call, draft: draft, faults: faults).page, status: .unprocessableContent)
        }
        if draft.fields["isNobodyKnown"] != "yes" {
            let likely = LikelyChildren(call).of(SoughtChild(NewcomerForm.details(draft, call)))
            if !likely.seen.isEmpty || !likely.hidden.isEmpty {
                try await call.searched(
                    draft.fields["name"], finding: likely.seen.map(\.child.id), hidden: likely.hidden)
            }
            if !likely.seen.isEmpty {
                return .page(ReportKnownView(call: call, draft: draft, likely: likely.seen).page)
            }
        }
        return .redirect(to: "\(draft.path)/\(ReportDraft.afterChild(call))")
    }

    /// Step 2: what has been checked?
    @Sendable static func showChecks(_ call: Call) async throws -> Response {
        let step = ReportDraft.afterChild(call)
        if step != "checks" { return .redirect(to: "\(call.draft.path)/\(step)") }
        return .page(ReportChecksView(call: call, draft: call.draft, fault: nil).page)
    }

    @Sendable static func keepChecks(_ call: Call) async throws -> Response {
        var draft = call.draft
        draft.fields = draft.fields.merging(call.form)
        draft.fields.remove { $0 == "do" }
        draft.settleNow(call.now)
        switch call.form["do"] {
        case "start": return try await ReportSending.start(call, draft)
        case "danger":
            draft.fields["imminentRisk"] = "yes"
            try await draft.keep(call)
            return .redirect(to: "\(draft.path)/seen")
        case "back":
            try await draft.keep(call)
            return try await ReportSending.back(call, draft)
        default:
            try await draft.keep(call)
            return .redirect(to: "\(draft.path)/seen")
        }
    }

    /// Step 3: when and where last seen, and what helps to look.
    @Sendable static func showSeen(_ call: Call) async throws -> Response {
        let draft = call.draft
        return .page(try await ReportSeenView(call, draft, faults: []).page)
    }

    @Sendable static func keepSeen(_ call: Call) async throws -> Response {
        var draft = call.draft
        draft.fields = draft.fields.merging(call.form)
        try await draft.keep(call)
        var faults: [FieldFault] = []
        _ = draft.details(call, faults: &faults)
        if faults.isEmpty { return .redirect(to: "\(draft.path)/answers") }
        return .page(try await ReportSeenView(call, draft, faults: faults).page, status: .unprocessableContent)
    }

    /// Step 4: check the answers, and send.
    @Sendable static func showAnswers(_ call: Call) async throws -> Response {
        let draft = call.draft
        return .page(try await ReportAnswersView(call, draft, refusal: nil).page)
    }

    @Sendable static func send(_ call: Call) async throws -> Response {
        var draft = call.draft
        draft.fields = draft.fields.merging(call.form)
        return try await ReportSending.send(call, draft)
    }

    /// Step 5: sent, and what happens now.
    @Sendable static func showSent(_ call: Call) async throws -> Response {
        let (episode, child) = (call.episode, call.child)
        let partnership = call.site.partnership
        let told = try await call.told(episode.history.recorded, of: child)
        let view = ReportSentView(
            call: call, episode: episode, child: child, told: told,
            penPicture: try await ChildPages.penPicture(of: child, call),
            standings: partnership.standings(of: episode.id, in: call.state, at: call.now),
            plans: try await call.plansInForce(of: child))
        return .page(view.page)
    }
}
