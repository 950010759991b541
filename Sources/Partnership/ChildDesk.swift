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
    /// Held by the one who goes through all children.
    private let sweeping = Mutex(())

    private struct Kept: Sendable {
        let upTo: Int
        /// How many events there were that may change what governs: an adoption, a home's address.
        let partnership: Int
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

        func holds(in state: State, at instant: Instant) -> Bool {
            let isMany = ChildDesk.manyChildren < state.children.count
            // A page is written a few seconds ahead: of a large record its list serves until then too.
            let from = isMany ? at - Elapsed(seconds: 10) : at
            return from <= instant && instant < at + .minutes(1) && (position == state.position || isMany)
        }
    }

    /// Of a large record, the list of children who are owed something is at most a minute old.
    private static let manyChildren = 5_000

    /// How long rankings are kept within their day.
    private static let keptFor = Elapsed.minutes(10)

    init(shelf: ProtocolShelf) { self.shelf = shelf }

    /// Works everything out anew from here on: of what is erased, nothing is remembered.
    func forgetAll() {
        kept.withLock { $0.removeAll() }
        rankings.withLock { $0.removeAll() }
        owed.withLock { $0 = nil }
    }

    func standings(of id: ChildID, in state: State, at instant: Instant) -> [DutyStanding] {
        guard let child = state.child(id) else { return [] }
        let (upTo, partnership) = (child.entryCount, state.governingEventCount)
        if let known = kept.withLock({ $0[id] }), known.upTo == upTo, known.partnership == partnership,
            known.from <= instant, instant < known.until
        {
            return known.standings
        }
        let outlook = shelf.childOutlook(of: id, in: state, at: instant) { ranked($0, in: state, at: instant) }
        let fresh = Kept(
            upTo: upTo, partnership: partnership, from: instant, until: outlook.until, standings: outlook.standings)
        kept.withLock { $0[id] = fresh }
        return outlook.standings
    }

    /// Every firing for the child, rankings among them, under the protocols that govern what is owed for the child.
    func firings(of id: ChildID, in state: State, at instant: Instant) -> [Firing] {
        guard let child = state.child(id) else { return [] }
        let governing = shelf.governing(id, at: instant, in: state)
        let episodes = state.episodes(of: id)
        var found: [Firing] = []
        for pack in [governing.here, governing.responsible].compactMap(\.self) {
            let own = TriggerBook(pack: pack, calendars: shelf.calendars)
                .firings(of: child, episodes: episodes, at: instant)
            let ranked = ranked(pack, in: state, at: instant).filter { $0.subject == .child(id) }
            // The same trigger of both fires once.
            found += (own + ranked).filter { firing in
                !found.contains { $0.trigger == firing.trigger && $0.at == firing.at }
            }
        }
        return found.sorted { $0.at < $1.at }
    }

    /// By the responsible authority's protocol, or the area's where that is the only one.
    func triage(of id: ChildID, in state: State, at instant: Instant) -> TriageReading? {
        guard let child = state.child(id) else { return nil }
        let governing = shelf.governing(id, at: instant, in: state)
        return TriageBook(pack: governing.responsible ?? governing.here, calendars: shelf.calendars)
            .reading(of: child, episodes: state.episodes(of: id), at: instant)
    }

    /// The children for whom something is outstanding that belongs to no one episode.
    ///
    /// Of a large record all of them are gone through, so one does that; the others are given the list before, and wait
    /// only where there is none.
    func owing(in state: State, at instant: Instant) -> [ChildID] {
        guard shelf.packs.values.contains(where: \.hasChildDuties) else { return [] }
        let known = owed.withLock { $0 }
        if let known, known.holds(in: state, at: instant) { return known.children }
        if let known, Self.manyChildren < state.children.count, known.at <= instant {
            return sweeping.withLockIfAvailable { _ in sweep(state, instant) } ?? known.children
        }
        return sweeping.withLock { _ in sweep(state, instant) }
    }

    private func sweep(_ state: State, _ instant: Instant) -> [ChildID] {
        // Somebody else may have just done it.
        if let known = owed.withLock({ $0 }), known.holds(in: state, at: instant) { return known.children }
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
}
