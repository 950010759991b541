// SPDX-License-Identifier: MIT

import Casework

/// A kind of agency that signs a sharing agreement.
public enum AgreementParty: String, CaseIterable, Hashable, Sendable {
    case homes = "Children's homes"
    case fostering = "Fostering services"
    case police = "Police"
    case responsible = "The responsible authority"
    case host = "The authority in whose area the child is placed"
    case education = "The authority's education team"
    case interviews = "Return-interview providers"
    case advocacy = "Advocacy services"
    case schools = "Schools"
    case health = "Health services"
    case homeOffice = "The Home Office"
    case panel = "The multi-agency panel"

    /// The party for which somebody stands on a line of the table; nil where the line is for one person's own sake, such
    /// as an opening in an emergency or their own report.
    public static func parties(of rule: AccessRule) -> [AgreementParty] {
        guard !rule.isException else { return [] }
        let found = Set(rule.roles.flatMap { parties(for: $0, on: rule) })
        return allCases.filter(found.contains)
    }

    private static func parties(for role: Role, on rule: AccessRule) -> [AgreementParty] {
        if role.isPolice { return [.police] }
        switch role {
        case .carer, .homeManager: return [.homes]
        case .fosterCarer: return [.fostering]
        case .socialWorker, .teamManager, .edt, .mash, .iro, .recordsManager:
            return [rule.relationships.contains(.hostAuthority) ? .host : .responsible]
        case .hostAuthority: return [.host]
        case .auditor: return [.responsible, .host, .police, .homes]
        case .educationWelfare, .cmeOfficer: return [.education]
        case .interviewer: return [.interviews]
        case .advocate: return [.advocacy]
        case .school: return [.schools]
        case .health: return [.health]
        case .homeOffice: return [.homeOffice]
        case .panelChair: return [.panel]
        default: return []
        }
    }
}
