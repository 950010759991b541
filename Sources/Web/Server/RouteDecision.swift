// SPDX-License-Identifier: MIT

import Casework

/// What was decided about one request before its handler ran: who asked, for which part of whose record, and whether
/// they are given it.
struct RouteDecision: Sendable {
    let isAllowed: Bool
    /// The child asked for, whether or not there is one, and whether or not it is told.
    let child: ChildID?
    let episode: EpisodeID?
    let act: RecordAct?
    let part: RecordPart?
    /// The event that would be recorded.
    let word: EventWord?
    /// What the handler is given; nothing where it is refused.
    let subject: RouteSubject
}

extension Site {
    /// Told of every decision about a request of somebody who is signed in, after it was made and before anything is
    /// answered. Where this throws, nothing is answered: there is no look without a trace.
    func decided(_ decision: RouteDecision, _ call: Call, _ route: Route) async throws {
        try await note(decision, call, route)
        if decision.isAllowed { return }
        // Numbers and codes only: who asked is in the log of sessions, and no name is in any log.
        log.info(
            "refused",
            metadata: [
                "route": "\(route.path)", "method": "\(route.method)", "account": "\(call.account.id)",
                "part": "\(decision.part?.rawValue ?? "none")",
            ])
    }
}
