// SPDX-License-Identifier: MIT

import WorkingTime

/// One version of a plan for a child: its steps stand in the ledger, who does what and when.
public struct ChildPlan: Hashable, Sendable {
    /// `prevention-plan`, `trigger-plan`, `placement-plan`, `strategy`…
    public let kind: String
    public let child: ChildID
    /// The episode on which it was written; nil for one on the child's own record.
    public let episode: EpisodeID?
    /// The entry that wrote this version.
    public let written: Mark
    /// 1 for the first version.
    public let version: Int
    /// The entry that ended the plan.
    public let ended: Mark?

    /// When it is to be looked at again.
    public var reviewBy: UncertainTime? { written.details.time(.next) }
    public var isInForce: Bool { ended == nil }

    /// Whether its review is overdue at `instant`.
    public func isReviewOverdue(at instant: Instant) -> Bool {
        isInForce && reviewBy.map { $0.latest < instant } ?? false
    }
}

extension State {
    /// Every version of every plan with steps of the child's, oldest first: of each kind the newest is in force until
    /// somebody ends it. Source: SG ¶52–56; BC 1, 3, 7.
    public func plans(of id: ChildID) -> [ChildPlan] {
        guard let child = child(id) else { return [] }
        let histories: [(EpisodeID?, History)] =
            [(nil, child.history)] + episodes(of: id).map { ($0.id, $0.history) }
        var written: [(kind: String, episode: EpisodeID?, mark: Mark)] = []
        var ends: [Mark] = []
        for (episode, history) in histories {
            guard EventWords.plans.isHeld(by: history) else { continue }
            for mark in history.standing {
                if mark.word == .planEnded { ends.append(mark) }
                guard EventWords.plans.contains(mark.word), mark.gives(.steps) else { continue }
                written.append((mark.details.word(.kind) ?? "prevention-plan", episode, mark))
            }
        }
        written.sort { $0.mark.position < $1.mark.position }
        return written.indices.map { place in
            let own = written[place]
            let later = written[(place + 1)...].first { $0.kind == own.kind }?.mark
            let end = ends.first { end in
                end.details.word(.kind) == own.kind && own.mark.position < end.position
                    && later.map { end.position < $0.position } ?? true
            }
            let version = written[...place].count { $0.kind == own.kind }
            return ChildPlan(
                kind: own.kind, child: id, episode: own.episode, written: own.mark, version: version,
                ended: end ?? later)
        }
    }

    /// The plans in force for the child, the trigger plan first: what to do at once when they go missing.
    public func plansInForce(of id: ChildID) -> [ChildPlan] {
        let order = ["trigger-plan", "prevention-plan", "strategy"]
        func rank(_ plan: ChildPlan) -> Int { order.firstIndex(of: plan.kind) ?? order.count }
        return plans(of: id).filter(\.isInForce)
            .sorted { (rank($0), $0.written.position) < (rank($1), $1.written.position) }
    }
}

extension EventWords {
    fileprivate static let plans: EventWords = [.preventionPlanReviewed, .planUpdated]

    fileprivate func isHeld(by history: History) -> Bool { history.recorded.contains { contains($0.word) } }
}
