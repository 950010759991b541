// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out when triggers fired for places and groups, and who was ranked highest when.
struct AreaFirings {
    let pack: ProtocolPack
    let calendars: Calendars
    let dealing: Dealing
    let state: State
    let at: Instant
    let episodes: [Episode]
    /// What was done for the area by the instant, in order.
    private let acts: [Mark]

    init(
        pack: ProtocolPack, calendars: Calendars, dealing: Dealing = .asRecorded, state: State, at instant: Instant
    ) {
        self.dealing = dealing
        self.pack = pack
        self.calendars = calendars
        self.state = state
        at = instant
        episodes = Array(state.episodes.values)
        acts = state.partnershipEvents.map { Mark($0, at: .first) }.filter { $0.clockTime <= instant }
            .sorted { $0.clockTime < $1.clockTime }
    }

    func firings(of trigger: Trigger) -> [Firing] {
        if trigger.isRanking { return ranked(trigger) }
        switch trigger.subject {
        case .child: return []
        case .place: return firings(of: trigger, from: places())
        case .group: return groups(trigger)
        }
    }

    /// The episodes from each place, also those that were put down to it before a correction.
    private func places() -> [Firing.Subject: [Episode]] {
        var places: [Firing.Subject: [Episode]] = [:]
        for episode in episodes {
            if let from = episode.facts.from { places[.place(from), default: []].append(episode) }
            for other in episode.formerPlaces { places[.place(other), default: []].append(episode) }
        }
        return places
    }

    private func firings(of trigger: Trigger, from places: [Firing.Subject: [Episode]]) -> [Firing] {
        let enough = places.filter { $0.value.count >= trigger.rule.least }
        func counted(_ episodes: [Episode], from subject: Firing.Subject, by instant: Instant) -> [CountedEpisode] {
            episodes.compactMap { episode in
                guard let facts = episode.facts(at: instant), facts.from.map({ .place($0) }) == subject,
                    trigger.rule.filter.counts(facts)
                else { return nil }
                return CountedEpisode(episode.id, of: episode.child, facts, upTo: instant)
            }
        }
        let standing = enough.map { ($0.key, counted($0.value, from: $0.key, by: at)) }
        let changes = enough.flatMap { subject, episodes in
            Set(episodes.flatMap(\.recountedAt)).map { (at: $0, subject: subject, episodes: episodes) }
        }
        let earlier = changes.sorted { $0.at < $1.at }.map { change in
            let before = change.at - Elapsed(seconds: 1)
            let known = change.episodes.compactMap { $0.asKnown(at: before) }
            return [(change.subject, counted(known, from: change.subject, by: min(before, at)))]
        }
        return fired(trigger, standing, earlier: earlier)
    }

    private func groups(_ trigger: Trigger) -> [Firing] {
        func counted(_ episodes: [Episode], by instant: Instant) -> [(Firing.Subject, [CountedEpisode])] {
            Occasions(among: episodes, by: instant, filter: trigger.rule.filter).byGroup
                .map { (.group($0.key), $0.value) }
        }
        let together = Occasions.linked(episodes)
        let changes = Set(together.flatMap(\.recountedAt)).sorted()
        let earlier = changes.map { change in
            let before = change - Elapsed(seconds: 1)
            return counted(together.compactMap { $0.asKnown(at: before) }, by: min(before, at))
        }
        return fired(trigger, counted(together, by: at), earlier: earlier)
    }

    /// Those that follow from the record as it stands, and those that followed from it before a change.
    private func fired(
        _ trigger: Trigger, _ standing: [(Firing.Subject, [CountedEpisode])],
        earlier: [[(Firing.Subject, [CountedEpisode])]]
    ) -> [Firing] {
        func candidates(_ counted: [(Firing.Subject, [CountedEpisode])]) -> [(Firing.Subject, Candidate)] {
            counted.flatMap { subject, episodes in
                trigger.rule.candidates(among: episodes.inOrderOfStart()).map { (subject, $0) }
            }
        }
        var known: [Firing.Key: Firing] = [:]
        for earlier in earlier {
            for firing in firedForArea(trigger, candidates(earlier), known: Set(known.keys)) {
                known[firing.key] = firing
            }
        }
        let found = firedForArea(trigger, candidates(standing), known: Set(known.keys))
        for firing in found { known[firing.key] = nil }
        return dealtWith(found + known.values.map { $0.undone() }, trigger)
    }

    /// Of candidates for places or groups, those at which it fires: not anew for the same one while what it made is
    /// not dealt with.
    func firedForArea(
        _ trigger: Trigger, _ candidates: [(Firing.Subject, Candidate)], known: Set<Firing.Key> = []
    ) -> [Firing] {
        var fired: [Firing] = []
        for (subject, candidate) in candidates.sorted(by: { ($0.1.at, $0.1.newest.id) < ($1.1.at, $1.1.newest.id) }) {
            let firing = candidate.firing(of: trigger, subject)
            let last = fired.lastIndex { $0.subject == subject }
            let dealt = last.map { dealtAt($0, among: fired, trigger) }
            let isOpen = dealt.map { $0.map { candidate.at < $0 } ?? true } ?? false
            if isOpen && !known.contains(firing.key) { continue }
            guard holds(trigger, candidate) else { continue }
            if isOpen, let last, !known.contains(fired[last].key) { fired.remove(at: last) }
            fired.append(firing)
        }
        return fired
    }

    /// Whether the trigger's condition held for the child of the newest episode once that had been reported.
    private func holds(_ trigger: Trigger, _ candidate: Candidate) -> Bool {
        guard trigger.when != nil else { return true }
        guard let child = state.child(candidate.newest.child) else { return false }
        let firings = ChildFirings(
            of: child, episodes: state.episodes(of: child.id), pack: pack, calendars: calendars, dealing: dealing,
            at: at)
        return withExtendedLifetime(firings) { firings.holds(trigger, candidate) }
    }

    /// When every duty of the area that one of the firings made was done; nil while one is not.
    private func dealtAt(_ place: Int, among fired: [Firing], _ trigger: Trigger) -> Instant? {
        let occasions = fired.compactMap { AreaOccasion($0) }
        var last = fired[place].at
        for id in trigger.makes {
            guard let duty = pack.sections.calendar.first(where: { $0.id == id }) else { continue }
            let done = AreaBook.done(occasions, by: acts.filter { duty.doneBy.accepts($0) })
            guard let act = done[place] else { return nil }
            last = max(last, act.clockTime)
        }
        return last
    }

    private func dealtWith(_ firings: [Firing], _ trigger: Trigger) -> [Firing] {
        var ordered = firings.sorted { $0.at < $1.at }
        let dealt = ordered.indices.map { dealtAt($0, among: ordered, trigger) != nil }
        for place in ordered.indices { ordered[place].isDealtWith = dealt[place] }
        return ordered
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
