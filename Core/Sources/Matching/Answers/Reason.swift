// SPDX-License-Identifier: MIT

/// One thing that speaks for or against two records being of one child, in words, with what it weighs.
public struct Reason: Sendable, Hashable {
    public enum Aspect: String, Sendable, CaseIterable {
        case forename, surname, secondForename, sex, birthDate, home, numbers, together
    }

    public let aspect: Aspect
    public let sentence: String
    /// Natural logarithm of odds; below nothing it speaks against.
    public let weight: Float
}

extension Weights {
    /// Everything in the evidence that weighs, by aspect; their sum is the weight of the evidence.
    public func reasons(for evidence: Evidence) -> [Reason] {
        var sums: [Reason.Aspect: Float] = [:]
        Features.each(of: evidence) { index, size in
            sums[Weights.aspect(of: index), default: 0] += values[index] * size
        }
        return Reason.Aspect.allCases.compactMap { aspect in
            guard let weight = sums[aspect], let sentence = evidence.sentence(aspect) else { return nil }
            return Reason(aspect: aspect, sentence: sentence, weight: weight)
        }
    }

    private static func aspect(of index: Int) -> Reason.Aspect {
        let group = Features.names[index].prefix { $0 != "." }
        switch group {
        case "forename", "forename-through", "forename-rarity": return .forename
        case "surname", "surname-through", "surname-rarity": return .surname
        case "name": return index == Features.name ? .forename : .surname
        case "second": return .secondForename
        case "sex": return .sex
        case "birth": return .birthDate
        case "home": return .home
        case "together": return .together
        default: return .numbers
        }
    }
}

extension Evidence {
    /// What is so about one aspect, in a sentence; nil where nothing can be said.
    func sentence(_ aspect: Reason.Aspect) -> String? {
        switch aspect {
        case .forename: forename.likeness == .absent ? nil : nameSentence("forename", forename)
        case .surname:
            surname.likeness == .absent
                ? nil
                : nameSentence("surname", surname) + (areNamesExchanged ? " The two names stand exchanged." : "")
        case .secondForename:
            switch second {
            case .absent: nil
            case .same: "The second forename is the same."
            case .alike: "The second forename is like it."
            case .differs: "The second forename is another."
            }
        case .sex: isSexSame.map { $0 ? "The sex is the same." : "The sex is not the same." }
        case .birthDate: birth.sentence
        case .home: home.sentence
        case .numbers: numbersSentence
        case .together: togetherSentence
        }
    }

    private func nameSentence(_ what: String, _ part: NamePartEvidence) -> String {
        let found =
            switch part.through {
            case .itself: "The \(what)"
            case .otherName: what == "forename" ? "A name the child goes by" : "Another surname of the child"
            case .middle, .middleBehindCommon:
                what == "forename" ? "The second forename, as a first," : "The second name, as a surname,"
            }
        let inPart = part.isInPart ? " One part of a double name." : ""
        return "\(found) \(part.likeness.words).\(inPart)"
    }

    private var numbersSentence: String? {
        let numbers = [
            ("NHS number", nhsNumber), ("unique pupil number", pupilNumber), ("case reference", caseReference),
        ]
        let sentences = numbers.compactMap { name, found -> String? in
            switch found {
            case .absent: nil
            case .same: "The \(name) is the same."
            case .slip: "The \(name) is one slip apart."
            case .differs: "The \(name) is another."
            }
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private var togetherSentence: String {
        if looksLikeSibling { return "Same household and family name, another forename and birth date: a sibling?" }
        if looksLikeTwin { return "Same birth date and family, another forename: a twin?" }
        return "How name, birth date and home go together."
    }
}

extension Likeness {
    /// What stands after “The forename”.
    var words: String {
        switch self {
        case .absent: "is not said"
        case .same: "is the same"
        case .speltAlike: "is the same name in another spelling"
        case .equivalent: "is a form of the same name"
        case .oneSlip: "is one letter apart"
        case .otherVowel: "sounds the same but for a vowel"
        case .soundsAlike: "sounds alike"
        case .twoSlips: "is two letters apart"
        case .partOf: "is part of the other"
        case .initialFits: "has a fitting initial"
        case .loose: "is only a little alike"
        case .different: "is another"
        case .initialDiffers: "has another initial"
        }
    }
}

extension BirthLikeness {
    var sentence: String? {
        switch self {
        case .absent: nil
        case .same: "The birth date is the same."
        case .dayAndMonthExchanged: "In the birth dates day and month are exchanged."
        case .assumedInYear: "The year of birth is the same, and one of the dates was only settled on."
        case .digitOff: "The birth date is one digit apart."
        case .yearBesides: "Day and month of birth are the same, the year is one apart."
        case .yearDigitOff: "Day and month of birth are the same, the year is one digit apart."
        case .sameMonth: "Month and year of birth are the same, the day is another."
        case .sameDayAndMonth: "Day and month of birth are the same, the year is another."
        case .sameYear: "Only the year of birth is the same."
        case .assumedNearYear: "The years of birth lie near, and one of the dates was only settled on."
        case .different: "The birth date is another."
        case .ageFits: "The age fits."
        case .ageOneOff: "The age is one year off."
        case .ageTwoOff: "The age is two years off."
        case .ageDiffers: "The age does not fit."
        }
    }
}

extension HomeLikeness {
    var sentence: String? {
        switch self {
        case .absent: nil
        case .same: "The home is the same."
        case .houseAndStreet: "House and street are the same; the postcode is wanting or a slip away."
        case .houseSlip: "Street and postcode fit; the house number is a slip away."
        case .neighbour: "The street and postcode are the same, the house is another."
        case .postcode: "The postcode is the same."
        case .otherPostcode: "House and street are the same, the postcode is another."
        case .earlierPostcode: "It is a postcode the child lived at before."
        case .earlierPostcodeSlip: "It is a slip away from a postcode the child lived at before."
        case .postcodeSlip: "The postcode is a slip away."
        case .street: "The street is the same."
        case .area: "The area of the postcode is the same."
        case .elsewhere: "The home is somewhere else."
        }
    }
}
