// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

extension Partnership {
    /// Who is to be told of one episode at an instant, under the protocols that govern it.
    public func notices(of id: EpisodeID, in state: State, at instant: Instant) -> [OwedNotice] {
        guard let episode = state.episode(id), let child = state.child(episode.child) else { return [] }
        let standings = episode.facts.stage == .closed ? [] : standings(of: id, in: state, at: instant)
        return NoticesOwed(at: instant).of(
            episode, child: child, others: state.episodes(of: child.id), under: shelf.governing(episode, in: state),
            calendars: shelf.calendars, standings: standings)
    }

    /// Who is to be told of briefings that nobody has accepted in time.
    func briefingNotices(in state: State, at instant: Instant) -> [OwedNotice] {
        state.handOvers.open.flatMap { handOver in
            let authority = state.agencies[handOver.from.agency]?.authority
            let rule = shelf.pack(for: authority, in: state).handOverRule(for: handOver.from.kind)
            return NoticesOwed(at: instant).of(handOver, by: rule)
        }
    }

    /// Who is to be told of duties that belong to no one episode: a child's whole record, and the area's own.
    func lastingNotices(in state: State, at instant: Instant) -> [OwedNotice] {
        let children = childDuties.owing(in: state, at: instant).flatMap { id in
            NoticesOwed(at: instant).of(
                id, under: shelf.governing(id, at: instant, in: state),
                standings: childDuties.standings(of: id, in: state, at: instant))
        }
        let areas = areaStandings(in: state, at: instant).flatMap { area in
            NoticesOwed(at: instant).of(area: area.authority, under: area.pack, standings: area.standings)
        }
        return children + areas
    }
}
