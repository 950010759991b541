// SPDX-License-Identifier: MIT

import WorkingTime

/// That two records are shown as one child. Neither is changed: taken back, each is again as it was recorded.
public struct ChildJoin: Hashable, Sendable {
    /// The entry that joined them.
    public let position: Position
    /// The record under whose number, name and birth date the child is shown.
    public let kept: ChildID
    /// The record that is shown as the other one.
    public let other: ChildID
    public let by: Actor
    public let joinedAt: Instant
    public let reason: String
    /// Who parted them again, and when; nil while they are one.
    public internal(set) var parted: TakenBack?

    init?(_ event: Event, at position: Position) {
        guard let kept = event.details.child, let other = event.details.pairedChildren.first else { return nil }
        (self.position, self.kept, self.other) = (position, kept, other)
        (by, joinedAt) = (event.by, event.recordedAt)
        reason = event.details.text(.reason) ?? ""
    }
}

/// What somebody decided of two records: whether they are of one child.
public struct ChildComparison: Hashable, Sendable {
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        case same
        case notSame = "not-same"
        case notSure = "not-sure"
    }

    /// The entry that says so.
    public let position: Position
    /// The lower number first.
    public let first: ChildID
    public let second: ChildID
    public let outcome: Outcome
    public let by: Actor
    public let decidedAt: Instant
    public let reason: String
    public internal(set) var withdrawn: TakenBack?

    init?(_ event: Event, at position: Position) {
        let pair = event.details.pairedChildren.sorted()
        guard pair.count == 2, let outcome = event.details.word(.outcome).flatMap(Outcome.init(rawValue:)) else {
            return nil
        }
        (self.position, first, second, self.outcome) = (position, pair[0], pair[1], outcome)
        (by, decidedAt) = (event.by, event.recordedAt)
        reason = event.details.text(.reason) ?? ""
    }
}

/// Who took something back, when, and why.
public struct TakenBack: Hashable, Sendable {
    public let by: Actor
    public let at: Instant
    public let reason: String

    init(_ event: Event) {
        (by, at, reason) = (event.by, event.recordedAt, event.details.text(.reason) ?? "")
    }
}

extension Details {
    /// The child whose number stands under `what`.
    var child: ChildID? { number(.what).flatMap(UInt32.init(exactly:)).map(ChildID.init(number:)) }

    /// The children whose numbers stand under `withChildren`.
    var pairedChildren: [ChildID] {
        numbers(.withChildren).compactMap(UInt32.init(exactly:)).map(ChildID.init(number:))
    }

    /// The entry whose place stands under `what`.
    var named: Position? { number(.what).map { Position(Int64($0)) } }
}
