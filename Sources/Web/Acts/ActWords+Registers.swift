// SPDX-License-Identifier: MIT

import Casework

extension ActWords {
    static let titlesOfRegisters: [EventWord: String] = [
        .tiedToConcern: "Tie to a place or person of concern",
        .harbouringNoticeAsked: "Harbouring notice asked for", .harbouringNoticeServed: "Harbouring notice served",
        .harbouringNoticeEnded: "Harbouring notice ended",
        .policeProtectionStarted: "Police protection began", .policeProtectionEnded: "Police protection ended",
        .forcibleRemovalReported: "The child was taken by force", .wentTogether: "They went together",
        .accommodated: "Somewhere to stay was found", .accommodationAssessed: "Is the accommodation suitable?",
        .placeOfConcernEntered: "Enter a place", .personOfConcernEntered: "Enter a person",
        .entryOfConcernChanged: "Change what is known", .entryOfConcernReviewed: "Look at it again",
        .entryOfConcernEnded: "No longer of concern", .entryOfConcernRestricted: "Keep it to named people",
        .entryOfConcernOpened: "Open it to all readers again", .placeRestricted: "Restrict the place",
        .placeRestrictionEnded: "End the restriction", .entriesOfConcernLinked: "Link it with another entry",
        .emergencyPlaceEntered: "List a place", .emergencyPlaceChanged: "Change what is known",
        .emergencyPlaceChecked: "Check that it is suitable", .emergencyPlaceEnded: "Take it off the list",
    ]
}
