// SPDX-License-Identifier: MIT

/// What speaks for and against two records being of one child, before it is weighed.
public struct Evidence: Sendable, Hashable {
    /// Where a part of the name was found on the other side.
    public enum Through: UInt8, Sendable, CaseIterable {
        case itself
        /// A name that the child goes by: known-as, or another surname.
        case otherName
        /// The second forename, for a forename; a father's name, for a surname.
        case middle
        /// The second forename of a child whose first is so common that it tells nobody apart.
        case middleBehindCommon
    }

    public enum Identifier: UInt8, Sendable, CaseIterable {
        case absent, same, slip, differs
    }

    public enum Second: UInt8, Sendable, CaseIterable {
        case absent, same, alike, differs
    }

    public struct NamePartEvidence: Sendable, Hashable {
        public var likeness = Likeness.absent
        public var through = Through.itself
        /// Natural logarithm of how many children there are for one with that name, or one sounding like it.
        public var rarity: Float = 0
        /// Whether only one of several words was found.
        public var isInPart = false
    }

    public var forename = NamePartEvidence()
    public var surname = NamePartEvidence()
    /// Whether forename and surname fit only when exchanged.
    public var areNamesExchanged = false
    public var second = Second.absent
    public var secondRarity: Float = 0
    /// nil where one side doesn't say.
    public var isSexSame: Bool?
    public var birth = BirthLikeness.absent
    public var birthRarity: Float = 0
    public var home = HomeLikeness.absent
    public var homeRarity: Float = 0
    public var nhsNumber = Identifier.absent
    public var pupilNumber = Identifier.absent
    public var caseReference = Identifier.absent

    public init() {}

    /// Same household and family name, another forename and another birth date: a brother or a sister.
    public var looksLikeSibling: Bool {
        home.isHousehold && surname.likeness.isAgreement && forename.likeness.isDisagreement && birth.isDisagreement
    }

    /// Same household and birth date, another forename: perhaps a twin, which only a person can tell.
    public var looksLikeTwin: Bool {
        forename.likeness.isDisagreement && birth == .same && (home.isHousehold || surname.likeness.isAgreement)
    }

    /// The surname fits and the forename does not: perhaps of one family.
    public var hasFamilyNameOnly: Bool { surname.likeness.isAgreement && forename.likeness.isDisagreement }

    /// Two identifiers of one kind that are not the same.
    public var identifiersConflict: Bool {
        nhsNumber == .differs || pupilNumber == .differs
    }

    public var isIdentifierSame: Bool {
        nhsNumber == .same || pupilNumber == .same || caseReference == .same
    }
}
