// SPDX-License-Identifier: MIT

import Casework

/// What was done in a pupil's case, in a few words.
enum SchoolCaseWords {
    static func done(_ word: EventWord) -> String {
        switch word {
        case .absenceNoted: "absence noted"
        case .parentsContacted: "parents reached"
        case .referred: "referred"
        case .notified: "somebody told"
        case .enquiryMade: "an enquiry made"
        case .homeVisited: "home visited"
        case .leaveAuthorised: "leave granted"
        case .attended: "back at school"
        case .removedFromRoll: "taken off the roll"
        case .transferFileUploaded: "transfer file uploaded"
        case .pupilInformationSent: "pupil information sent"
        case .pupilTraced: "traced"
        case .vulnerabilityAssessed: "vulnerability weighed"
        default: ActWords.title(word).prefix(1).lowercased() + ActWords.title(word).dropFirst()
        }
    }

    /// How an enquiry ended.
    static let answers = ["answered", "no-answer", "refused", "waiting"]
}
