// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out when triggers fired for places and groups, and who was ranked highest when.
struct AreaFirings {
    let pack: ProtocolPack
    let calendars: Calendars
    let state: State
    let at: Instant
    let episodes: [Episode]
    let doneEvents: [Event]

    init(pack: ProtocolPack, calendars: Calendars, state: State, at instant: Instant) {
        self.pack = pack
        self.calendars = calendars
        self.state = state
        at = instant
        episodes = Array(state.episodes.values)
        doneEvents = state.partnershipEvents.filter { $0.word.rawValue == "area-duty-done" }
    }

    func firings(of trigger: Trigger) -> [Firing] {
        if trigger.isRanking { return ranked(trigger) }
        switch trigger.subject {
        case .child: return []
        case .place: return places().flatMap { firings(of: trigger, at: $0, $1) }
        case .group: return groups(trigger)
        }
    }

    /// The episodes from each place, also those that were put down to it before a correction.
    private func places() -> [(String, [Episode])] {
        var places: [String: [Episode]] = [:]
        for episode in episodes {
            if let from = episode.facts.from { places[from, default: []].append(episode) }
            for other in episode.formerPlaces { places[other, default: []].append(episode) }
        }
        return places.sorted { $0.key < $1.key }
    }

    private func firings(of trigger: Trigger, at place: String, _ episodes: [Episode]) -> [Firing] {
        guard episodes.count >= trigger.rule.least else { return [] }
        func fired(_ episodes: [Episode], by instant: Instant) -> [Firing] {
            let counted = episodes.compactMap { episode -> CountedEpisode? in
                guard let facts = episode.facts(at: instant), facts.from == place, trigger.rule.filter.counts(facts)
                else { return nil }
                return CountedEpisode(episode.id, of: episode.child, facts, upTo: instant)
            }
            return self.fired(trigger, counted, .place(place))
        }
        var found = fired(episodes, by: at)
        let known = Set(found.map(\.key))
        var undone: [Firing.Key: Firing] = [:]
        for change in Set(episodes.flatMap(\.recountedAt)) {
            let before = change - Elapsed(seconds: 1)
            for firing in fired(episodes.compactMap { $0.asKnown(at: before) }, by: min(before, at))
            where !known.contains(firing.key) { undone[firing.key] = firing.undone() }
        }
        found += undone.values
        return dealtWith(found.sorted { $0.at < $1.at })
    }

    private func groups(_ trigger: Trigger) -> [Firing] {
        func fired(_ episodes: [Episode], by instant: Instant) -> [Firing] {
            let occasions = Occasions(among: episodes, by: instant, filter: trigger.rule.filter).byGroup
            return occasions.flatMap { self.fired(trigger, $0.value, .group($0.key)) }
        }
        let together = Occasions.linked(episodes)
        var found = fired(together, by: at)
        let known = Set(found.map(\.key))
        var undone: [Firing.Key: Firing] = [:]
        for change in Set(together.flatMap(\.recountedAt)) {
            let before = change - Elapsed(seconds: 1)
            for firing in fired(together.compactMap { $0.asKnown(at: before) }, by: min(before, at))
            where !known.contains(firing.key) { undone[firing.key] = firing.undone() }
        }
        found += undone.values
        return dealtWith(found.sorted { $0.at < $1.at })
    }

    private func fired(_ trigger: Trigger, _ counted: [CountedEpisode], _ subject: Firing.Subject) -> [Firing] {
        firedForArea(trigger, trigger.rule.candidates(among: counted.inOrder()), subject)
    }

    /// Whether the trigger's condition held for the child of the newest episode once that had been reported.
    private func holds(_ trigger: Trigger, _ candidate: Candidate) -> Bool {
        guard trigger.when != nil else { return true }
        guard let child = state.child(candidate.newest.child) else { return false }
        let firings = ChildFirings(
            of: child, episodes: state.episodes(of: child.id), pack: pack, calendars: calendars, at: at)
        return withExtendedLifetime(firings) { firings.holds(trigger, candidate) }
    }

    /// When every duty of the area that the firing made was done; nil while one is not.
    private func areaDealtAt(_ firing: Firing) -> Instant? {
        var last = firing.at
        for id in firing.makes {
            let done = doneEvents.first { event in
                let at = event.occurredAt.earliest
                guard event.details.word(.duty) == id, firing.at <= at, at <= self.at else { return false }
                guard case .place(let place) = firing.subject, let of = event.details.word(.place) else { return true }
                return of == place
            }
            guard let done else { return nil }
            last = max(last, done.occurredAt.earliest)
        }
        return last
    }

    /// Of candidates for a place or a group, those at which it fires.
    func firedForArea(_ trigger: Trigger, _ candidates: [Candidate], _ subject: Firing.Subject) -> [Firing] {
        dealtWith(
            trigger.fired(
                candidates, subject, holds: { holds(trigger, $0) }, dealtAt: { $0.last.flatMap { areaDealtAt($0) } }))
    }

    private func dealtWith(_ firings: [Firing]) -> [Firing] {
        firings.map { firing in
            var firing = firing
            firing.isDealtWith = areaDealtAt(firing) != nil
            return firing
        }
    }
}

extension Firing {
    /// The same firing, marked as no longer following.
    func undone() -> Firing {
        var firing = self
        firing.isUndone = true
        firing.why.append(Firing.undoneSentence)
        return firing
    }
}

extension Episode {
    /// The places that were ever given as where the child went missing from, beside the one that stands.
    fileprivate var formerPlaces: Set<String> {
        guard history.recorded.contains(where: { $0.word == .corrected }) else { return [] }
        var places = Set(history.recorded.compactMap { $0.details.word(.from) })
        if let from = facts.from { places.remove(from) }
        return places
    }
}
