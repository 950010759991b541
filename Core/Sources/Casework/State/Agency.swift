// SPDX-License-Identifier: MIT

import WorkingTime

/// An agency of the partnership, or one outside it that the record names.
public struct Agency: Hashable, Sendable {
    public let id: AgencyID
    /// Name, kind, authority, address, under their keys.
    public private(set) var details: Details

    init(id: AgencyID, details: Details) {
        self.id = id
        self.details = details
    }

    public var name: String { details.text(.name) ?? id.name }
    public var kind: Kind { details.word(.kind).flatMap(Kind.init(rawValue:)) ?? .other }
    /// The local authority in whose area it is; an authority's own short name for an authority.
    public var authority: AgencyID? { kind == .authority ? id : details.word(.authority).map { AgencyID($0) } }

    /// The authorities whose areas it covers, where the record says so: a force may cover several.
    public var areas: [AgencyID] {
        let named = details.words(.areas).map { AgencyID($0) }
        guard named.isEmpty else { return named }
        return authority.map { [$0] } ?? []
    }

    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case authority
        case police
        case childrensHome = "childrens-home"
        case fosteringService = "fostering-service"
        case school
        case interviewProvider = "interview-provider"
        case health
        case other

        public var spoken: String { self == .childrensHome ? "children's home" : rawValue.replacingHyphens }
    }

    mutating func change(to newer: Details) { details = details.replacing(with: newer) }
}

/// Somebody who works for an agency of the partnership.
public struct Worker: Hashable, Sendable {
    public let id: String
    public let name: String
    public let role: Role
    public let agency: AgencyID
    public internal(set) var hasLeft = false
}

/// A protocol that was adopted, from a date.
public struct Adoption: Hashable, Sendable {
    public let pack: String
    public let openFrom: Instant
    /// Whether it governs episodes that were open already: never where it was adopted for a day still to come.
    public let appliesToOpen: Bool
    /// The authority whose protocol it is; nil for the whole partnership.
    public let authority: AgencyID?
}
