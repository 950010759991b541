// SPDX-License-Identifier: MIT

import WorkingTime

/// How two birth dates, or an age and a birth date, stand to each other.
public enum BirthLikeness: UInt8, Sendable, CaseIterable {
    case absent
    case same
    case dayAndMonthExchanged
    /// One of the two is the first of January, or was settled on for want of a certain one, and the years agree.
    case assumedInYear
    /// One digit of day or month wrong, or two exchanged.
    case digitOff
    case yearBesides
    case yearDigitOff
    case sameMonth
    case sameDayAndMonth
    case sameYear
    /// One was settled on for want of a certain one, and the years lie near.
    case assumedNearYear
    case different
    case ageFits
    case ageOneOff
    case ageTwoOff
    case ageDiffers

    var isAgreement: Bool { self == .same || self == .ageFits }
    var isNear: Bool {
        switch self {
        case .dayAndMonthExchanged, .assumedInYear, .digitOff, .yearBesides, .yearDigitOff, .ageOneOff: true
        default: false
        }
    }
    var isDisagreement: Bool { self != .absent && !isAgreement && !isNear }

    static func of(_ one: BirthParts, isAssumed: Bool, _ other: BirthParts, isAssumed otherIsAssumed: Bool) -> Self {
        if one == other { return .same }
        let assumed = isAssumed || otherIsAssumed || one.isNewYear || other.isNewYear
        if one.year == other.year { return ofOneYear(one, other, assumed: assumed) }
        let apart = abs(Int(one.year) - Int(other.year))
        if one.month == other.month, one.day == other.day {
            if apart == 1 { return .yearBesides }
            if isDigitOff(Int(one.year), Int(other.year)) { return .yearDigitOff }
            return apart <= 2 && assumed ? .assumedNearYear : .sameDayAndMonth
        }
        return assumed && apart <= 2 ? .assumedNearYear : .different
    }

    private static func ofOneYear(_ one: BirthParts, _ other: BirthParts, assumed: Bool) -> Self {
        if one.day == other.month, one.month == other.day { return .dayAndMonthExchanged }
        if assumed { return .assumedInYear }
        if one.month == other.month {
            return isDigitOff(Int(one.day), Int(other.day)) ? .digitOff : .sameMonth
        }
        if one.day == other.day, isDigitOff(Int(one.month), Int(other.month)) { return .digitOff }
        return .sameYear
    }

    static func of(ageYears: Int, on date: CivilDate, _ born: BirthParts) -> Self {
        let age = date.year - Int(born.year) - ((date.month, date.day) < (Int(born.month), Int(born.day)) ? 1 : 0)
        switch abs(age - ageYears) {
        case 0: return .ageFits
        case 1: return .ageOneOff
        case 2: return .ageTwoOff
        default: return .ageDiffers
        }
    }

    /// One digit differs, or two neighbours are exchanged.
    static func isDigitOff(_ one: Int, _ other: Int) -> Bool {
        var (first, second) = (one, other)
        var differing: [(Int, Int)] = []
        while first > 0 || second > 0 {
            if first % 10 != second % 10 { differing.append((first % 10, second % 10)) }
            first /= 10
            second /= 10
        }
        if differing.count == 1 { return true }
        return differing.count == 2 && differing[0].0 == differing[1].1 && differing[0].1 == differing[1].0
    }
}

extension BirthParts {
    var isNewYear: Bool { month == 1 && day == 1 }
}
