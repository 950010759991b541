// SPDX-License-Identifier: MIT

/// Why something in a record is not given to the person whose record it is. Clauses of the Data Protection Act 2018.
public enum Exemption: String, CaseIterable, Hashable, Sendable {
    case thirdParty = "third-party"
    case seriousHarm = "serious-harm"
    case health
    case crime
    case privilege
    case court
    case childAbuse = "child-abuse"

    /// The ground in plain words.
    public var says: String {
        switch self {
        case .thirdParty: "It is about somebody else, who has not agreed, and it is not reasonable to give it without"
        case .seriousHarm: "Giving it would be likely to cause serious harm to the child or to somebody else"
        case .health: "It is about health, and giving it would be likely to cause serious harm"
        case .crime: "Giving it would hinder preventing, finding out or prosecuting a crime"
        case .privilege: "It is legal advice, or was made for legal proceedings"
        case .court: "It was given to a court, whose rules let it be held back"
        case .childAbuse: "It says whether the child has been or may be at risk of abuse, and somebody else asks for it"
        }
    }

    public var source: String {
        switch self {
        case .thirdParty: "DPA 2018 Schedule 2 paragraph 16"
        case .seriousHarm: "DPA 2018 Schedule 3 paragraph 11, the serious harm test"
        case .health: "DPA 2018 Schedule 3 paragraph 5, the serious harm test"
        case .crime: "DPA 2018 Schedule 2 paragraph 2"
        case .privilege: "DPA 2018 Schedule 2 paragraph 19"
        case .court: "DPA 2018 Schedule 3 paragraph 9"
        case .childAbuse: "DPA 2018 Schedule 3 paragraph 21"
        }
    }
}
