// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The table `ssd_missing` of the standard safeguarding dataset: every missing and away episode of children who have an
/// identifier of the authority's, with whether the return interview was offered and accepted.
public enum SafeguardingMissing {
    public static let columns = [
        "miss_table_id", "miss_person_id", "miss_missing_episode_start_date", "miss_missing_episode_type",
        "miss_missing_episode_end_date", "miss_missing_rhi_offered", "miss_missing_rhi_accepted",
    ]

    /// The table, in the order of episodes, and the children left out because they have no identifier.
    public static func table(
        of state: State, authorities: Set<AgencyID>? = nil, includes: (ChildID) -> Bool = { _ in true }
    ) -> (table: DataTable, children: [ChildID], lacking: [ChildID]) {
        var table = DataTable("ssd_missing", columns: columns)
        var children: Set<ChildID> = []
        var lacking: Set<ChildID> = []
        for episode in state.episodes.values {
            guard episode.facts.countedKind != .missingFromEducation, let start = episode.facts.start,
                let facts = state.child(episode.child)?.facts,
                authorities.map({ facts.responsible.map($0.contains) ?? false }) ?? true, includes(episode.child)
            else { continue }
            guard let reference = facts.identity.word(.childReference), !reference.isEmpty else {
                lacking.insert(episode.child)
                continue
            }
            children.insert(episode.child)
            table.add(row(episode, start, reference))
        }
        return (table, children.sorted(), lacking.sorted())
    }

    private static func row(_ episode: Episode, _ start: Instant, _ reference: String) -> [DataTable.Cell] {
        let facts = episode.facts
        let isAway = facts.countedKind == .awayWithoutAuthorisation
        let end = (isAway ? facts.returnedAt : facts.locatedAt ?? facts.returnedAt) ?? facts.closedAt
        let isByDate = facts.missingSince?.precision == .dateOnly
        let interview = InterviewAnswer(episode)
        return [
            .number(Int(episode.id.number)), .text(reference), .text(written(start, isByDate: isByDate)),
            .text(isAway ? "A" : "M"), .text(ifAny: end.map { written($0, isByDate: isByDate) }),
            .text(interview.isOffered.map { $0 ? "Y" : "N" } ?? "NA"),
            .text(ifAny: interview.isOffered == true ? interview.isAccepted.map { $0 ? "Y" : "N" } : "NA"),
        ]
    }

    /// As databases take a timestamp: `2026-04-01 22:10:00` in London, the time left out where nobody stated one.
    private static func written(_ instant: Instant, isByDate: Bool) -> String {
        if isByDate { return TimeText.write(London.date(of: instant)) }
        return TimeText.write(London.localTime(of: instant)).replacing("T", with: " ")
    }
}
