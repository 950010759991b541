// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The absences that the record itself holds, as rows for figures: nobody counts by hand.
///
/// An episode counts once, in the period in which it started, under the kind under which it is counted now: police
/// `absent` and what later vocabularies call no apparent risk as absent, away without authorisation as away, everything
/// else as missing. Children missing education are a case of their own and in no row. Source: SG ¶10–12, ¶17.
public struct RecordedAbsences: Sendable {
    /// The first and the last date on which an episode may have started.
    public let period: ClosedRange<CivilDate>
    /// Only children whom one of these authorities is responsible for; nil for everybody's.
    public let authorities: Set<AgencyID>?

    public init(period: ClosedRange<CivilDate>, authorities: Set<AgencyID>? = nil) {
        self.period = period
        self.authorities = authorities
    }

    /// The rows, by what is recorded at `now`. A row's child is the child's number in the record.
    public func table(of state: State, at now: Instant) -> AbsenceTable {
        var rows: [AbsenceRow] = []
        for episode in state.episodes.values {
            if let row = row(episode, in: state, at: now) { rows.append(row) }
        }
        return AbsenceTable(rows: rows, children: [], kinds: [.missing, .away, .absent])
    }

    private func row(_ episode: Episode, in state: State, at now: Instant) -> AbsenceRow? {
        let facts = episode.facts
        guard facts.countedKind != .missingFromEducation, let start = facts.start,
            let child = Int32(exactly: episode.child.number)
        else { return nil }
        let began = London.date(of: start)
        guard period.contains(began), let facts = state.child(episode.child)?.facts else { return nil }
        if let authorities, !(facts.responsible.map(authorities.contains) ?? false) { return nil }
        var row = AbsenceRow(child: child, kind: AbsenceKind(episode.facts))
        row.began = began
        fillTimes(&row, episode.facts, start)
        fillChild(&row, facts, on: began)
        row.risk = episode.facts.grade?.spoken
        row.cameToNotice = episode.facts.countedKind == .unreported ? .withoutReport : .byReport
        row.interview = InterviewOutcome(episode, kind: row.kind, at: now)
        return row
    }

    private func fillTimes(_ row: inout AbsenceRow, _ facts: EpisodeFacts, _ start: Instant) {
        row.isOpen = facts.isOpen && facts.locatedAt == nil
        // The return counts a missing child as found when located, and one who is away when back at the placement.
        let found = row.kind == .away ? facts.returnedAt : facts.locatedAt ?? facts.returnedAt
        let end = found ?? facts.closedAt
        row.ended = end.map { London.date(of: $0) }
        guard facts.missingSince?.precision != .dateOnly else { return }
        row.beganAtMinute = London.localTime(of: start).secondOfDay / 60
        row.lengthMinutes = end.flatMap { $0 < start ? nil : Int(($0 - start).seconds / 60) }
    }

    private func fillChild(_ row: inout AbsenceRow, _ facts: ChildFacts, on day: CivilDate) {
        row.age = facts.age(on: day)
        row.sex = facts.identity.word(.sex).flatMap(Sex.init(code:))
        row.ethnicity = facts.identity.word(.ethnicity).flatMap { EthnicGroup(code: $0.uppercased()) }
        guard let placement = facts.placement(on: day) else { return }
        row.placement = PlacementKind(word: placement.kind)
        let isElsewhere = placement.host.map { host in facts.responsible.map { $0 != host } ?? false } ?? false
        row.isOutOfArea = placement.outOfArea || isElsewhere
    }
}

extension AbsenceKind {
    /// The kind under which an episode of the record counts.
    public init(_ facts: EpisodeFacts) {
        switch facts.countedKind {
        case .awayWithoutAuthorisation: self = .away
        default: self = facts.category.isUnderReview ? .absent : .missing
        }
    }
}

extension PlacementKind {
    /// From the record's word for a kind of placement, or a code of the return that an import left as it was.
    init?(word: String) {
        switch word {
        case "foster-care": self = .foster
        case "kinship-care", "connected-person": self = .kinship
        case "childrens-home": self = .childrensHome
        case "secure", "custody": self = .secure
        case "semi-independent", "supported-accommodation": self = .supported
        case "independent": self = .independent
        case "with-parents": self = .parents
        case "adoption": self = .adoption
        case "residential-school", "residential-care": self = .residential
        case "emergency", "temporary", "bed-and-breakfast": self = .temporary
        default:
            guard let code = PlacementKind(code: word.uppercased()) else { return nil }
            self = code
        }
    }
}
