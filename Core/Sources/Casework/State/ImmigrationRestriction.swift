// SPDX-License-Identifier: MIT

/// The six forms in which a child is subject to immigration restriction. Source: BI, foreign nationals.
public enum ImmigrationRestriction: String, CaseIterable, Hashable, Sendable {
    case enteredWithoutLeave = "entered-without-leave"
    case leftBorderAccommodation = "left-border-accommodation"
    case temporaryAdmission = "temporary-admission"
    case temporaryReleaseOrBail = "temporary-release-or-bail"
    case restrictionOrder = "restriction-order"
    case liabilityToDeport = "liability-to-deport"

    public var spoken: String {
        switch self {
        case .enteredWithoutLeave: "came through immigration control without leave to enter"
        case .leftBorderAccommodation: "left Border Force accommodation without permission"
        case .temporaryAdmission: "granted temporary admission"
        case .temporaryReleaseOrBail: "granted temporary release or bail"
        case .restrictionOrder: "released on a restriction order"
        case .liabilityToDeport:
            "served with a notice of liability to deport, or depends on somebody whose status is being decided"
        }
    }
}
