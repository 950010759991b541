// SPDX-License-Identifier: MIT

import Casework

extension DutyStanding {
    /// The kind of meeting by which the duty is done; nil where it isn't done by one.
    public var meetingKind: String? {
        guard [.meetingArranged, .meetingHeld, .placedOnAgenda].contains(doneBy) else { return nil }
        return doneWith.word(.kind) ?? "meeting"
    }
}
