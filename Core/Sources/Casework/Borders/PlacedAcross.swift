// SPDX-License-Identifier: MIT

import WorkingTime

/// One placement of a child outside the area of the authority responsible for them, and what was notified of it.
/// The host authority is told on arrival and on departure. Source: SG ¶57–58; BI, out of area placements.
public struct PlacedAcross: Hashable, Sendable {
    /// One thing that somebody has to be told, and when it was.
    public struct Notice: Hashable, Sendable {
        public enum Kind: String, CaseIterable, Hashable, Sendable {
            /// The host authority is told that the child has come.
            case arrival
            /// The host authority is told that the child has gone.
            case departure
            /// Whoever must know there is told of a risk of exploitation on arrival.
            case risk
            /// Health there.
            case health
            /// The school there.
            case school
        }

        public let kind: Kind
        public let toldAt: Instant?
    }

    public let child: ChildID
    public let responsible: AgencyID?
    public let host: AgencyID?
    public let place: String?
    public let kind: String
    public let since: CivilDate
    public let until: CivilDate?
    public let distanceMiles: Int?
    /// Whether a risk of exploitation stood when the child arrived.
    public let isExploitationRisk: Bool
    public let notices: [Notice]

    /// What nobody has been told yet.
    public var lacking: [Notice] { notices.filter { $0.toldAt == nil } }

    /// Every placement of the child outside the responsible authority's area that holds on a date, or that ended in the
    /// ninety days before it: the newest first. `authorityOf` says in whose area a home lies.
    public static func all(
        of child: Child, on date: CivilDate, authorityOf: (String) -> AgencyID?
    ) -> [PlacedAcross] {
        let facts = child.facts
        guard !facts.placements.isEmpty else { return [] }
        let recent = facts.placements.filter { placement in
            guard placement.since <= date else { return false }
            guard let until = placement.until else { return true }
            return date <= until.adding(days: 90)
        }
        let marks = recent.isEmpty ? [] : child.history.standing
        return recent.reversed().compactMap { placement in
            let host = placement.host ?? placement.place.flatMap(authorityOf)
            let isAcross = placement.outOfArea || (host != nil && host != facts.responsible)
            return isAcross ? PlacedAcross(placement, host, of: child, marks, on: date) : nil
        }
    }

    private init(_ placement: Placement, _ host: AgencyID?, of child: Child, _ marks: [Mark], on date: CivilDate) {
        self.child = child.id
        responsible = child.facts.responsible
        self.host = host
        place = placement.place
        kind = placement.kind
        since = placement.since
        until = placement.until.flatMap { $0 <= date ? $0 : nil }
        let start = marks.last {
            $0.word == .placementStarted && $0.details.date(.since) == placement.since
                && $0.details.word(.place) == placement.place
        }
        distanceMiles = start?.details.number(.distanceMiles)
        let arrived = London.startOfDay(placement.since)
        isExploitationRisk = child.facts.risks.contains { risk in
            RiskKinds.exploitation.contains(risk.kind) && risk.notedAt <= London.endOfDay(placement.since)
                && (risk.endedAt.map { arrived < $0 } ?? true)
        }
        let told = marks.filter { $0.word == .toldAboutChild && arrived - .days(60) <= $0.clockTime }
        var kinds: [Notice.Kind] = [.arrival, .health, .school]
        if isExploitationRisk { kinds.append(.risk) }
        if until != nil { kinds.append(.departure) }
        let left = placement.until.map { London.startOfDay($0) }
        notices = kinds.map { kind in
            Notice(kind: kind, toldAt: told.first { $0.tells(kind, left: left) }?.clockTime)
        }
    }
}

/// Risks that belong together.
public enum RiskKinds {
    /// Those that mean that somebody uses the child.
    public static let exploitation: Set<String> = [
        "sexual-exploitation", "criminal-exploitation", "exploitation", "trafficking", "county-lines", "gangs",
        "coercion",
    ]
}

extension Mark {
    /// Whether somebody was told this of a placement that ended when `left` says.
    fileprivate func tells(_ kind: PlacedAcross.Notice.Kind, left: Instant?) -> Bool {
        let to = details.word(.to)
        let said = details.word(.kind)
        switch kind {
        case .arrival:
            guard to == "host-authority", said == nil || said == "arrival" else { return false }
            return left.map { clockTime < $0 } ?? true
        case .departure:
            guard to == "host-authority", let left else { return false }
            return said == "departure" || (said == nil && left <= clockTime)
        case .risk: return said == "risk" && to != nil
        case .health: return to == "health"
        case .school: return to == "school"
        }
    }
}
