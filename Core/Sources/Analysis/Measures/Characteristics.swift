// SPDX-License-Identifier: MIT

/// As recorded by the source.
public enum Sex: String, CaseIterable, Hashable, Sendable {
    case female = "Female"
    case male = "Male"

    /// From a 903 code, old (1, 2) or new (M, F), or a word of an extract. Nil for `U` and anything else.
    public init?(code: String) {
        switch code.uppercased() {
        case "1", "M", "MALE": self = .male
        case "2", "F", "FEMALE": self = .female
        default: return nil
        }
    }
}

/// The broad ethnic groups of the national statistics.
public enum EthnicGroup: String, CaseIterable, Hashable, Sendable {
    case white = "White"
    case mixed = "Mixed or multiple"
    case asian = "Asian or Asian British"
    case black = "Black, Black British, Caribbean or African"
    case other = "Other ethnic group"

    /// From a 903 code. Nil for refused, not yet obtained, and anything else.
    public init?(code: String) {
        switch code {
        case "WBRI", "WIRI", "WOTH", "WIRT", "WROM": self = .white
        case "MWBC", "MWBA", "MWAS", "MOTH": self = .mixed
        case "AIND", "APKN", "ABAN", "AOTH", "CHNE": self = .asian
        case "BCRB", "BAFR", "BOTH": self = .black
        case "OOTH": self = .other
        default: return nil
        }
    }
}

/// Where a looked-after child lived, in groups small enough to read.
public enum PlacementKind: String, CaseIterable, Hashable, Sendable {
    case foster = "Foster care"
    case kinship = "Foster care with family or friends"
    case childrensHome = "Children’s home"
    case secure = "Secure children’s home or custody"
    case supported = "Supported or semi-independent"
    case independent = "Independent or with employment"
    case parents = "With parents"
    case adoption = "Placed for adoption"
    case residential = "Residential care or school"
    case temporary = "Temporary"
    case other = "Other"

    /// From a PLACE code of the 903 return, of any year since 2015/16. Nil where there is no such code.
    public init?(code: String) {
        switch code {
        case "U4", "U5", "U6": self = .foster
        case "U1", "U2", "U3": self = .kinship
        case "K2": self = .childrensHome
        case "K1", "R5": self = .secure
        case "K3", "H5": self = .supported
        case "P2", "P3": self = .independent
        case "P1": self = .parents
        case "A3", "A4", "A5", "A6": self = .adoption
        case "R1", "R2", "R3", "S1": self = .residential
        case "T0", "T1", "T2", "T3", "T4": self = .temporary
        case "Z1", "Z11", "Z12", "Z13", "Z14": self = .other
        default: return nil
        }
    }
}
