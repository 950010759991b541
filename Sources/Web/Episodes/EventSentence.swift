// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// An event as one sentence: who did what.
struct EventSentence {
    let event: Event
    let telling: Telling

    private var who: String { event.by.role.spoken.capitalisedFirst }

    var text: String { closed(decision ?? happening ?? fallback) }

    /// A detail that is held back from a reader, or was not given, leaves no sentence open at its end.
    private func closed(_ sentence: String) -> String {
        for open in [": ", ", for the ", ", for ", " to "] where sentence.hasSuffix(open) {
            return String(sentence.dropLast(open.count))
        }
        return sentence
    }

    private func word(_ key: DetailKey) -> String {
        event.details.word(key).map { telling.word($0, of: key) } ?? ""
    }

    private func time(_ key: DetailKey) -> String {
        event.details.time(key).map { Spoken.moment($0, now: telling.now) } ?? ""
    }

    private var decision: String? {
        switch event.word {
        case .classified: "\(who) classified as \(word(.as))"
        case .reclassified: "\(who) changed the category to \(word(.as))"
        case .decidedByIncidentManager: "Force incident manager decided: \(word(.as))"
        case .riskGraded: "\(who) graded the risk \(word(.as))"
        case .careKindDecided: "\(who) decided: \(word(.as))"
        case .reviewAgreed: "\(who) agreed the next review for \(time(.next))"
        case .reviewed:
            event.details[.next] == nil ? "\(who) reviewed it" : "\(who) reviewed it; next review \(time(.next))"
        case .publicityDecided: "\(who) decided on publicity: \(word(.as))"
        case .disputed: "\(who) disagreed with the category"
        case .questionsAnswered: "\(who) asked the risk questions: \(answered)"
        case .waived: "\(who) set aside: \(event.details.word(.duty)?.spaced ?? "a duty")"
        case .agreed: "\(who) agreed that a duty is not due: \(event.details.word(.duty)?.spaced ?? "")"
        default: nil
        }
    }

    private var happening: String? {
        switch event.word {
        case .checksStarted: "\(who) began first checks, to finish by \(time(.deadline))"
        case .checksCompleted: "\(who) finished first checks"
        case .reported: "\(who) reported the child missing\(recipient(" to "))"
        case .accountReceived:
            event.details[.agency] == nil ? "Another account was received" : "\(word(.agency)) gave its own account"
        case .notified: "\(who) told \(word(.to))"
        case .acknowledged: "\(who) has seen it"
        case .located: "Located\(place)"
        case .returned: "Back\(recipient(" at "))"
        case .sighted: "Seen, or said to have been seen\(place)"
        case .visited: "\(who) visited an address"
        case .contactedChild: "\(who) heard from the child"
        case .contactAttempted: "\(who) tried to reach the child"
        case .meetingArranged: "\(who) arranged a \(word(.kind))\(event.details[.at] == nil ? "" : " for \(time(.at))")"
        case .meetingHeld: "A \(word(.kind)) was held"
        case .actionAgreed: "An action was agreed, for the \(word(.owner))"
        case .interviewAssigned: "\(word(.interviewer)) was named to hold the interview"
        case .interviewNotAttended: "The child had said yes, and \(word(.kind))"
        case .interviewNotArranged:
            "The interview was not offered\(event.details[.ground] == nil ? "" : ": \(word(.ground))")"
        case .interviewAudited: "The interview was read by somebody else: \(word(.grade))"
        case .findingsShared: "\(who) passed on what was learnt\(recipient(" to "))"
        case .findingRecorded: "A finding was recorded: \(word(.kind))"
        case .referred:
            "\(who) referred the child\(recipient(" to "))\(event.details[.agency] == nil ? "" : ", \(word(.agency))")"
        case .corrected: event.details.flag(.withdrawn) ? "\(who) withdrew an entry" : "\(who) corrected an entry"
        case .noteAdded: "\(who) wrote a note"
        case .riskNoted: "\(who) noted a risk: \(word(.kind))"
        case .riskEnded: "\(who) held a risk to be over: \(word(.kind))"
        case .statusStarted: "Status began: \(word(.kind))"
        case .statusEnded: "Status ended: \(word(.kind))"
        case .placementStarted:
            "Placement began: \(word(.kind))\(event.details[.place] == nil ? "" : ", \(word(.place))")"
        case .allocated: "\(word(.worker)) was allocated as \(word(.role))"
        case .penPictureWritten: "\(who) wrote the pen picture"
        case .accountSettled: "\(who) settled where accounts differ"
        case .policeProtectionEnded: "Police protection ended: \(word(.outcome))"
        case .wentTogether: "Went together with other children"
        case .letterSent: "A letter was sent\(recipient(" to ")): \(word(.kind))"
        case .reportSigned: "\(word(.kind).capitalisedFirst) report signed off"
        case .childHandedOver: "\(who) handed over to the next shift"
        case .handOverRead: "\(who) read what the shift before said"
        default: nil
        }
    }

    private var place: String { event.details.flag(.confirmed) ? ", confirmed" : "" }

    private func recipient(_ joint: String) -> String {
        event.details[.to] == nil ? "" : joint + word(.to)
    }

    private var answered: String {
        let (answered, open) = (event.details.answers(.answers).count, event.details.words(.unanswered).count)
        return "\(answered) answered" + (open == 0 ? "" : ", \(open) could not be")
    }

    /// "Police held the safe and well check."
    private var fallback: String {
        let says = event.word.form.says
        return says.hasSuffix(".") ? String(says.dropLast()) : says
    }
}
