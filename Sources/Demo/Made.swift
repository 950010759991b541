// SPDX-License-Identifier: MIT

import Casework

/// What people wrote about a duty that they saw to, by the detail that the entry needs.
enum Made {
    /// Details that an entry of the word has besides those that it needs.
    static func besides(_ word: EventWord) -> [DetailKey] {
        switch word {
        case .notified: [.how]
        case .meetingHeld: [.minutes]
        case .letterSent: [.kind]
        default: word.form.carries(.result) ? [.result] : []
        }
    }

    static func detail(_ key: DetailKey, of word: EventWord, for duty: String) -> DetailValue? {
        switch key {
        case .action: .text(action(for: duty))
        case .rationale, .reason: .text(reason(of: word))
        case .found: .text("Friend's address: not there")
        case .owner: .word("duty-inspector")
        case .outcome: .word("remains-appropriate")
        case .result: .text(result(of: word))
        case .as: decision(of: word)
        case .agency: .word(Eastmoor.health.name)
        case .how: .word(duty.utf8.count % 3 == 0 ? "secure-email" : "phone")
        case .minutes: .text("Heard what each agency knows; nothing further than what is under way.")
        case .code: .word("missing-person")
        case .to: whom(for: word)
        case .kind: kind(of: word)
        default: nil
        }
    }

    private static func whom(for word: EventWord) -> DetailValue? {
        switch word {
        case .letterSent: .word("child")
        case .notified: .word("police")
        case .toldAboutChild: .word("host-authority")
        case .referred: .word("childrens-services")
        default: nil
        }
    }

    private static func kind(of word: EventWord) -> DetailValue? {
        switch word {
        case .letterSent: .word("interview-offer")
        case .meetingHeld, .meetingArranged: .word("strategy-meeting")
        default: nil
        }
    }

    private static func decision(of word: EventWord) -> DetailValue? {
        switch word {
        case .assessmentDecided: .word("no-further-assessment")
        case .deploymentGraded: .word("early")
        case .publicityDecided: .word("no-publicity")
        default: nil
        }
    }

    private static func action(for duty: String) -> String {
        switch duty {
        case "agree-immediate-strategy":
            "Officers visit two addresses tonight; the home rings friends; social worker rings the family at nine."
        case "appoint-investigating-officer": "Detective Sergeant Mallory has the investigation."
        case "consider-phone-trace": "Trace of phone and travel card weighed; asked for where the phone is on."
        default: "As the protocol asks; told to all who need to know."
        }
    }

    private static func reason(of word: EventWord) -> String {
        switch word {
        case .referred: "After the return: please see what support the child and the family need."
        case .policeRecordClosed: "Back, seen, and the record is complete."
        case .publicityDecided: "The family asks for none, and there are other ways to look."
        case .deploymentGraded: "A child; whereabouts not known."
        case .placementReviewed: "Carers, child and social worker see it as right for now."
        case .assessmentDecided: "Known to us; what is needed is in the plan already."
        default: "Looked at together by phone; see the log."
        }
    }

    private static func result(of word: EventWord) -> String {
        switch word {
        case .exploitationScreened: "No sign of it at present; to be asked again after another episode."
        case .radicalisationAssessed: "No sign of it."
        case .riskAssessmentUpdated, .riskAssessed: "Brought up to date with what was learnt; the plan stands."
        case .intelligenceChecked: "Two addresses known from before; nothing new."
        case .jointPictureBuilt: "School, home and police agree on what leads up to it: cancelled visits, and weekends."
        case .contactAttempted: "No answer; a message was left."
        case .reviewed: "Nothing new; lines of enquiry gone through, the grade stands."
        case .talkedWithChild: "Talked about what would make it easier to ring somebody first."
        case .policeRecordCompleted: "Everything from the log is on the record."
        default: "Done; nothing new that bears on the plan."
        }
    }
}
