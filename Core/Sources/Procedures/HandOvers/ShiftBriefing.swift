// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What one shift has to tell the next of one child, made from the record: how they are, what is owed, what was promised,
/// who has not answered, and what changed.
public struct ShiftBriefing: Sendable {
    public let child: ChildID
    public let episode: EpisodeID?
    public let facts: EpisodeFacts?
    /// What is owed, the soonest due first; what is overdue stands first.
    public let owed: [DutyStanding]
    /// Actions that were agreed and not recorded as done, the soonest due first.
    public let promised: [Promise]
    /// Who was told something and has not said that they saw it.
    public let unanswered: [Unanswered]
    /// What was recorded since the shift began, in the order in which it was recorded.
    public let changes: [Mark]

    /// An agreed action that nobody has recorded as done.
    public struct Promise: Hashable, Sendable {
        /// Where it stands in the ledger: what is promised is read there.
        public let position: Position
        public let owner: String
        public let due: Instant?
    }

    /// A notice that nobody has acknowledged.
    public struct Unanswered: Hashable, Sendable {
        public let position: Position
        public let to: String
        public let at: Instant
    }

    /// The child's line, or nil where there is nothing to hand over: not away, nothing owed by then, nothing new.
    ///
    /// `duties` are the episode's as they stand; `dueBy` is when the next shift ends. Who is away is always told.
    public init?(
        _ child: Child, _ episode: Episode?, duties: [DutyStanding], since: Instant, dueBy: Instant
    ) {
        let marks = episode?.history.standing ?? []
        let recorded = (episode?.history.recorded ?? []) + child.history.recorded
        self.child = child.id
        self.episode = episode?.id
        facts = episode?.facts
        owed = duties.filter { $0.state.isOutstanding && $0.due.map { $0.lastInstant <= dueBy } ?? true }
            .sorted { ShiftBriefing.order($0) < ShiftBriefing.order($1) }
        promised = ShiftBriefing.promises(in: marks)
        unanswered = ShiftBriefing.unanswered(in: marks)
        changes = recorded.filter { since < $0.recordedAt && !ShiftBriefing.ownWords.contains($0.word) }
            .sorted { ($0.recordedAt, $0.position) < ($1.recordedAt, $1.position) }
        let isAway = facts.map(\.isOpen) ?? false
        if !isAway, owed.isEmpty, promised.isEmpty, changes.isEmpty { return nil }
    }

    /// Whether the child is away now, or was not found yet.
    public var isAway: Bool { facts.map(\.isOpen) ?? false }

    /// What a hand-over itself records is no news of the child.
    private static let ownWords: EventWords = [.childHandedOver, .handOverRead]

    private static func order(_ duty: DutyStanding) -> (Int, Int64) {
        (duty.state == .overdue ? 0 : 1, duty.due?.lastInstant.secondsSince1970 ?? .max)
    }

    private static func promises(in marks: [Mark]) -> [Promise] {
        let done = Set(marks.filter { $0.word == .actionDone }.compactMap { $0.details.number(.what) })
        return marks.filter { $0.word == .actionAgreed && !done.contains(Int($0.position.number)) }.map { mark in
            Promise(
                position: mark.position, owner: mark.details.word(.owner) ?? "",
                due: mark.details.time(.due)?.earliest)
        }.sorted { ($0.due?.secondsSince1970 ?? .max, $0.position) < ($1.due?.secondsSince1970 ?? .max, $1.position) }
    }

    /// Of whoever was told more than once, the first notice that is still without an answer.
    private static func unanswered(in marks: [Mark]) -> [Unanswered] {
        var open: [Unanswered] = []
        for mark in marks {
            switch mark.word {
            case .notified:
                guard let to = mark.details.word(.to), !open.contains(where: { $0.to == to }) else { continue }
                open.append(Unanswered(position: mark.position, to: to, at: mark.clockTime))
            case .acknowledged:
                let what = mark.details.number(.what)
                let who = mark.details.word(.to) ?? mark.by.rawValue
                open.removeAll { $0.to == who || $0.to == mark.by.rawValue || Int($0.position.number) == what }
            default: break
            }
        }
        return open
    }
}
