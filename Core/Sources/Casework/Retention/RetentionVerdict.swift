// SPDX-License-Identifier: MIT

import WorkingTime

/// Until when one child's record is kept, and why.
public struct RetentionVerdict: Hashable, Sendable {
    /// What is so about the keeping of the record today.
    public enum Standing: Hashable, Sendable {
        /// Kept through the date; from the day after it may end.
        case keptThrough(CivilDate)
        /// Its time has come: it was to be kept through the date.
        case timeHasCome(keptThrough: CivilDate)
        /// A legal hold stands, whatever the dates say.
        case held
        /// Something that the date depends on is not known, so it never ends by itself: a person decides.
        case notByItself
    }

    public let child: ChildID
    public let standing: Standing
    /// The rule, or the decision, that the date comes from.
    public let rule: RetentionRule?
    /// The reasons, each a plain sentence, the one that settles it first.
    public let reasons: [String]
    /// The hold that stands.
    public let hold: LegalHold?

    /// Whether the record may be erased today without an authority that overrides its dates.
    public var mayEnd: Bool { if case .timeHasCome = standing { true } else { false } }

    /// The last date of keeping, where one is known.
    public var keptThrough: CivilDate? {
        switch standing {
        case .keptThrough(let date), .timeHasCome(let date): date
        case .held, .notByItself: nil
        }
    }
}
