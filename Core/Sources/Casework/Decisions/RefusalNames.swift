// SPDX-License-Identifier: MIT

extension Refusal {
    /// Its name without what it is about, for pages that list refusals.
    public var name: String {
        switch self {
        case .detailIsLacking: "detailIsLacking"
        case .detailDoesNotBelong: "detailDoesNotBelong"
        case .valueIsNotAllowed: "valueIsNotAllowed"
        case .childIsNotKnown: "childIsNotKnown"
        case .episodeIsNotKnown: "episodeIsNotKnown"
        case .noEpisodeIsOpen: "noEpisodeIsOpen"
        case .liesInTheFuture: "liesInTheFuture"
        case .childWasBack: "childWasBack"
        case .childIsNotBack: "childIsNotBack"
        case .alreadyLocated: "alreadyLocated"
        case .endsBeforeItStarts: "endsBeforeItStarts"
        case .episodeIsClosed: "episodeIsClosed"
        case .nothingIsReported: "nothingIsReported"
        case .nothingIsOffered: "nothingIsOffered"
        case .entryIsNotHere: "entryIsNotHere"
        case .isNotCorrected: "isNotCorrected"
        case .mustNameYourself: "mustNameYourself"
        case .workerIsNotKnown: "workerIsNotKnown"
        case .needsSomebodyElse: "needsSomebodyElse"
        case .isOnLegalHold: "isOnLegalHold"
        case .episodeIsNotClosed: "episodeIsNotClosed"
        case .meetingIsCancelled: "meetingIsCancelled"
        case .briefingIsNotKnown: "briefingIsNotKnown"
        case .briefingIsAccepted: "briefingIsAccepted"
        case .childrenAreJoined: "childrenAreJoined"
        case .recordsContradict: "recordsContradict"
        case .decidedToBeTwo: "decidedToBeTwo"
        case .alreadyRecorded: "alreadyRecorded"
        case .notAllowed: "notAllowed"
        case .guardrail: "guardrail"
        }
    }

    /// The names of all of them.
    public static let names = [
        "detailIsLacking", "detailDoesNotBelong", "valueIsNotAllowed", "childIsNotKnown", "episodeIsNotKnown",
        "noEpisodeIsOpen", "liesInTheFuture", "childWasBack", "childIsNotBack", "alreadyLocated", "endsBeforeItStarts",
        "episodeIsClosed", "nothingIsReported", "nothingIsOffered", "entryIsNotHere", "alreadyRecorded", "notAllowed",
        "guardrail", "isNotCorrected", "mustNameYourself", "workerIsNotKnown", "needsSomebodyElse", "isOnLegalHold",
        "episodeIsNotClosed", "meetingIsCancelled", "briefingIsNotKnown", "briefingIsAccepted",
        "childrenAreJoined", "recordsContradict", "decidedToBeTwo",
    ]
}
