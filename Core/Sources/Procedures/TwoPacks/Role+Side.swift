// SPDX-License-Identifier: MIT

import Casework

/// Whose protocol a duty follows for a child who is placed outside the responsible authority's area. Source: ruling 16;
/// SG ¶58.
public enum ProtocolSide: String, CaseIterable, Hashable, Sendable {
    /// The area in which the child lives: its police, its homes, schools and health services.
    case here
    /// The authority that is responsible for the child.
    case responsible
    /// Each arranges it under its own protocol, and the child has it once.
    case both
}

extension Role {
    /// Whose protocol governs what this role owes. The one table of it.
    public var protocolSide: ProtocolSide {
        switch self {
        // Police look for a child where the child is missing from.
        case .callHandler, .attendingOfficer, .supervisor, .dutyInspector, .superintendent, .forceIncidentManager,
            .missingCoordinator:
            .here
        // Those who teach and treat the child are there too.
        case .parent, .child, .school, .educationWelfare, .cmeOfficer, .health, .hostAuthority, .panelChair: .here
        // Who looks after the child follows the area's protocol, and what the authority that placed the child asks of
        // its carers beside it: SG ¶58 wants both, and one asked too much is safer than one not asked (ruling 17).
        case .carer, .fosterCarer, .homeManager: .both
        // Social care stays with the authority that placed the child.
        case .socialWorker, .teamManager, .edt, .mash, .iro, .homeOffice, .analyst, .boardMember, .councilMember,
            .administrator, .auditor, .recordsManager:
            .responsible
        // An interview or an advocate may be arranged by either.
        case .interviewer, .advocate: .both
        }
    }
}

extension Duty {
    /// Whether the duty counts in the pack of this side: one of its roles belongs there.
    func counts(in side: ProtocolSide) -> Bool {
        ([who] + orElse).contains { $0.protocolSide == side || $0.protocolSide == .both }
    }
}
