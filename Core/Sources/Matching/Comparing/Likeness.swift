// SPDX-License-Identifier: MIT

/// How alike two words of a name are, the likest first.
public enum Likeness: UInt8, Sendable, CaseIterable {
    /// One side has no such word: says nothing.
    case absent
    /// Letter for letter.
    case same
    /// Another spelling of the same sounds: Hussain and Hossein.
    case speltAlike
    /// A short form, or the name in another language: Joseph and Yusuf.
    case equivalent
    /// One letter wrong, wanting, too many, or two exchanged.
    case oneSlip
    /// The same consonants, one vowel apart.
    case otherVowel
    /// The same consonants in the same order.
    case soundsAlike
    case twoSlips
    /// One is the beginning or the end of the other.
    case partOf
    /// An initial that fits.
    case initialFits
    /// Something in common.
    case loose
    case different
    /// An initial that doesn't fit.
    case initialDiffers

    /// Whether it would count as agreement in a sentence.
    var isAgreement: Bool { self != .absent && rawValue <= Likeness.partOf.rawValue }
    var isDisagreement: Bool { self == .different || self == .initialDiffers || self == .loose }

    /// Roughly how much it speaks for one child, for choosing which words of two names belong together. How much it
    /// really weighs is learned.
    var rough: Float {
        switch self {
        case .absent: 0
        case .same: 10
        case .speltAlike: 8.5
        case .equivalent: 7.5
        case .oneSlip: 7.4
        case .otherVowel: 7
        case .soundsAlike: 6
        case .twoSlips: 5.5
        case .partOf: 5
        case .initialFits: 3
        case .loose: 1.5
        case .different, .initialDiffers: -2
        }
    }
}

extension Likeness {
    static func of(_ one: NameForm, _ other: NameForm) -> Likeness {
        if one.plain == other.plain { return .same }
        if one.isInitial || other.isInitial {
            return one.plain[0] == other.plain[0] ? .initialFits : .initialDiffers
        }
        if one.heard == other.heard || one.heardSecond == other.heardSecond || one.heard == other.heardSecond
            || one.heardSecond == other.heard
        {
            return .speltAlike
        }
        if one.sharesClass(with: other) { return .equivalent }
        return byLetters(one, other)
    }

    private static func byLetters(_ one: NameForm, _ other: NameForm) -> Likeness {
        let longer = max(one.count, other.count)
        let apart = abs(Int(one.count) - Int(other.count))
        let slips = apart <= 2 ? Slips.between(one.plain, other.plain) : 9
        if slips == 1, longer >= 4 || one.count == other.count && longer == 3 { return .oneSlip }
        let heardSlips = Slips.between(one.heard, other.heard)
        let soundIsLong = one.sound.low >> 5 != 0
        if soundIsLong, one.sound == other.sound || one.soundSecond == other.soundSecond {
            return heardSlips <= 1 ? .otherVowel : .soundsAlike
        }
        let shorterHeard = min(one.heardCount, other.heardCount)
        if slips == 2 && longer >= 6 || heardSlips == 1 && shorterHeard >= 4 { return .twoSlips }
        if isPart(one, of: other) || isPart(other, of: one) { return .partOf }
        let longerHeard = max(one.heardCount, other.heardCount)
        if heardSlips * 5 <= Int(longerHeard) * 2 { return .loose }
        return .different
    }

    private static func isPart(_ short: NameForm, of long: NameForm) -> Bool {
        if short.count >= long.count || short.count < 2 { return false }
        if short.count >= 3, long.plain.hasPrefix(short.plain) { return true }
        if short.count == 2, long.count <= 5, long.plain.hasPrefix(short.plain) { return true }
        if short.count >= 4, long.heard.hasSuffix(short.heard) { return true }
        let stem = short.heardCount - 1
        return short.heard[Int(stem)] == 9 && stem >= 3 && long.heard.hasPrefix(short.heard.prefix(Int(stem)))
    }
}
