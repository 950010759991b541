// SPDX-License-Identifier: MIT

import WorkingTime

/// A meeting that was called. It names no child: what ties a child to it stands in the child's own record.
public struct CalledMeeting: Hashable, Sendable {
    /// The place in the ledger at which it was called.
    public let number: Int
    /// Which kind of the protocol's: `strategy-meeting`, `mase`.
    public let kind: String
    public let calledAt: Instant
    public let calledBy: Actor
    /// When it is to be held, as exactly as is known.
    public internal(set) var at: UncertainTime?
    public internal(set) var place: String?
    /// The chair by their short name or their role.
    public internal(set) var chair: String?
    /// The agency that holds it.
    public let agency: AgencyID?
    /// Who was asked to come.
    public internal(set) var invited: [String]
    /// How often it was changed since it was called: what a calendar needs to know the newest.
    public internal(set) var changeCount = 0
    public internal(set) var changedAt: Instant
    /// When it was called off.
    public internal(set) var cancelledAt: Instant?
    /// Why it was called off.
    public internal(set) var cancelReason: String?
    public internal(set) var attendance: Attendance?

    public var isCancelled: Bool { cancelledAt != nil }

    /// Who came, and who sent apologies.
    public struct Attendance: Hashable, Sendable {
        public let heldAt: UncertainTime
        public let attendees: [String]
        public let apologies: [String]
    }

    init?(_ event: Event, at position: Position) {
        guard let kind = event.details.word(.kind) else { return nil }
        number = Int(position.number)
        self.kind = kind
        (calledAt, calledBy, changedAt) = (event.recordedAt, event.by, event.recordedAt)
        at = event.details.time(.at)
        place = event.details.word(.place)
        chair = event.details.word(.chair)
        agency = event.details.word(.agency).map { AgencyID($0) } ?? event.by.agency
        invited = event.details.words(.attendees)
    }

    mutating func take(_ event: Event) {
        let details = event.details
        changeCount += 1
        changedAt = event.recordedAt
        switch event.word {
        case .meetingCancelled:
            cancelledAt = event.recordedAt
            cancelReason = details.text(.reason)
        case .attendanceNoted:
            chair = details.word(.chair) ?? chair
            attendance = Attendance(
                heldAt: event.occurredAt, attendees: details.words(.attendees), apologies: details.words(.apologies))
        default:
            at = details.time(.at) ?? at
            place = details.word(.place) ?? place
            chair = details.word(.chair) ?? chair
            if details[.attendees] != nil { invited = details.words(.attendees) }
        }
    }
}
