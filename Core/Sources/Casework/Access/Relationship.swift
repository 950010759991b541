// SPDX-License-Identifier: MIT

/// What somebody's agency, or they themselves, are to a child.
public enum Relationship: String, CaseIterable, Hashable, Sendable {
    case responsibleAuthority
    /// The child is placed in the area of their authority.
    case hostAuthority
    /// Another authority or force offered them the case, or passed it on to them, in an episode that is not closed.
    case askedToTakeOver
    case authorityOfTheSchool
    /// They are allocated to the child, in whichever role.
    case allocated
    case runsThePlacement
    /// The child is placed with them: a foster carer's own placement.
    case caresFor
    /// Theirs is the force of an area that the child belongs to: not any police anywhere.
    case policeOfTheArea
    case teaches
    /// The child's return interview was referred to their agency, and the episode is not closed.
    case holdsInterviewReferral
    /// The child is on the agenda of their panel.
    case sitsOnPanel
    /// Their health service was told of the child.
    case healthOfTheArea
    case subjectToImmigration
    /// They entered the child into the record, so they may go on with their own report.
    case registeredTheChild
    /// They are on the named list of a restricted record.
    case namedOnRestriction
    /// They opened what was held back from them, with a reason, and it has not closed again.
    case brokeTheGlass
    /// Somebody asked for what is held about the child, and their authority has to answer.
    case answersSubjectAccess

    /// As a column or a row of a page says it.
    public var spoken: String {
        switch self {
        case .responsibleAuthority: "authority responsible for the child"
        case .hostAuthority: "authority in whose area the child is placed"
        case .askedToTakeOver: "agency asked to take the case over"
        case .authorityOfTheSchool: "authority of the child's school"
        case .allocated: "allocated to the child"
        case .runsThePlacement: "runs the child's placement"
        case .caresFor: "the child is placed with them"
        case .policeOfTheArea: "police of the child's area"
        case .teaches: "the child's school"
        case .holdsInterviewReferral: "the child's interview was referred to them"
        case .sitsOnPanel: "the child is on their panel's agenda"
        case .healthOfTheArea: "health service that was told of the child"
        case .subjectToImmigration: "the child is subject to immigration restriction"
        case .registeredTheChild: "entered the child into the record"
        case .namedOnRestriction: "named on a restricted record"
        case .brokeTheGlass: "opened what is held back, with a reason"
        case .answersSubjectAccess: "a request for what is held is open"
        }
    }

    /// The relationship's place among all, below 32. Never stored.
    var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

/// A set of relationships in one machine word.
public struct Relationships: Hashable, Sendable, ExpressibleByArrayLiteral {
    var bits: UInt32 = 0

    public init(arrayLiteral elements: Relationship...) {
        for element in elements { insert(element) }
    }

    public init(_ elements: some Sequence<Relationship>) {
        for element in elements { insert(element) }
    }

    public var isEmpty: Bool { bits == 0 }

    public func contains(_ relationship: Relationship) -> Bool { bits & (1 << UInt32(relationship.ordinal)) != 0 }

    public func isDisjoint(with other: Relationships) -> Bool { bits & other.bits == 0 }

    /// Those that are in the set, in their order.
    public var all: [Relationship] { Relationship.allCases.filter(contains) }

    mutating func insert(_ relationship: Relationship) { bits |= 1 << UInt32(relationship.ordinal) }
}
