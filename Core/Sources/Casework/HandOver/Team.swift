// SPDX-License-Identifier: MIT

/// Those of one agency who take turns: a home's staff, a police shift, the day's social work, the emergency duty team.
public struct Team: Hashable, Sendable {
    public let agency: AgencyID
    public let kind: Kind

    public init(agency: AgencyID, kind: Kind) {
        self.agency = agency
        self.kind = kind
    }

    /// The team that somebody works in; nil where nobody takes turns with them.
    public init?(of actor: Actor) {
        guard let agency = actor.agency, let kind = Kind(of: actor.role) else { return nil }
        self.init(agency: agency, kind: kind)
    }

    /// What kind of work takes turns.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case home
        case police
        /// An authority's social workers and hub in office hours.
        case day
        /// The emergency duty team, out of them.
        case edt

        /// The kind in which a role works; nil for roles that nobody relieves.
        public init?(of role: Role) {
            switch role {
            case .carer, .homeManager: self = .home
            case .callHandler, .attendingOfficer, .supervisor, .dutyInspector, .superintendent, .forceIncidentManager,
                .missingCoordinator:
                self = .police
            case .socialWorker, .teamManager, .mash: self = .day
            case .edt: self = .edt
            default: return nil
            }
        }

        /// "the home's shift", "the emergency duty team"
        public var spoken: String {
            switch self {
            case .home: "the home’s shift"
            case .police: "the police shift"
            case .day: "the day team"
            case .edt: "the emergency duty team"
            }
        }

        /// Who takes over where a protocol does not say.
        public var relievedBy: Kind {
            switch self {
            case .home: .home
            case .police: .police
            case .day: .edt
            case .edt: .day
            }
        }
    }
}
