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

    /// What was known of a place's episodes before each change of them, change by change.
    private func firings(of trigger: Trigger, from places: [Firing.Subject: [Episode]]) -> [Firing] {
        var known: [Firing.Key: Firing] = [:]
        var candidates: [(Firing.Subject, Candidate)] = []
        for (subject, episodes) in places where episodes.count >= trigger.rule.least {
            for firing in earlier(trigger, subject, episodes) { known[firing.key] = firing }
            let standing = episodes.compactMap { count($0, from: subject, trigger.rule.filter, as: $0, by: at) }
            candidates += trigger.rule.candidates(among: standing.inOrderOfStart()).map { (subject, $0) }
        }
        return fired(trigger, candidates, earlier: known)
    }

    /// Every firing for a place that once followed from what was known of its episodes.
    private func earlier(_ trigger: Trigger, _ subject: Firing.Subject, _ episodes: [Episode]) -> [Firing] {
        let changes = Set(episodes.flatMap(\.recountedAt)).sorted()
        guard !changes.isEmpty else { return [] }
        var counted = KnownCounts(episodes) { episode, known, instant in
            count(episode, from: subject, trigger.rule.filter, as: known, by: min(instant, at))
        }
        var firings = FiringsSoFar(trigger, subject, acts: acts(for: trigger), holds: { holds(trigger, $0) })
        for change in changes {
            let first = counted.move(to: change - Elapsed(seconds: 1))
            firings.take(counted.inOrder, from: first)
        }
        return Array(firings.known.values)
    }

    /// The episode as it counts for a place by `instant`, as it is known there; nil where it doesn't.
    private func count(
        _ episode: Episode, from subject: Firing.Subject, _ filter: EpisodeFilter, as known: Episode?,
        by instant: Instant
    ) -> CountedEpisode? {
        guard let facts = known?.facts(at: instant), facts.from.map({ .place($0) }) == subject, filter.counts(facts)
        else { return nil }
        return CountedEpisode(episode.id, of: episode.child, facts, upTo: instant)
    }

    private func groups(_ trigger: Trigger) -> [Firing] {
        func counted(_ episodes: [Episode], by instant: Instant) -> [(Firing.Subject, [CountedEpisode])] {
            Occasions(among: episodes, by: instant, filter: trigger.rule.filter).byGroup
                .map { (.group($0.key), $0.value) }
        }
        let together = Occasions.linked(episodes)
        let changes = Set(together.flatMap(\.recountedAt)).sorted()
        var known: [Firing.Key: Firing] = [:]
        for change in changes {
            let before = change - Elapsed(seconds: 1)
            let counted = counted(together.compactMap { $0.asKnown(at: before) }, by: min(before, at))
            for firing in firedForArea(trigger, candidates(trigger, counted), known: Set(known.keys)) {
                known[firing.key] = firing
            }
        }
        return fired(trigger, candidates(trigger, counted(together, by: at)), earlier: known)
    }

    private func candidates(
        _ trigger: Trigger, _ counted: [(Firing.Subject, [CountedEpisode])]
    ) -> [(Firing.Subject, Candidate)] {
        counted.flatMap { subject, episodes in
            trigger.rule.candidates(among: episodes.inOrderOfStart()).map { (subject, $0) }
        }
    }

    /// Those that follow from the record as it stands, and those that followed from it before a change.
    private func fired(
        _ trigger: Trigger, _ standing: [(Firing.Subject, Candidate)], earlier: [Firing.Key: Firing]
    ) -> [Firing] {
        var earlier = earlier
        let found = firedForArea(trigger, standing, known: Set(earlier.keys))
        for firing in found { earlier[firing.key] = nil }
        return dealtWith(found + earlier.values.map { $0.undone() }, trigger)
    }

    /// Of candidates for places or groups, those at which it fires: not anew for the same one while what it made is
    /// not dealt with.
    func firedForArea(
        _ trigger: Trigger, _ candidates: [(Firing.Subject, Candidate)], known: Set<Firing.Key> = []
    ) -> [Firing] {
        let acts = acts(for: trigger)
        var fired: [Firing] = []
        var last: [Firing.Subject: Int] = [:]
        var dealt: [Instant?]?
        for (subject, candidate) in candidates.sorted(by: { ($0.1.at, $0.1.newest.id) < ($1.1.at, $1.1.newest.id) }) {
            var isOpen = false
            if let last = last[subject] {
                let all = dealt ?? acts.dealt(fired)
                dealt = all
                isOpen = all[last].map { candidate.at < $0 } ?? true
            }
            if isOpen && !known.contains(candidate.key(of: trigger, subject)) { continue }
            guard holds(trigger, candidate) else { continue }
            if isOpen, let place = last[subject], !known.contains(fired[place].key) {
                fired.remove(at: place)
                for (other, later) in last where place < later { last[other] = later - 1 }
            }
            fired.append(candidate.firing(of: trigger, subject))
            last[subject] = fired.count - 1
            dealt = nil
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

    /// What was done for the area of what the trigger makes.
    private func acts(for trigger: Trigger) -> MadeForArea {
        MadeForArea(
            acts: trigger.makes.compactMap { id in pack.sections.calendar.first { $0.id == id } }.map { duty in
                acts.filter { duty.doneBy.accepts($0) }
            })
    }

    private func dealtWith(_ firings: [Firing], _ trigger: Trigger) -> [Firing] {
        var ordered = firings.sorted { $0.at < $1.at }
        let dealt = acts(for: trigger).dealt(ordered)
        for place in ordered.indices { ordered[place].isDealtWith = dealt[place] != nil }
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
