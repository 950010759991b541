// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes
import Hummingbird
import Ledger
import Partnership
import WorkingTime

extension Site {
    /// Notes what was decided about one request. Throws `.looksAreNotNoted` where it can't be: then nothing is shown.
    ///
    /// What is sent with a form is no look: it stands in the record itself.
    func note(_ decision: RouteDecision, _ call: Call, _ route: Route) async throws {
        let isOpened = decision.leavesItsOwnTrace(call)
        guard let kind = kind(of: decision, route, isOpened: isOpened) else { return }
        let look = Look(
            kind, by: call.account.actor, at: looks.now, child: decision.child, episode: decision.episode,
            part: decision.part, route: route.path)
        try await note(
            [look], call, route, isDurable: [.refused, .exported, .openedUrgently].contains(kind), goesOn: isOpened)
    }

    private func kind(of decision: RouteDecision, _ route: Route, isOpened: Bool) -> LookKind? {
        if !decision.isAllowed { return .refused }
        if decision.act == .export { return .exported }
        guard decision.child != nil, route.method == .get else { return nil }
        return isOpened ? .openedUrgently : .looked
    }

    /// Notes looks of who asks. Where they can't be noted, reporting and recording go on all the same, and what was
    /// looked at is held in memory.
    func note(
        _ noted: [Look], _ call: Call, _ route: Route, isDurable: Bool = false, goesOn: Bool = false
    ) async throws {
        // A program reads faster than anybody could, and never by itself: what it is shown is on disk before it has it.
        let isOfProgram = route.operation != nil
        let manner = LookBook.Manner(
            isDurable: isDurable || isOfProgram,
            isByItself: !isOfProgram && call.request.headers[.refreshing] != nil)
        do throws(LedgerFault) {
            try await looks.note(noted, in: call.state, manner)
        } catch {
            log.error("looks cannot be noted", metadata: ["fault": "\(error.code)", "route": "\(route.path)"])
            let isExport = noted.contains { $0.kind == .exported }
            guard goesOn || route.goesOnUnnoted, !isExport else { throw PageFault.looksAreNotNoted }
            await looks.noteInAnyCase(noted, in: call.state)
        }
    }

    /// Notes that somebody signed in or left. Never stops them.
    func noteSignIn(_ kind: LookKind, _ account: Account, from address: String) async {
        let look = Look(kind, by: account.actor, at: looks.now, from: address)
        await looks.noteInAnyCase([look], in: partnership.state)
    }
}

extension RouteDecision {
    /// Whether the record itself says that they look at this child now, since they opened it urgently: what somebody
    /// needs for a child in danger is not closed because a disk is full.
    fileprivate func leavesItsOwnTrace(_ call: Call) -> Bool {
        guard isAllowed, let child = child.flatMap({ call.state.child($0) }) else { return false }
        return child.facts.protection.glassBreaks.contains {
            $0.worker == call.account.worker && $0.isOpen(at: call.now)
        }
    }
}

extension Route {
    /// Whether this goes on while looks can't be noted: a missing child can always be reported, and what people do for
    /// one can always be recorded.
    var goesOnUnnoted: Bool {
        if let operation, !operation.records { return false }
        return path == "/report" || path.hasPrefix("/report/") || path == "/danger" || method == .post || rule.records
    }
}

extension RouteRule {
    /// Whether it is for recording something.
    var records: Bool {
        switch self {
        case .recordsOnChild, .recordsOnEpisode, .opensChild, .child(.add, _), .child(.decide, _), .episode(.add, _),
            .episode(.decide, _):
            true
        case .both(let first, let second): first.records || second.records
        default: false
        }
    }
}

extension Call {
    /// Notes that a page shows these children in a list. Every page that names a child whom its path does not name says
    /// so, before it is answered.
    func shows(_ children: some Sequence<ChildID>) async throws {
        try await note(children.map { look(.listed, $0) })
    }

    /// Notes a search: whom it showed; else whom it fits who may not be shown; else what was searched for.
    func searched(_ words: String, finding found: [ChildID], hidden: [ChildID]) async throws {
        var looks = found.map { look(.found, $0, words) } + hidden.map { look(.soughtInVain, $0, words) }
        if looks.isEmpty { looks = [look(.searched, nil, words)] }
        try await note(looks)
    }

    /// Notes that a program was told something of the child whom its path names, which refused what it sent: what is
    /// recorded is its own trace, and a refusal has none.
    func looked() async throws {
        guard let child = subject.child?.id else { return }
        try await note([
            Look(
                .looked, by: account.actor, at: site.looks.now, child: child, episode: subject.episode?.id,
                part: .existence, route: route.path)
        ])
    }

    /// Notes that somebody asked by number, in what they sent, for a child who is not there for them.
    func refused(_ child: ChildID) async throws {
        try await note([
            Look(.refused, by: account.actor, at: site.looks.now, child: child, part: .identity, route: route.path)
        ])
    }

    private func look(_ kind: LookKind, _ child: ChildID?, _ words: String? = nil) -> Look {
        Look(
            kind, by: account.actor, at: site.looks.now, child: child, part: child == nil ? nil : .identity,
            route: route.path, words: words.map { String($0.prefix(200)) })
    }

    private func note(_ looks: [Look]) async throws {
        if looks.isEmpty { return }
        try await site.note(looks, self, route)
    }
}
