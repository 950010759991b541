// SPDX-License-Identifier: MIT

import Casework

extension FieldWords {
    static func labelOfRegisters(_ key: DetailKey, _ word: EventWord) -> String? {
        switch (word, key) {
        case (.placeOfConcernEntered, .name), (.emergencyPlaceEntered, .name): "What the place is called"
        case (.personOfConcernEntered, .name): "Name, or what they are called"
        case (.placeOfConcernEntered, .kind), (.entryOfConcernChanged, .kind): "What kind of place or person"
        case (.personOfConcernEntered, .kind): "What they are to children"
        case (_, .rationale) where word.isOfConcern: "Why it is of concern"
        case (_, .toldBy): "Who told us, and how they know"
        case (_, .confidence): "How sure is it?"
        case (_, .concern): "Is it a known place or person of concern?"
        case (.entriesOfConcernLinked, .what): "With which entry"
        case (.placeRestricted, .kind): "What restricts it"
        case (.entryOfConcernReviewed, .result): "What was found"
        case (.tiedToConcern, .kind): "What ties the child to it"
        case (_, .shelter): "Which of the listed places"
        case (.accommodated, .kind): "What kind of place"
        case (.policeProtectionEnded, .outcome): "How did it end?"
        case (.policeProtectionStarted, .place): "Where the child was taken"
        case (.harbouringNoticeServed, .until): "It holds until"
        case (.accountReceived, .agency): "Whose account"
        case (.accountReceived, .until): "When the child came back, by this account"
        case (.accountReceived, .kind): "What they hold it to be"
        case (.accountSettled, .settles): "What is settled"
        case (.accountSettled, .agency): "Whose account counts"
        case (.emergencyPlaceChecked, .outcome): "Is it suitable?"
        default: nil
        }
    }

    static func hintOfRegisters(_ key: DetailKey, _ word: EventWord) -> String? {
        switch (word, key) {
        case (.childRegistered, .responsible):
            "Who may see the child follows from it. For a child at home: the council of the area they live in."
        case (_, .toldBy): "So that somebody can ask again. Name no child here."
        case (.placeOfConcernEntered, .rationale), (.personOfConcernEntered, .rationale),
            (.entryOfConcernChanged, .rationale):
            "Name no child here: what ties a child to it stands on the child’s own record."
        case (.tiedToConcern, .concern): "Enter it on the register first, where it is not there."
        case (_, .concern): "Choose it where the place, or who was with the child, is on the register."
        case (.accountReceived, .rationale): "In their own words, as it was told."
        case (.accountSettled, .settles): "What you choose here is no longer open."
        case (.emergencyPlaceEntered, .kind): "Never bed and breakfast: the guidance rules it out at 16 and 17 too."
        case (.entryOfConcernRestricted, .names): "Nobody else will find the entry any more. Include yourself."
        default: nil
        }
    }
}
