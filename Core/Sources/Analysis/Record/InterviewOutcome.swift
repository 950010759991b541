// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How far the return interview of an episode has come. Of several attempts the furthest counts.
///
/// It is owed after every missing episode and every one of being away, within 72 hours of the return. Source: SG ¶31–32.
public enum InterviewOutcome: String, CaseIterable, Hashable, Sendable {
    case heldInTime = "Held within 72 hours of the return"
    case heldLater = "Held later"
    case declined = "Declined"
    case notArranged = "Could not be arranged"
    case offered = "Offered, not held yet"
    case notOffered = "Not offered"

    /// Nil where none is owed: the child is not back, or was only absent and nobody offered one.
    init?(_ episode: Episode, kind: AbsenceKind, at now: Instant) {
        guard let returned = episode.facts.returnedAt, returned <= now else { return nil }
        var found = InterviewOutcome.notOffered
        for mark in episode.history.standing {
            guard let step = InterviewOutcome(mark, returned: returned) else { continue }
            if step.rank < found.rank { found = step }
        }
        if kind == .absent && found == .notOffered { return nil }
        self = found
    }

    private init?(_ mark: Mark, returned: Instant) {
        switch mark.word {
        case .interviewHeld: self = mark.clockTime <= returned + .hours(72) ? .heldInTime : .heldLater
        case .interviewDeclined: self = .declined
        case .interviewNotArranged: self = .notArranged
        case .interviewOffered, .interviewAccepted, .interviewContacted: self = .offered
        default: return nil
        }
    }

    /// Lower is further. An interview that was held counts as held, whatever came before it or after.
    private var rank: Int {
        switch self {
        case .heldInTime: 0
        case .heldLater: 1
        case .declined: 2
        case .notArranged: 3
        case .offered: 4
        case .notOffered: 5
        }
    }
}
