// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What somebody sees on their board: whom they may see, how it stands with each, what they owe.
struct BoardModel: Sendable {
    enum Group: CaseIterable, Sendable {
        case missing, absent, away, checking, education, back
    }

    struct Row: Sendable {
        let child: ChildID
        let episode: EpisodeID
        let name: String
        let initials: String
        let tags: [Tag]
        /// "missing" since when; of one who is back, when they came back.
        let since: Instant?
        let isBack: Bool
        let from: String?
        let countIn90Days: Int
        let risks: String
        let reference: String?
        let nextReview: Instant?
        /// The first thing that the reader owes, by when it is due.
        let mine: DutyStanding?
        let mineBesides: Int
        /// The first thing that somebody else owes.
        let others: DutyStanding?
    }

    struct Owed: Sendable {
        let name: String
        let episode: EpisodeID
        let duty: DutyStanding
    }

    private(set) var rows: [Group: [Row]] = [:]
    /// Everything owed next by anybody the reader may see, soonest first.
    private(set) var dueNext: [Owed] = []
    /// How much is overdue for each child, whoever owes it, the longest overdue first.
    private(set) var overdue: [(name: String, episode: EpisodeID, count: Int, since: Instant)] = []
    let now: Instant

    init(state: State, actor: Actor, now: Instant, standings: (EpisodeID) -> [DutyStanding]) {
        self.now = now
        let reader = BoardReader(state: state, actor: actor, now: now)
        for id in state.unclosed {
            guard let (episode, child) = reader.visible(id) else { continue }
            let duties = standings(id)
            let owed = duties.filter(\.state.isOutstanding).sorted(by: DutyStanding.isSooner)
            guard let group = BoardReader.group(of: episode, owing: !owed.isEmpty) else { continue }
            rows[group, default: []].append(reader.row(episode, child, owed: owed))
            dueNext += owed.filter { $0.state == .owed }.map { Owed(name: child.facts.name, episode: id, duty: $0) }
            let late = owed.filter { $0.state == .overdue }
            if let since = late.first?.due?.lastInstant { overdue.append((child.facts.name, id, late.count, since)) }
        }
        for group in Group.allCases { rows[group]?.sort(by: BoardModel.comesFirst) }
        dueNext = Array(dueNext.sorted { DutyStanding.isSooner($0.duty, $1.duty) }.prefix(8))
        overdue.sort { ($0.since, $0.episode) < ($1.since, $1.episode) }
    }

    func count(_ group: Group) -> Int { rows[group]?.count ?? 0 }

    /// The gravest risk first, then who has been away longest; of those back, who owes soonest.
    private static func comesFirst(_ first: Row, _ second: Row) -> Bool {
        let ranks = (first.rank, second.rank)
        if ranks.0 != ranks.1 { return ranks.0 > ranks.1 }
        return (first.since?.secondsSince1970 ?? 0, first.episode) < (
            second.since?.secondsSince1970 ?? 0, second.episode
        )
    }
}

extension BoardModel.Row {
    fileprivate var rank: Int { (tags.first?.look == .now ? 2 : 0) + (mine == nil ? 0 : 1) }
}

extension DutyStanding {
    /// Whether the first is due before the second; what has no due comes last.
    static func isSooner(_ first: DutyStanding, _ second: DutyStanding) -> Bool {
        switch (first.due, second.due) {
        case (let one?, let other?): one < other || (one == other && first.duty < second.duty)
        case (nil, _?): false
        case (_?, nil): true
        case (nil, nil): first.duty < second.duty
        }
    }

    /// What is to be done, without its full stop.
    var says: String { what.hasSuffix(".") ? String(what.dropLast()) : what }

    /// Whether somebody in this role owes it.
    func isOwed(by role: Role) -> Bool { role.mayActAs.contains(owedBy) }
}
