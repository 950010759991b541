// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

@testable import Procedures

/// A place trigger worked out the long way: everything that was known before each change, from the beginning. Without
/// duties of the area, so that what it made is never dealt with.
struct PlainPlaceFirings {
    let trigger: Trigger
    let state: State
    let at: Instant

    struct Found: Hashable {
        let subject: Firing.Subject
        let at: Instant
        let episodes: [EpisodeID]
        let isUndone: Bool
        let why: [String]

        init(_ firing: Firing) {
            (subject, at, episodes) = (firing.subject, firing.at, firing.episodes)
            (isUndone, why) = (firing.isUndone, firing.why)
        }
    }

    func firings() -> Set<Found> {
        var found: Set<Found> = []
        var places: [String: [Episode]] = [:]
        for episode in state.episodes.values {
            for place in Set(episode.history.recorded.compactMap { $0.details.word(.from) }) {
                places[place, default: []].append(episode)
            }
        }
        for (place, episodes) in places {
            var known: [Firing.Key: Firing] = [:]
            for change in Set(episodes.flatMap(\.recountedAt)).sorted() {
                let before = change - Elapsed(seconds: 1)
                let earlier = episodes.compactMap { $0.asKnown(at: before) }
                for firing in fired(place, earlier, by: min(before, at), known: Set(known.keys)) {
                    known[firing.key] = firing
                }
            }
            for firing in fired(place, episodes, by: at, known: Set(known.keys)) {
                known[firing.key] = nil
                found.insert(Found(firing))
            }
            for firing in known.values { found.insert(Found(firing.undone())) }
        }
        return found
    }

    private func fired(
        _ place: String, _ episodes: [Episode], by instant: Instant, known: Set<Firing.Key>
    ) -> [Firing] {
        let counted = episodes.compactMap { episode -> CountedEpisode? in
            guard let facts = episode.asWas(at: instant)?.facts, facts.from == place, trigger.rule.filter.counts(facts)
            else { return nil }
            return CountedEpisode(episode.id, of: episode.child, facts, upTo: instant)
        }
        var fired: [Firing] = []
        for candidate in trigger.rule.candidates(among: counted.inOrderOfStart()) {
            let firing = candidate.firing(of: trigger, .place(place))
            if !fired.isEmpty && !known.contains(firing.key) { continue }
            if let last = fired.last, !known.contains(last.key) { fired.removeLast() }
            fired.append(firing)
        }
        return fired
    }
}
