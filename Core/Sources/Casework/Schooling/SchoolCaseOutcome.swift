// SPDX-License-Identifier: MIT

/// How the case of a child who missed education ended.
public enum SchoolCaseOutcome: String, CaseIterable, Hashable, Sendable {
    case backAtSchool = "back-at-school"
    case atAnotherSchool = "at-another-school"
    case educatedOtherwise = "educated-otherwise"
    case movedAuthority = "moved-authority"
    case movedAbroad = "moved-abroad"
    case overSchoolAge = "over-school-age"
    case foundElsewhere = "found-elsewhere"
    case notTraced = "not-traced"
    case notedByMistake = "noted-by-mistake"

    public var says: String {
        switch self {
        case .backAtSchool: "Back at this school"
        case .atAnotherSchool: "At another school"
        case .educatedOtherwise: "Educated at home, and it is suitable"
        case .movedAuthority: "Moved; the new authority has taken the case over"
        case .movedAbroad: "Moved to another country, and that is confirmed"
        case .overSchoolAge: "No longer of school age"
        case .foundElsewhere: "Found, and has another placement or provision"
        case .notTraced: "Not found: everything asked that can be; looked at again when something is heard"
        case .notedByMistake: "Noted by mistake"
        }
    }
}
