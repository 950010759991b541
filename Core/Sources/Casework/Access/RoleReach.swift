// SPDX-License-Identifier: MIT

extension Role {
    /// The roles whose acts somebody in this role may record: a superintendent may do what an inspector may.
    public var mayActAs: Set<Role> {
        switch self {
        case .superintendent, .forceIncidentManager:
            Role.dutyInspector.mayActAs.union([self])
        case .dutyInspector:
            [.dutyInspector, .supervisor, .attendingOfficer, .callHandler, .missingCoordinator]
        case .supervisor, .missingCoordinator: [self, .attendingOfficer, .callHandler]
        case .attendingOfficer: [.attendingOfficer, .callHandler]
        case .teamManager: [.teamManager, .socialWorker]
        case .edt, .mash: [self, .socialWorker]
        case .homeManager: [.homeManager, .carer]
        case .fosterCarer: [.fosterCarer, .carer]
        default: [self]
        }
    }

    /// Whether somebody in this role may record the event at all; whose child it may be about is another question.
    public func mayRecord(_ word: EventWord) -> Bool {
        if word == .noteAdded || word == .acknowledged || word == .corrected {
            return ![.analyst, .administrator, .auditor].contains(self)
        }
        return !mayActAs.isDisjoint(with: word.form.usuallyBy)
    }
}
