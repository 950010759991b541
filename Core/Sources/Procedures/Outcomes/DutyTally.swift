// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How the duties of every episode of a record stood under one protocol, counted, at any instant of the past.
///
/// What each episode adds on each day is kept added up; of the day that is asked about, the episodes of which something
/// changed on it are looked at one by one. Nothing is kept of a single duty.
public struct DutyTally: Sendable {
    private let book: DutyBook
    private let isGoverned: @Sendable (Episode, State) -> Bool
    private var firstDay = 0
    private var days: [Day] = []
    /// For each episode's number, up to where it is counted, and until when that stays so by itself.
    private var kept: [Kept] = []

    private struct Day {
        /// For each duty and state, how many more instances stand so at the day's end than at its beginning; empty
        /// where nothing changes.
        var changes: [Int32] = []
        /// The episodes of which something changed on it, or did once.
        var episodes: [UInt32] = []
    }

    private struct Kept {
        var through = Int64.min
        var until = Int64.min
    }

    /// Counts the episodes that the protocol governs, as `governing` says; all of them where it isn't given.
    public init(_ book: DutyBook, governing isGoverned: @escaping @Sendable (Episode, State) -> Bool = { _, _ in true })
    {
        self.book = book
        self.isGoverned = isGoverned
    }

    // MARK: Asking

    /// How many instances of each duty stood how at `instant`, which is not after the last ``move(to:in:)``.
    public func totals(at instant: Instant, in state: State) -> DutyTotals {
        var totals = DutyTotals(of: book.pack)
        let day = instant.day - firstDay
        for place in 0..<max(0, min(day, days.count)) {
            let changes = days[place].changes
            for key in changes.indices where changes[key] != 0 { totals.add(Int(changes[key]), at: key) }
        }
        guard days.indices.contains(day) else { return totals }
        let begins = Instant(secondsSince1970: Int64(instant.day) * 86_400)
        for number in Set(days[day].episodes) {
            guard let past = past(of: EpisodeID(number: number), in: state, through: instant) else { continue }
            for change in past.changes where begins <= change.at && change.at <= instant { totals.add(change) }
        }
        return totals
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

    /// Something was recorded of a child between `old` and `new`: what the child's episodes added is taken off, and
    /// counted anew.
    public mutating func take(_ child: ChildID, from old: State, to new: State, at instant: Instant) {
        for id in old.child(child)?.episodes ?? [] where Int(id.number) < kept.count {
            let through = kept[Int(id.number)].through
            guard through != .min else { continue }
            let past = past(of: id, in: old, through: Instant(secondsSince1970: through))
            for change in past?.changes ?? [] { count(change, times: -1) }
            kept[Int(id.number)] = Kept()
        }
        count((new.child(child)?.episodes ?? [])[...], in: new, through: instant)
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
            if let child = state.child(id) { count(wanted, of: child, in: state, through: instant) }
        }
    }

    private mutating func count(
        _ wanted: [EpisodeID], of child: borrowing Child, in state: State, through instant: Instant
    ) {
        let family = state.episodes(of: child.id)
        for place in family.indices where wanted.contains(family[place].id) {
            let id = family[place].id
            guard isGoverned(family[place], state) else {
                makeRoom(through: Int(id.number))
                kept[Int(id.number)] = Kept(through: .min, until: .max)
                continue
            }
            let past = book.past(of: family[place], child: child, others: family, through: instant)
            makeRoom(through: Int(id.number))
            let counted = kept[Int(id.number)].through
            var touched: [Int] = []
            for change in past.changes where counted < change.at.secondsSince1970 {
                let day = count(change, times: 1)
                if !touched.contains(day) { touched.append(day) }
            }
            for day in touched { days[self.place(of: day)].episodes.append(id.number) }
            kept[Int(id.number)] = Kept(
                through: instant.secondsSince1970, until: past.until?.secondsSince1970 ?? .max)
        }
    }

    /// Adds a tally of other episodes of the same record under the same protocol.
    public mutating func join(_ other: DutyTally) {
        for (place, day) in other.days.enumerated() {
            let own = self.place(of: other.firstDay + place)
            for key in day.changes.indices where day.changes[key] != 0 { add(day.changes[key], at: key, on: own) }
            days[own].episodes += day.episodes
        }
        makeRoom(through: other.kept.count - 1)
        for place in other.kept.indices where other.kept[place].through != .min { kept[place] = other.kept[place] }
    }

    private func past(of id: EpisodeID, in state: State, through instant: Instant) -> DutyPast? {
        guard let episode = state.episode(id), let child = state.child(episode.child) else { return nil }
        return book.past(of: episode, child: child, others: state.episodes(of: child.id), through: instant)
    }

    /// Gives the day on which it counts.
    @discardableResult
    private mutating func count(_ change: DutyPast.Change, times: Int) -> Int {
        let day = change.at.day
        let place = place(of: day)
        add(Int32(change.by * times), at: DutyTotals.place(of: change.duty, change.state), on: place)
        return day
    }

    private mutating func add(_ change: Int32, at key: Int, on day: Int) {
        if days[day].changes.isEmpty {
            days[day].changes = Array(repeating: 0, count: DutyTotals.count(of: book.pack))
        }
        days[day].changes[key] += change
    }

    /// The place of a day, with room made for it.
    private mutating func place(of day: Int) -> Int {
        if days.isEmpty { firstDay = day }
        if day < firstDay {
            days.insert(contentsOf: Array(repeating: Day(), count: firstDay - day), at: 0)
            firstDay = day
        }
        while days.count <= day - firstDay { days.append(Day()) }
        return day - firstDay
    }

    private mutating func makeRoom(through number: Int) {
        if kept.count <= number { kept += Array(repeating: Kept(), count: number + 1 - kept.count) }
    }
}

extension Instant {
    /// The day since 1970 in which it lies, as the world's clock counts them.
    fileprivate var day: Int { Int((secondsSince1970 - (secondsSince1970 < 0 ? 86_399 : 0)) / 86_400) }
}
