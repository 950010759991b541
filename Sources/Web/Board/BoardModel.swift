// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What somebody sees on their board: whom they may see, how it stands with each, what they owe.
struct BoardModel: Sendable {
    enum Group: CaseIterable, Sendable {
        case missing, absent, away, checking, education, back
        /// Away, and no more than that is the reader's to know.
        case outline
        /// Not away now, with something owed that belongs to no one episode: a panel, a plan before anything happens.
        case aside
    }

    struct Row: Sendable {
        let child: ChildID
        /// The newest episode; nil for a child who was never away.
        let episode: EpisodeID?
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
        /// Whether the reader may record what discharges it; else somebody else records it for them.
        let mayRecordMine: Bool
        let mineBesides: Int
        /// The first thing that somebody else owes.
        let others: DutyStanding?

        /// The page that says more.
        var path: String { episode.map { "/episodes/\($0.number)" } ?? "/children/\(child.number)" }
    }

    struct Owed: Sendable {
        let name: String
        let path: String
        let duty: DutyStanding
    }

    private(set) var rows: [Group: [Row]] = [:]
    /// Everything owed next by anybody the reader may see, soonest first.
    private(set) var dueNext: [Owed] = []
    /// How much is overdue for each child, whoever owes it, the longest overdue first.
    private(set) var overdue: [(name: String, path: String, count: Int, since: Instant)] = []
    /// How many are not away while others owe something for them soon that belongs to no one episode.
    private(set) var asideOfOthers = 0
    /// How many are not away while the reader owes something for them that is not due for a while.
    private(set) var asideLater = 0
    /// What is owed for a child who is not away stands on the board so long before it is due.
    static let asideBefore = Elapsed.days(28)
    let now: Instant

    init(state: State, actor: Actor, now: Instant, owed source: Source) {
        self.now = now
        let reader = BoardReader(state: state, actor: actor, now: now)
        var shown: Set<ChildID> = []
        for id in state.unclosed {
            guard let (episode, child) = reader.visible(id) else { continue }
            // What belongs to no one episode stands beside the newest.
            let isNewest = child.episodes.last == id
            let standings = source.standings(id) + (isNewest ? source.childStandings(child.id) : [])
            let owed = Self.outstanding(reader.shown(standings, of: child.id))
            if isNewest { shown.insert(child.id) }
            guard let group = reader.group(of: episode, owing: !owed.isEmpty) else { continue }
            add(reader.row(episode, child, owed: owed), to: group, owed, name: child.facts.name)
        }
        for id in source.childrenOwedSomething() where !shown.contains(id) {
            guard let child = reader.visible(id) else { continue }
            let outstanding = source.childStandings(id).filter(\.state.isOutstanding)
            if outstanding.isEmpty { continue }
            let owed = Self.outstanding(reader.shown(outstanding, of: id))
            // Nobody is looking for them: they don't come between those who are looked for and what is overdue there.
            let mine = owed.filter { $0.isOwed(by: actor.role) }
            if !mine.isEmpty, !mine.contains(where: { $0.isDue(within: Self.asideBefore, of: now) }) {
                asideLater += 1
            } else if !mine.isEmpty {
                let episode = child.episodes.last.flatMap { state.episode($0) }
                rows[.aside, default: []].append(reader.row(episode, child, owed: owed))
            } else if owed.contains(where: { $0.isDue(within: Self.asideBefore, of: now) }) {
                asideOfOthers += 1
            }
        }
        for group in Group.allCases where group != .aside { rows[group]?.sort(by: BoardModel.comesFirst) }
        rows[.aside]?.sort { first, second in
            guard let one = first.mine, let other = second.mine else { return first.child < second.child }
            return DutyStanding.isSooner(one, other)
        }
        dueNext = Array(dueNext.sorted { DutyStanding.isSooner($0.duty, $1.duty) }.prefix(8))
        overdue.sort { ($0.since, $0.path) < ($1.since, $1.path) }
    }

    /// Whoever asks, now.
    init(_ call: Call) {
        let (partnership, state, now) = (call.site.partnership, call.state, call.now)
        let owed = Source(
            standings: { partnership.standings(of: $0, in: state, at: now) },
            childStandings: { partnership.childStandings(of: $0, in: state, at: now) },
            childrenOwedSomething: { partnership.childrenOwedSomething(in: state, at: now) })
        self.init(state: state, actor: call.account.actor, now: now, owed: owed)
    }

    /// Where the board finds what is owed.
    struct Source {
        let standings: (EpisodeID) -> [DutyStanding]
        let childStandings: (ChildID) -> [DutyStanding]
        let childrenOwedSomething: () -> [ChildID]
    }

    private static func outstanding(_ duties: [DutyStanding]) -> [DutyStanding] {
        duties.filter(\.state.isOutstanding).sorted(by: DutyStanding.isSooner)
    }

    private mutating func add(_ row: Row, to group: Group, _ owed: [DutyStanding], name: String) {
        rows[group, default: []].append(row)
        dueNext += owed.filter { $0.state == .owed }.map { Owed(name: name, path: row.path, duty: $0) }
        let late = owed.filter { $0.state == .overdue }
        if let since = late.first?.due?.lastInstant { overdue.append((name, row.path, late.count, since)) }
    }

    /// Whom it shows.
    var children: [ChildID] { Array(Set(rows.values.flatMap { $0.map(\.child) })).sorted() }

    func count(_ group: Group) -> Int { rows[group]?.count ?? 0 }

    /// The gravest risk first, then who has been away longest; of those back, who owes soonest.
    private static func comesFirst(_ first: Row, _ second: Row) -> Bool {
        let ranks = (first.rank, second.rank)
        if ranks.0 != ranks.1 { return ranks.0 > ranks.1 }
        return (first.since?.secondsSince1970 ?? 0, first.child) < (
            second.since?.secondsSince1970 ?? 0, second.child
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
