// SPDX-License-Identifier: MIT

extension Role {
    /// The roles whose acts somebody in this role may record: a superintendent may do what an inspector may.
    public var mayActAs: Set<Role> { Role.reach[ordinal] }

    /// Whether somebody in this role may record the event at all; whose child it may be about is another question.
    public func mayRecord(_ word: EventWord) -> Bool { Role.recordable[ordinal].contains(word) }

    // Both are asked for every row of every list and every act of every page, so they are worked out once.
    private static let reach = ContiguousArray(allCases.map(\.actsAs))
    private static let recordable = ContiguousArray(
        allCases.map { role in EventWords(EventWord.allCases.filter(role.records)) })

    private var actsAs: Set<Role> {
        switch self {
        case .superintendent, .forceIncidentManager:
            Role.dutyInspector.actsAs.union([self])
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

    private func records(_ word: EventWord) -> Bool {
        if word == .noteAdded || word == .acknowledged || word == .corrected {
            return ![.analyst, .boardMember, .councilMember, .administrator, .auditor].contains(self)
        }
        return !actsAs.isDisjoint(with: word.form.usuallyBy)
    }
}
