// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// How the duties of some episodes stand, by who owes them. Each instance of a duty counts once.
public struct DutyFigure: Sendable {
    public static let id = "duties"
    public static let title = "Duties"
    public static let definition =
        "Every duty that the protocol owed for the episodes counted, as it stands at the instant asked about. Met: done in "
        + "time. Late: done after it was due. Missed: the need ended after it was due, and it was not done. Overdue: due, and "
        + "not done. Owed: not due yet. Lapsed: the need ended before it was due. Waived, or agreed for this child not to be "
        + "due. A duty whose clock starts later is not counted."

    /// One instance of a duty.
    public struct Row: Hashable, Sendable {
        public let child: ChildID
        public let episode: EpisodeID
        public let duty: String
        public let role: Role
        public let agency: AgencyID?
        public let state: DutyState
    }

    /// How many instances stand how.
    public struct Line: Hashable, Sendable {
        public let label: String
        public let met: Int
        public let late: Int
        public let missed: Int
        public let overdue: Int
        public let owed: Int
        public let lapsed: Int
        public let waived: Int
        public let agreed: Int
        /// Children for whom any stands so.
        public let children: Int

        public var all: Int { met + late + missed + overdue + owed + lapsed + waived + agreed }
        /// Of those that came due and were not set aside, how many were met in time.
        public var inTime: Proportion { Proportion(met, of: met + late + missed + overdue) }
    }

    public let rows: [Row]

    public init(_ rows: [Row]) { self.rows = rows }

    /// The duties of these episodes of the record at `instant`, under the protocol that `book` gives for each.
    public init(
        of episodes: [EpisodeID], in state: State, at instant: Instant, book: (Episode) -> DutyBook?
    ) {
        var rows: [Row] = []
        for id in episodes {
            guard let episode = state.episode(id), let child = state.child(episode.child), let book = book(episode)
            else { continue }
            let standings = book.standings(
                of: episode, child: child, others: state.episodes(of: child.id), at: instant, withReasons: false)
            rows += standings.filter { $0.state != .notYet }.map {
                Row(child: child.id, episode: id, duty: $0.duty, role: $0.owedBy, agency: $0.agency, state: $0.state)
            }
        }
        self.rows = rows
    }

    public var total: Line { line("All", rows) }

    /// Duties that came due and were not set aside, with the children whose they are; those done in time, and the rest.
    public var due: Count { count([.done, .doneLate, .missed, .overdue]) }
    public var inTime: Count { count([.done]) }
    public var notInTime: Count { count([.doneLate, .missed, .overdue]) }

    private func count(_ states: Set<DutyState>) -> Count {
        let own = rows.filter { states.contains($0.state) }
        return Count(episodes: own.count, children: Set(own.map(\.child)).count)
    }

    public var byRole: [Line] { lines { $0.role.spoken.capitalised } }
    public var byAgency: [Line] { lines { $0.agency?.name ?? "Not known" } }
    public var byDuty: [Line] { lines(\.duty) }

    private func lines(_ label: (Row) -> String) -> [Line] {
        Dictionary(grouping: rows, by: label).map { line($0.key, $0.value) }.sorted { $0.label < $1.label }
    }

    private func line(_ label: String, _ rows: [Row]) -> Line {
        func count(_ state: DutyState) -> Int { rows.count { $0.state == state } }
        return Line(
            label: label, met: count(.done), late: count(.doneLate), missed: count(.missed), overdue: count(.overdue),
            owed: count(.owed), lapsed: count(.lapsed), waived: count(.waived), agreed: count(.agreed),
            children: Set(rows.map(\.child)).count)
    }
}
