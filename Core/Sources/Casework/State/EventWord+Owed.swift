// SPDX-License-Identifier: MIT

extension EventWord {
    /// Whether an event of the partnership may change what is owed for a child who is not named in it.
    ///
    /// An adoption, an agency's area and what the area has done may. That a meeting was called, a briefing made or a place
    /// entered into a register doesn't: what follows for a child stands in the child's own record.
    var mayChangeWhatIsOwed: Bool {
        switch self {
        case .meetingCalled, .meetingChanged, .meetingCancelled, .attendanceNoted, .planLineWritten, .planLineChanged,
            .planLineProgressed, .planLineEnded, .placeOfConcernEntered, .personOfConcernEntered,
            .entryOfConcernChanged, .entryOfConcernReviewed, .entryOfConcernEnded, .entryOfConcernRestricted,
            .entryOfConcernOpened, .placeRestricted, .placeRestrictionEnded, .entriesOfConcernLinked,
            .emergencyPlaceEntered, .emergencyPlaceChanged, .emergencyPlaceChecked, .emergencyPlaceEnded,
            .catalogueConfirmed, .catalogueDoubted, .trainingRecorded, .briefingMade, .briefingAccepted,
            .briefingEscalated, .workerAdded, .workerLeft, .childrenCompared, .comparisonWithdrawn:
            false
        default: true
        }
    }
}
