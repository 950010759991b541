// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The Missing table of an authority's SSDA903 return, written from the record.
///
/// A row is a period of a looked-after child: `M` while nobody knew where the child was, until they were found; `A` while
/// it was known, until they were back at the placement. A period that was not over on 31 March has no end. The record
/// keeps episodes as they were; where periods of one child lie over one another, the return has one, from the first
/// start to the last end, and it is `M` where any of them is. Source: SSDA903 guide, missing and away from placement.
public struct MissingReturn: Sendable {
    /// One period.
    public struct Row: Hashable, Sendable {
        public let child: ChildID
        /// The authority's own identifier of the child.
        public let reference: String
        public let born: CivilDate
        /// `M` or `A`.
        public fileprivate(set) var code: String
        public let began: CivilDate
        public fileprivate(set) var ended: CivilDate?
        /// The episodes that it was made of: one, unless several lay over one another.
        public fileprivate(set) var episodes: [EpisodeID]

        /// The row's fields, in the order of ``MissingReturn/columns``.
        public var fields: [String] {
            [
                reference, TimeText.writeDayFirst(born), code, TimeText.writeDayFirst(began),
                ended.map { TimeText.writeDayFirst($0) } ?? "",
            ]
        }
    }

    /// Why an episode of a looked-after child is in no row.
    public enum Lack: String, CaseIterable, Hashable, Sendable {
        case noReference = "The child has no identifier of the authority's."
        case noBirthDate = "The child's date of birth is not known."
    }

    public let year: CollectionYear
    /// In the order of child and start.
    public let rows: [Row]
    /// Episodes that belong in the return and cannot be written, and why.
    public let lacking: [(episode: EpisodeID, child: ChildID, lack: Lack)]

    public static let columns = Table903.missing.columns

    /// Rows that were made of several episodes, which lay over one another.
    public var merged: [Row] { rows.filter { $0.episodes.count > 1 } }

    /// The return of the children whom one of `authorities` is responsible for; of everybody's where it is nil. Only
    /// children for whom `includes` holds are written: whoever takes a table out of the record takes out whom they may.
    public init(
        of state: State, year: CollectionYear, authorities: Set<AgencyID>? = nil,
        includes: (ChildID) -> Bool = { _ in true }
    ) {
        self.year = year
        var rows: [Row] = []
        var lacking: [(episode: EpisodeID, child: ChildID, lack: Lack)] = []
        for episode in state.episodes.values {
            guard let period = Period(episode, in: year), let child = state.child(episode.child)?.facts,
                authorities.map({ child.responsible.map($0.contains) ?? false }) ?? true, includes(episode.child)
            else { continue }
            guard let reference = child.identity.word(.childReference), !reference.isEmpty else {
                lacking.append((episode.id, episode.child, .noReference))
                continue
            }
            guard let born = child.born else {
                lacking.append((episode.id, episode.child, .noBirthDate))
                continue
            }
            rows.append(
                Row(
                    child: episode.child, reference: reference, born: born, code: period.code, began: period.began,
                    ended: period.ended, episodes: [episode.id]))
        }
        self.rows = MissingReturn.merged(rows)
        self.lacking = lacking
    }

    /// One row where several lie over one another. A row that begins on the day on which another ended stands alone.
    private static func merged(_ rows: [Row]) -> [Row] {
        var merged: [Row] = []
        for row in rows.sorted(by: { $0.order < $1.order }) {
            guard var last = merged.last, last.child == row.child, last.ended.map({ row.began < $0 }) ?? true else {
                merged.append(row)
                continue
            }
            last.ended = last.ended.flatMap { end in row.ended.map { max(end, $0) } }
            if row.code == "M" { last.code = "M" }
            last.episodes += row.episodes
            merged[merged.count - 1] = last
        }
        return merged
    }

    /// When a looked-after child was missing or away, as far as it lies in the year.
    private struct Period {
        let code: String
        let began: CivilDate
        let ended: CivilDate?

        init?(_ episode: Episode, in year: CollectionYear) {
            let facts = episode.facts
            guard facts.lookedAfter, facts.countedKind != .missingFromEducation, let start = facts.start else {
                return nil
            }
            let isAway = facts.countedKind == .awayWithoutAuthorisation
            let end = (isAway ? facts.returnedAt : facts.locatedAt ?? facts.returnedAt) ?? facts.closedAt
            let began = London.date(of: start)
            let last = end.map { max(London.date(of: $0), began) }
            guard began <= year.last, last.map({ $0 >= year.first }) ?? true else { return nil }
            code = isAway ? "A" : "M"
            self.began = began
            // An end after the year belongs into the next year's return.
            ended = last.flatMap { $0 <= year.last ? $0 : nil }
        }
    }
}

extension MissingReturn.Row {
    /// By child, then start, then end; a row without an end comes last of those that start together.
    fileprivate var order: (String, UInt32, Int32, Int32) {
        (reference, child.number, began.daysSince1970, ended?.daysSince1970 ?? .max)
    }
}
