// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The absences that the record itself holds in a period, as rows for figures.
///
/// An episode counts once, in the period in which it started, as ``EpisodeReader`` reads it.
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
    public func table(
        of state: State, at now: Instant, reader: EpisodeReader = EpisodeReader()
    ) -> AbsenceTable {
        var rows: [AbsenceRow] = []
        for child in state.children.values where !child.episodes.isEmpty && isAsked(child) && hasEpisode(child, state) {
            rows += reader.rows(of: child, in: state, at: now).filter { $0.began.map(period.contains) ?? false }
        }
        rows.sort { $0.episode < $1.episode }
        return AbsenceTable(rows: rows, children: [], kinds: [.missing, .away, .absent])
    }

    private func isAsked(_ child: Child) -> Bool {
        authorities.map { asked in child.facts.responsible.map(asked.contains) ?? false } ?? true
    }

    /// Whether any of the child's episodes may be in the period: most children have none, and are not read at all.
    private func hasEpisode(_ child: Child, _ state: State) -> Bool {
        state.episodes(of: child.id).contains { episode in
            episode.facts.start.map { period.contains(London.date(of: $0)) } ?? false
        }
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
