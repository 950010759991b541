// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How the duties of every episode of a record stood under one protocol, counted, at any instant of the past.
///
/// What each episode adds on each day is kept added up; of the day that is asked about, the episodes of which something
/// changed on it are looked at one by one. Nothing is kept of a single duty.
public struct DutyTally: Sendable {
    private let book: DutyBook
    private var firstDay = 0
    private var days: [Day] = []
    /// For each episode's number, up to where it is counted, and until when that stays so by itself.
    private var kept: [Kept] = []

    private struct Day {
        /// For each duty and state, how many more instances stand so at the day's end than at its beginning.
        var changes: [Int32: Int32] = [:]
        /// The episodes of which something changed on it, or did once.
        var episodes: [UInt32] = []
    }

    private struct Kept {
        var through = Int64.min
        var until = Int64.min
    }

    public init(_ book: DutyBook) {
        self.book = book
    }

    // MARK: Asking

    /// How many instances of each duty stood how at `instant`, which is not after the last ``move(to:in:)``.
    public func totals(at instant: Instant, in state: State) -> DutyTotals {
        var totals = DutyTotals(of: book.pack)
        let day = instant.day - firstDay
        for place in 0..<max(0, min(day, days.count)) {
            for (key, change) in days[place].changes { totals.add(Int(change), at: Int(key)) }
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
            for change in past?.changes ?? [] { count(change, times: -1, of: nil) }
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
        var family: (child: Child, episodes: [Episode])?
        for id in episodes {
            guard let episode = state.episode(id) else { continue }
            if family?.child.id != episode.child {
                family = state.child(episode.child).map { ($0, state.episodes(of: $0.id)) }
            }
            guard let family else { continue }
            let past = book.past(
                of: episode, child: family.child, others: family.episodes, through: instant)
            makeRoom(through: Int(id.number))
            let counted = kept[Int(id.number)].through
            for change in past.changes where counted < change.at.secondsSince1970 {
                count(change, times: 1, of: id)
            }
            kept[Int(id.number)] = Kept(
                through: instant.secondsSince1970, until: past.until?.secondsSince1970 ?? .max)
        }
    }

    /// Adds a tally of other episodes of the same record under the same protocol.
    public mutating func join(_ other: DutyTally) {
        for (place, day) in other.days.enumerated() {
            let own = self.place(of: other.firstDay + place)
            days[own].changes.merge(day.changes, uniquingKeysWith: +)
            days[own].episodes += day.episodes
        }
        makeRoom(through: other.kept.count - 1)
        for place in other.kept.indices where other.kept[place].through != .min { kept[place] = other.kept[place] }
    }

    private func past(of id: EpisodeID, in state: State, through instant: Instant) -> DutyPast? {
        guard let episode = state.episode(id), let child = state.child(episode.child) else { return nil }
        return book.past(of: episode, child: child, others: state.episodes(of: child.id), through: instant)
    }

    private mutating func count(_ change: DutyPast.Change, times: Int, of episode: EpisodeID?) {
        let place = place(of: change.at.day)
        let key = Int32(DutyTotals.place(of: change.duty, change.state))
        days[place].changes[key, default: 0] += Int32(change.by * times)
        guard let episode, days[place].episodes.last != episode.number else { return }
        days[place].episodes.append(episode.number)
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
