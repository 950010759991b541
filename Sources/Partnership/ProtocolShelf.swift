// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The protocols that are to hand, and the calendars that their clocks are counted in.
public struct ProtocolShelf: Sendable {
    public let packs: [String: ProtocolPack]
    public let calendars: Calendars
    /// Governs where nothing was adopted.
    public let standing: ProtocolPack
    private let books: [String: DutyBook]

    /// `standing` is the id of the pack that governs where nothing was adopted.
    public init?(packs: [ProtocolPack], calendars: Calendars, standing: String) {
        self.packs = Dictionary(packs.map { ($0.id, $0) }) { _, newer in newer }
        guard let pack = self.packs[standing] else { return nil }
        self.standing = pack
        self.calendars = calendars
        books = self.packs.mapValues { DutyBook(pack: $0, calendars: calendars) }
    }

    /// The protocol whose guardrails and vocabulary apply to the episode: that of the area where the child lives.
    public func pack(for episode: Episode, in state: State) -> ProtocolPack {
        governing(episode, in: state).here
    }

    /// The protocols that govern the episode: the area's where the child was placed when it started, and beside it the
    /// responsible authority's, where the two are not the same (ruling 16).
    ///
    /// They govern it to its end, unless a later adoption says that it applies to open episodes too.
    public func governing(_ episode: Episode, in state: State) -> GoverningPacks {
        let start = episode.facts.start ?? episode.facts.checksStartedAt ?? episode.facts.latest
        let end = episode.facts.returnedAt ?? episode.facts.closedAt
        return governing(episode.child, from: start, until: end, in: state)
    }

    /// The protocols that govern what is owed for a child whatever the episode: those of the newest one, else those in
    /// force at `instant`.
    public func governing(_ child: ChildID, at instant: Instant, in state: State) -> GoverningPacks {
        if let newest = state.episodes(of: child).max(by: { $0.began < $1.began }) {
            return governing(newest, in: state)
        }
        return governing(child, from: instant, until: nil, in: state)
    }

    private func governing(_ id: ChildID, from start: Instant?, until end: Instant?, in state: State) -> GoverningPacks
    {
        let facts = state.child(id)?.facts
        let responsible = facts?.responsible
        let theirs = adopted(for: responsible, from: start, until: end, in: state)
        guard let start, let host = facts?.host(on: London.date(of: start), in: state), host != responsible else {
            return GoverningPacks(here: theirs)
        }
        return GoverningPacks(here: adopted(for: host, from: start, until: end, in: state), responsible: theirs)
    }

    /// The protocol that an authority had adopted by the start, or while the episode was open where it says so: that
    /// one governs what follows the return, too.
    private func adopted(for authority: AgencyID?, from start: Instant?, until end: Instant?, in state: State)
        -> ProtocolPack
    {
        let governing = state.adoptions.last { adoption in
            guard adoption.authority == nil || adoption.authority == authority else { return false }
            guard let start else { return true }
            if adoption.openFrom <= start { return true }
            return adoption.appliesToOpen && (end.map { adoption.openFrom < $0 } ?? true)
        }
        return governing.flatMap { packs[$0.pack] } ?? standing
    }

    /// The protocol that governs what starts for an authority's children after everything adopted so far; for all
    /// children where none is named.
    public func pack(for authority: AgencyID?, in state: State) -> ProtocolPack {
        let governing = state.adoptions.last { $0.authority == nil || $0.authority == authority }
        return governing.flatMap { packs[$0.pack] } ?? standing
    }

    /// Where each duty of the episode stands, under the protocols that govern it.
    public func standings(of episode: Episode, in state: State, at instant: Instant) -> [DutyStanding] {
        guard let child = state.child(episode.child) else { return [] }
        let others = state.episodes(of: child.id)
        return governing(episode, in: state).standings { pack in
            book(of: pack).standings(of: episode, child: child, others: others, at: instant)
        }
    }

    /// The same without reasons, and until when it stays so if nothing is recorded; nil where nothing ever changes.
    func outlook(of episode: Episode, in state: State, at instant: Instant) -> (
        standings: [DutyStanding], until: Instant?
    ) {
        guard let child = state.child(episode.child) else { return ([], nil) }
        let others = state.episodes(of: child.id)
        var until: Instant?
        let standings = governing(episode, in: state).standings { pack in
            let outlook = book(of: pack).outlook(of: episode, child: child, others: others, at: instant)
            if let next = outlook.keepsUntil { until = min(until ?? next, next) }
            return outlook.standings
        }
        return (standings, until)
    }

    /// Where each duty on the child's whole record stands, under the protocols that govern it.
    public func childStandings(of id: ChildID, in state: State, at instant: Instant) -> [DutyStanding] {
        childOutlook(of: id, in: state, at: instant) { pack in
            TriggerBook(pack: pack, calendars: calendars).rankings(in: state, at: instant)
        }.standings
    }

    /// The same with the first instant at which something is otherwise, if nothing is recorded. `rankings` gives those
    /// of a protocol, which look at every child and are better kept.
    func childOutlook(
        of id: ChildID, in state: State, at instant: Instant, rankings: (ProtocolPack) -> [Firing]
    ) -> (standings: [DutyStanding], until: Instant) {
        // Ages, statuses and rankings turn at midnight; the office opens or closes at any time.
        var until = London.startOfDay(London.date(of: instant).next)
        guard let child = state.child(id) else { return ([], until) }
        let episodes = state.episodes(of: id)
        let standings = governing(id, at: instant, in: state).standings { pack in
            let outlook = book(of: pack).childOutlook(
                of: child, episodes: episodes, areaFirings: rankings(pack), at: instant)
            until = min(until, outlook.keepsUntil ?? until)
            return outlook.standings
        }
        return (standings, until)
    }

    private func book(of pack: ProtocolPack) -> DutyBook {
        books[pack.id] ?? DutyBook(pack: pack, calendars: calendars)
    }
}

extension ChildFacts {
    /// The authority in whose area the child is placed on a date, as the placement or the home's register says.
    fileprivate func host(on date: CivilDate, in state: State) -> AgencyID? {
        guard let placement = placement(on: date) else { return nil }
        return placement.host ?? placement.place.flatMap { state.agencies[AgencyID($0)]?.authority }
    }
}

extension Episode {
    fileprivate var began: Instant { facts.start ?? facts.checksStartedAt ?? Instant(secondsSince1970: 0) }
}
