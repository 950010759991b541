// SPDX-License-Identifier: MIT

/// What somebody needs the address of a children's home for.
///
/// Addresses of homes are given to authorities and police to keep children safe, are used for that alone, and are
/// passed on only where it serves the children. Source: SG ¶64; BI, sharing information.
public enum AddressPurpose: String, CaseIterable, Hashable, Sendable {
    /// A child has gone missing from there, or may be there.
    case findingAChild = "finding-a-child"
    /// A child who is or will be placed there, or near it, is to be kept safe.
    case protectingAChild = "protecting-a-child"
    /// The risks around the home are assessed, with the police of the area.
    case assessingTheArea = "assessing-the-area"

    public var spoken: String {
        switch self {
        case .findingAChild: "finding a child who is missing"
        case .protectingAChild: "protecting a child who is, or will be, placed there"
        case .assessingTheArea: "assessing the risks of the area around the home"
        }
    }
}

extension Access {
    /// Whether they may be shown the address of a home from the register of agencies, for a purpose that they state.
    ///
    /// A home's own workers need no purpose. Police and authorities state one, and it is written down with the look.
    /// Nobody else is shown it there, whatever they state; where one child lives is a part of that child's record.
    public func maySeeAddress(of home: AgencyID, for purpose: AddressPurpose?) -> Bool {
        guard let agency = state.agencies[home] else { return false }
        guard agency.kind == .childrensHome || agency.kind == .fosteringService else { return true }
        if actor.agency == home || agency.details.word(.provider) == actor.agency?.name { return true }
        return mayAskForAddresses && purpose != nil
    }

    /// Whether stating a purpose would show them addresses of homes.
    public var mayAskForAddresses: Bool {
        let kind = agency?.kind
        return (kind == .police && actor.role.isPolice)
            || (kind == .authority && (actor.role.isSocialCare || actor.role == .hostAuthority))
    }
}
