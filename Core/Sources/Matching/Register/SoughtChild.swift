// SPDX-License-Identifier: MIT

import WorkingTime

/// What somebody said of a child, or what a register holds of one: the two sides of a comparison have one shape.
///
/// Everything may be wanting. Texts are as they were written; nothing is thrown away before it is compared.
public struct SoughtChild: Hashable, Sendable {
    public enum Sex: UInt8, Sendable { case female = 1, male = 2 }

    /// One place that the child lives or lived at.
    public struct Home: Hashable, Sendable {
        /// Number or name of the house, with the flat.
        public var house: String
        public var street: String
        public var postcode: String

        public init(house: String = "", street: String = "", postcode: String = "") {
            self.house = house
            self.street = street
            self.postcode = postcode
        }
    }

    /// What the register or the sender calls this child.
    public var reference: String
    public var forename = ""
    public var middle = ""
    public var surname = ""
    /// Other forenames that the child goes by.
    public var knownAs = ""
    /// Other surnames.
    public var otherSurname = ""
    public var sex: Sex?
    public var born: CivilDate?
    /// Whether the birth date was settled on for want of a certain one.
    public var isBirthDateAssumed = false
    /// Whole years, where only the age was said.
    public var ageYears: Int?
    public var home = Home()
    public var earlierHomes: [Home] = []
    /// NHS number, unique pupil number and the case system's reference.
    public var nhsNumber = ""
    public var pupilNumber = ""
    public var caseReference = ""

    public init(reference: String) {
        self.reference = reference
    }
}
