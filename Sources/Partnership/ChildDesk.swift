// SPDX-License-Identifier: MIT

import Casework
import Procedures
import Synchronization
import WorkingTime

/// Remembers where the duties on children's whole records stand, until something happens or a clock runs out.
final class ChildDesk: Sendable {
    private let shelf: ProtocolShelf
    private let kept = Mutex<[ChildID: Kept]>([:])
    private let rankings = Mutex<[String: Ranked]>([:])
    private let owed = Mutex<Owed?>(nil)

    private struct Kept: Sendable {
        let upTo: Int
        let adoptions: Int
        let from: Instant
        /// The first instant at which something is otherwise.
        let until: Instant
        let standings: [DutyStanding]
    }

    private struct Ranked: Sendable {
        let at: Instant
        let firings: [Firing]
    }

    private struct Owed: Sendable {
        let position: Position
        let at: Instant
        let children: [ChildID]
    }

    /// Of a large record, the list of children who are owed something is at most a minute old.
    private static let manyChildren = 5_000

    /// Ages, statuses and rankings turn at midnight; where a protocol asks what turns at any time, as when an office
    /// opens, nothing is kept for longer than this.
    private static let keptFor = Elapsed.minutes(10)

    init(shelf: ProtocolShelf) { self.shelf = shelf }

    func standings(of id: ChildID, in state: State, at instant: Instant) -> [DutyStanding] {
        guard let child = state.child(id) else { return [] }
        let (upTo, adoptions) = (child.entryCount, state.adoptions.count)
        if let known = kept.withLock({ $0[id] }), known.upTo == upTo, known.adoptions == adoptions,
            known.from <= instant, instant < known.until
        {
            return known.standings
        }
        let pack = shelf.pack(forChild: child, in: state, at: instant)
        let standings = DutyBook(pack: pack, calendars: shelf.calendars).childStandings(
            of: child, episodes: state.episodes(of: id), areaFirings: ranked(pack, in: state, at: instant), at: instant)
        let fresh = Kept(
            upTo: upTo, adoptions: adoptions, from: instant,
            until: Self.nextChange(of: standings, after: instant, turningByItself: pack.childDutiesTurnInTheDay),
            standings: standings)
        kept.withLock { $0[id] = fresh }
        return standings
    }

    /// Every firing for the child, rankings among them.
    func firings(of id: ChildID, in state: State, at instant: Instant) -> [Firing] {
        guard let child = state.child(id) else { return [] }
        let pack = shelf.pack(forChild: child, in: state, at: instant)
        let own = TriggerBook(pack: pack, calendars: shelf.calendars)
            .firings(of: child, episodes: state.episodes(of: id), at: instant)
        let ranked = ranked(pack, in: state, at: instant).filter { $0.subject == .child(id) }
        return (own + ranked).sorted { $0.at < $1.at }
    }

    func triage(of id: ChildID, in state: State, at instant: Instant) -> TriageReading? {
        guard let child = state.child(id) else { return nil }
        let pack = shelf.pack(forChild: child, in: state, at: instant)
        return TriageBook(pack: pack, calendars: shelf.calendars)
            .reading(of: child, episodes: state.episodes(of: id), at: instant)
    }

    /// The children for whom something is outstanding that belongs to no one episode.
    func owing(in state: State, at instant: Instant) -> [ChildID] {
        guard shelf.asksForChildren else { return [] }
        if let known = owed.withLock({ $0 }), known.at <= instant, instant < known.at + .minutes(1),
            known.position == state.position || Self.manyChildren < state.children.count
        {
            return known.children
        }
        let children = state.children.values.filter { child in
            standings(of: child.id, in: state, at: instant).contains { $0.state.isOutstanding }
        }.map(\.id)
        owed.withLock { $0 = Owed(position: state.position, at: instant, children: children) }
        return children
    }

    /// Rankings look at every episode, so they are worked out for each date, and again after a while.
    private func ranked(_ pack: ProtocolPack, in state: State, at instant: Instant) -> [Firing] {
        guard pack.triggers.contains(where: \.isRanking) else { return [] }
        if let known = rankings.withLock({ $0[pack.id] }), known.at <= instant, instant < known.at + Self.keptFor,
            London.date(of: known.at) == London.date(of: instant)
        {
            return known.firings
        }
        let firings = TriggerBook(pack: pack, calendars: shelf.calendars).rankings(in: state, at: instant)
        rankings.withLock { $0[pack.id] = Ranked(at: instant, firings: firings) }
        return firings
    }

    private static func nextChange(
        of standings: [DutyStanding], after instant: Instant, turningByItself: Bool
    ) -> Instant {
        let midnight = London.startOfDay(London.date(of: instant).next)
        var next = turningByItself ? min(midnight, instant + keptFor) : midnight
        for standing in standings {
            if let from = standing.from, instant < from { next = min(next, from) }
            if let due = standing.due?.lastInstant, instant <= due { next = min(next, due + Elapsed(seconds: 1)) }
        }
        return next
    }
}
