// SPDX-License-Identifier: MIT

import WorkingTime

extension Refusal {
    /// What is so, in one plain sentence.
    public var says: String {
        switch self {
        case .detailIsLacking(_, let key): "\(key.label) is needed."
        case .detailDoesNotBelong(let word, let key): "“\(word.spoken)” does not carry “\(key.label)”."
        case .valueIsNotAllowed(let key, let given, _): "“\(given)” is not one of the choices for \(key.label)."
        case .childIsNotKnown: "This child is not in the record."
        case .episodeIsNotKnown: "This episode is not in the record."
        case .noEpisodeIsOpen(let word): "The child has no open episode, so “\(word.spoken)” has nowhere to stand."
        case .liesInTheFuture: "The time given has not come yet."
        case .childWasBack(_, let instant): "The child was back by then, at \(instant.inFull)."
        case .childIsNotBack(let word): "The child is not back yet, so “\(word.spoken)” cannot have happened."
        case .alreadyLocated(let instant): "The child was already located, at \(instant.inFull)."
        case .endsBeforeItStarts(let start): "The episode started later, at \(start.inFull)."
        case .episodeIsClosed(let instant): "The episode was closed at \(instant.inFull)."
        case .nothingIsReported: "Nobody has reported the child yet."
        case .nothingIsOffered(let word): "Nothing is on offer that “\(word.spoken)” could answer."
        case .entryIsNotHere: "That entry is not on this history."
        case .isNotCorrected(let word): "“\(word.spoken)” is not corrected."
        case .mustNameYourself: "You would shut yourself out."
        case .workerIsNotKnown(let name): "Nobody called “\(name)” works here."
        case .needsSomebodyElse: "Nobody reviews what they opened themselves."
        case .isOnLegalHold: "The record is kept for a court or an inquiry."
        case .episodeIsNotClosed: "An episode of this child is not closed."
        case .meetingIsCancelled: "This meeting was called off."
        case .briefingIsNotKnown: "There is no such briefing."
        case .briefingIsAccepted: "Somebody has taken this briefing over already."
        case .childrenAreJoined: "These records are shown as one child."
        case .recordsContradict(let key): "The two records differ in what one child has once: \(key.label)."
        case .decidedToBeTwo: "Somebody decided that these are two children."
        case .alreadyRecorded: "This is already in the record."
        case .notAllowed(let role, let word): "A \(role.spoken) may not record “\(word.spoken)” here."
        case .guardrail(let guardrail): guardrail.says
        }
    }

    /// What is so and the way on, as one runs on from the other where they are read.
    public var inFull: String { "\(says) \(wayOn)" }

    /// What would satisfy it, in one plain sentence.
    public var wayOn: String {
        switch self {
        case .detailIsLacking(_, let key): "Fill in \(key.label.lowercased())."
        case .detailDoesNotBelong: "Leave it out, or put it into the narrative."
        case .valueIsNotAllowed(_, _, let allowed): "Choose one of: \(allowed.joined(separator: ", "))."
        case .childIsNotKnown: "Search for the child, or register them first."
        case .episodeIsNotKnown: "Go back to the board and open it from there."
        case .noEpisodeIsOpen: "Report the child first."
        case .liesInTheFuture: "Give the time at which it happened; it can be corrected later."
        case .childWasBack: "Check the time, or correct the return."
        case .childIsNotBack: "Record the return first."
        case .alreadyLocated: "Correct that entry if its time or place is wrong."
        case .endsBeforeItStarts: "Check the time, or correct when the episode started."
        case .episodeIsClosed: "Correct the closing if it was a mistake."
        case .nothingIsReported: "Report the child first."
        case .nothingIsOffered: "Record the offer first; until it is accepted, it stays where it is."
        case .entryIsNotHere: "Choose an entry from this episode's list."
        case .isNotCorrected: "Record that it is lifted, reviewed or withdrawn, and then record it anew."
        case .mustNameYourself: "Add yourself to those who may see it, or ask one of them to record it."
        case .workerIsNotKnown: "Give the short name under which the record knows them."
        case .needsSomebodyElse: "Ask another manager to review it."
        case .isOnLegalHold: "Lift the legal hold first, if it is over."
        case .episodeIsNotClosed: "Close it first."
        case .meetingIsCancelled: "Call another meeting, and name that one."
        case .briefingIsNotKnown: "Go back to the list of briefings and open it from there."
        case .briefingIsAccepted: "Read it all the same; nothing else needs to be done."
        case .childrenAreJoined: "Part them first."
        case .recordsContradict:
            "Find out which is right and correct the other record, or say that they are two children."
        case .decidedToBeTwo: "Take that decision back first, if it was wrong."
        case .alreadyRecorded: "Nothing needs to be done."
        case .notAllowed: "Ask somebody whose role it is, or your administrator if your role is wrong."
        case .guardrail(let guardrail): guardrail.wayOn
        }
    }
}

extension Instant {
    /// "Tuesday 9 June 2015 at 06:10": a refusal says when without knowing what day it is.
    fileprivate var inFull: String { "\(Spoken.fullDate(London.date(of: self))) \(Spoken.time(self))" }
}
