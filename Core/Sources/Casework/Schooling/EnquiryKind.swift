// SPDX-License-Identifier: MIT

/// Of whom it is asked where a missing pupil is: what makes an enquiry reasonable.
/// Source: BI, children missing education.
public enum EnquiryKind: String, CaseIterable, Hashable, Sendable {
    case staff
    case friends
    case siblings
    case relatives
    case telephones
    case letter
    case schoolCall = "school-call"
    case homeVisit = "home-visit"
    case neighbours
    case authorityDatabases = "authority-databases"
    case housing
    case health
    case police
    case agencies
    case formerAuthority = "former-authority"
    case newAuthority = "new-authority"

    /// Whether it is the school that asks, in the first days; the rest is the authority's, up to the fourth week.
    public var isSchools: Bool {
        switch self {
        case .staff, .friends, .siblings, .relatives, .telephones, .letter, .schoolCall: true
        default: false
        }
    }

    public var says: String {
        switch self {
        case .staff: "All staff who know the child"
        case .friends: "Friends, and their parents"
        case .siblings: "Brothers and sisters, here and at other schools"
        case .relatives: "Relatives"
        case .telephones: "Every telephone number on record"
        case .letter: "A letter to the last address"
        case .schoolCall: "A call at the home by the school"
        case .homeVisit: "A visit to the home by the authority"
        case .neighbours: "Neighbours and the local community"
        case .authorityDatabases: "The authority's own databases"
        case .housing: "Housing"
        case .health: "Health"
        case .police: "Police"
        case .agencies: "Agencies that know the family"
        case .formerAuthority: "The authority the family came from"
        case .newAuthority: "Any authority the family may have moved to"
        }
    }
}
