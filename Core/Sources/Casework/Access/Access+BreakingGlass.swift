// SPDX-License-Identifier: MIT

import WorkingTime

extension Role {
    /// Whether the role has to act at once for a child in danger, so that it may open what is held back from it.
    public var hasSafeguardingDuty: Bool {
        switch self {
        case .attendingOfficer, .supervisor, .dutyInspector, .superintendent, .forceIncidentManager,
            .missingCoordinator, .socialWorker, .teamManager, .edt, .mash, .iro:
            true
        case .carer, .fosterCarer, .homeManager, .parent, .child, .callHandler, .advocate, .interviewer, .school,
            .educationWelfare, .cmeOfficer, .health, .hostAuthority, .homeOffice, .panelChair, .analyst, .boardMember,
            .councilMember, .administrator, .auditor, .recordsManager:
            false
        }
    }

    /// Whether the role answers for others, so that it may open also a restricted record, and one of a child who has
    /// nothing to do with its agency so far. A record is restricted most often because of somebody who works there.
    public var opensRestrictedRecords: Bool {
        switch self {
        case .dutyInspector, .superintendent, .forceIncidentManager, .teamManager, .edt, .mash: true
        default: false
        }
    }
}

extension Access {
    /// Whether they may open what is held back from them, by stating a reason.
    ///
    /// Only roles with a safeguarding duty, in a force or an authority of the record, under their own name, and where
    /// something is held back. It closes after eight hours at most. Breaking the glass shows; it decides nothing.
    public func mayBreakGlass(_ id: ChildID) -> Bool {
        guard actor.role.hasSafeguardingDuty, actor.worker != nil, worksInDuty, let child = state.child(id) else {
            return false
        }
        let held = relationships(to: child)
        if held.contains(.brokeTheGlass) { return false }
        let isHidden = isShutOut(of: child, held)
        let isNear = !held.isDisjoint(with: [
            .responsibleAuthority, .hostAuthority, .askedToTakeOver, .allocated, .policeOfTheArea, .namedOnRestriction,
        ])
        guard actor.role.opensRestrictedRecords || (isNear && !isHidden) else { return false }
        let seen = grants(for: child, held)
        return RecordPart.allCases.contains { $0 != .audit && !seen.contains(.see, $0) }
    }
}

extension Access {
    /// Whether the actor works for a force or an authority of the record, as their role says.
    private var worksInDuty: Bool {
        switch agency?.kind {
        case .police: actor.role.isPolice
        case .authority: actor.role.isSocialCare
        default: false
        }
    }
}
