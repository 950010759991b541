// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How the duties of every episode of a record stood under one protocol, counted, at any instant of the past.
///
/// Each step of each instance is kept in four bytes under its day, and what a day changed altogether beside them: an
/// instant is the sum of the days before it, and the steps of its own day. Nothing says whose duty it was.
public struct DutyTally: Sendable {
    private let book: DutyBook
    private let isGoverned: @Sendable (Episode, State) -> Bool
    private let mostCodes: Int32
    private let counts: Int
    private var firstDay = 0
    private var days: [TallyDay] = []
    /// For each episode's number, up to where it is counted, and until when that stays so by itself.
    private var kept: [Kept] = []

    private struct Kept {
        var through = Int64.min
        var until = Int64.min
    }

    /// Counts the episodes that the protocol governs, as `governing` says; all of them where it isn't given.
    public init(_ book: DutyBook, governing isGoverned: @escaping @Sendable (Episode, State) -> Bool = { _, _ in true })
    {
        self.init(book, governing: isGoverned, mostCodes: TallyDay.mostCodes)
    }

    /// `mostCodes` is how many different steps fit into four bytes; fewer in tests.
    init(
        _ book: DutyBook, governing isGoverned: @escaping @Sendable (Episode, State) -> Bool = { _, _ in true },
        mostCodes: Int32
    ) {
        self.book = book
        self.isGoverned = isGoverned
        self.mostCodes = mostCodes
        counts = DutyTotals.count(of: book.pack)
    }

    // MARK: Asking

    /// How many instances of each duty stood how at `instant`, which is not after the last ``move(to:in:)``.
    public func totals(at instant: Instant) -> DutyTotals {
        var totals = DutyTotals(of: book.pack)
        let day = TallyDay.day(of: instant.secondsSince1970) - firstDay
        for place in 0..<max(0, min(day, days.count)) { totals.add(days[place].changes) }
        if days.indices.contains(day) {
            days[day].count(through: TallyDay.second(of: instant.secondsSince1970), into: &totals)
        }
        return totals
    }

    /// The bytes that it holds, without the room that was taken for more.
    public var bytes: Int {
        days.reduce(0) { $0 + $1.bytes + MemoryLayout<TallyDay>.stride } + kept.count * MemoryLayout<Kept>.stride
    }

    // MARK: Keeping

    /// Counts what was recorded by now in `state`, and what time alone has changed by `instant`.
    ///
    /// Gives how many episodes had to be worked out.
    @discardableResult
    public mutating func move(to instant: Instant, in state: State) -> Int {
        let stale = stale(at: instant, in: state)
        count(stale[...], in: state, through: instant)
        return stale.count
    }

    /// Something was recorded of a child between `old` and `new`: the child's episodes are counted anew, and where they
    /// stood otherwise before, that is taken off.
    public mutating func take(_ child: ChildID, from old: State, to new: State, at instant: Instant) {
        var before: [DutyTurn] = []
        for id in old.child(child)?.episodes ?? [] where Int(id.number) < kept.count {
            let through = kept[Int(id.number)].through
            guard through != .min else { continue }
            before += past(of: id, in: old, through: Instant(secondsSince1970: through))?.turns ?? []
            kept[Int(id.number)] = Kept()
        }
        var after: [DutyTurn] = []
        if let known = new.child(child) {
            reckon(known.episodes, of: known, in: new, through: instant) { turns, _ in after += turns }
        }
        before.sort()
        after.sort()
        var (gone, come) = (0, 0)
        while gone < before.count || come < after.count {
            if come == after.count || (gone < before.count && before[gone] < after[come]) {
                remove(before[gone])
                gone += 1
            } else if gone == before.count || after[come] < before[gone] {
                add(after[come])
                come += 1
            } else {
                (gone, come) = (gone + 1, come + 1)
            }
        }
    }

    /// The episodes that are not counted up to `instant`.
    public func stale(at instant: Instant, in state: State) -> [EpisodeID] {
        let now = instant.secondsSince1970
        return (0..<state.nextEpisode.number).map { EpisodeID(number: $0) }.filter { id in
            let place = Int(id.number)
            return (kept.count <= place || kept[place].until <= now) && state.episodes.contains(id)
        }
    }

    /// Counts these episodes up to `instant`, from where they were counted before. Parts of many may be counted in
    /// tallies of their own, and then be joined.
    public mutating func count(_ episodes: ArraySlice<EpisodeID>, in state: State, through instant: Instant) {
        if let last = episodes.last { makeRoom(through: Int(last.number)) }
        // Episodes of one child stand side by side, or near enough.
        var families: [ChildID: [EpisodeID]] = [:]
        for id in episodes { if let episode = state.episode(id) { families[episode.child, default: []].append(id) } }
        for (id, wanted) in families {
            guard let child = state.child(id) else { continue }
            var found: [DutyTurn] = []
            reckon(wanted, of: child, in: state, through: instant) { turns, counted in
                for turn in turns where counted < turn.at { found.append(turn) }
            }
            for turn in found { add(turn) }
        }
    }

    /// Adds a tally of other episodes of the same record under the same protocol.
    public mutating func join(_ other: DutyTally) {
        for (place, day) in other.days.enumerated() { days[self.place(of: other.firstDay + place)].join(day) }
        makeRoom(through: other.kept.count - 1)
        for place in other.kept.indices where other.kept[place].through != .min { kept[place] = other.kept[place] }
    }

    /// Gives back the room that was taken for more, once everything is counted.
    public mutating func trim() {
        for place in days.indices { days[place].trim() }
    }

    /// Works out some of a child's episodes; `take` hears the steps of each, and up to where it was counted before.
    private mutating func reckon(
        _ wanted: [EpisodeID], of child: borrowing Child, in state: State, through instant: Instant,
        _ take: ([DutyTurn], Int64) -> Void
    ) {
        let family = state.episodes(of: child.id)
        for place in family.indices where wanted.contains(family[place].id) {
            let number = Int(family[place].id.number)
            makeRoom(through: number)
            guard isGoverned(family[place], state) else {
                kept[number] = Kept(through: .min, until: .max)
                continue
            }
            let past = book.past(of: family[place], child: child, others: family, through: instant)
            take(past.turns, kept[number].through)
            kept[number] = Kept(through: instant.secondsSince1970, until: past.until?.secondsSince1970 ?? .max)
        }
    }

    private func past(of id: EpisodeID, in state: State, through instant: Instant) -> DutyPast? {
        guard let episode = state.episode(id), let child = state.child(episode.child) else { return nil }
        return book.past(of: episode, child: child, others: state.episodes(of: child.id), through: instant)
    }

    private mutating func add(_ turn: DutyTurn) {
        let place = place(of: TallyDay.day(of: turn.at))
        days[place].add(turn, second: TallyDay.second(of: turn.at), counts: counts, mostCodes: mostCodes)
    }

    private mutating func remove(_ turn: DutyTurn) {
        let place = place(of: TallyDay.day(of: turn.at))
        days[place].remove(turn, second: TallyDay.second(of: turn.at), counts: counts, mostCodes: mostCodes)
    }

    /// The place of a day, with room made for it.
    private mutating func place(of day: Int) -> Int {
        if days.isEmpty { firstDay = day }
        if day < firstDay {
            days.insert(contentsOf: Array(repeating: TallyDay(), count: firstDay - day), at: 0)
            firstDay = day
        }
        while days.count <= day - firstDay { days.append(TallyDay()) }
        return day - firstDay
    }

    private mutating func makeRoom(through number: Int) {
        if kept.count <= number { kept += Array(repeating: Kept(), count: number + 1 - kept.count) }
    }
}
