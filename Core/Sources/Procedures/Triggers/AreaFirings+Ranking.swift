// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension AreaFirings {
    /// On the first day of each period, those with the most episodes in the window before it; ties go in together.
    func ranked(_ trigger: Trigger) -> [Firing] {
        guard case .ranking(let filter, let ranking) = trigger.rule else { return [] }
        let corrected = Set(
            episodes.lazy.filter { $0.history.recorded.contains { $0.word == .corrected } }.map(\.id))
        var candidates: [Firing.Subject: [Candidate]] = [:]
        var undone: [Firing] = []
        let listed = StartedEpisodes(episodes)
        guard var day = listed.firstDate.map({ ranking.every.first(from: $0.next) }) else { return [] }
        while London.startOfDay(day) <= at {
            let now = top(ranking, filter, of: listed, on: day, trigger) { $0.facts(at: $1) }
            for (subject, candidate) in now { candidates[subject, default: []].append(candidate) }
            if !corrected.isEmpty {
                let then = top(ranking, filter, of: listed, on: day, trigger) { episode, instant in
                    let known = corrected.contains(episode.id) ? episode.asKnown(at: instant) : episode
                    return known?.facts(at: instant)
                }
                let standing = Set(now.map(\.0))
                for (subject, candidate) in then where !standing.contains(subject) {
                    undone.append(candidate.firing(of: trigger, subject).undone())
                }
            }
            day = ranking.every.first(from: day.next)
        }
        if trigger.subject == .place {
            let all = candidates.flatMap { subject, found in found.map { (subject, $0) } }
            return (undone + firedForArea(trigger, all)).sorted { $0.at < $1.at }
        }
        let found = candidates.flatMap { fired(trigger, $0.value, $0.key) }
        return (undone + found).sorted { $0.at < $1.at }
    }

    private typealias Facts = (Episode, Instant) -> EpisodeFacts?

    private func top(
        _ ranking: TriggerRule.Ranking, _ filter: EpisodeFilter, of listed: StartedEpisodes, on day: CivilDate,
        _ trigger: Trigger, _ facts: Facts
    ) -> [(Firing.Subject, Candidate)] {
        let instant = London.startOfDay(day)
        let first = ranking.window.first(before: day)
        var counts: [Firing.Subject: [CountedEpisode]] = [:]
        for episode in listed.mayHaveStarted(from: first, before: day) {
            guard let facts = facts(episode, instant), filter.counts(facts),
                let counted = CountedEpisode(episode.id, of: episode.child, facts, upTo: instant),
                first <= counted.date, counted.date < day
            else { continue }
            switch trigger.subject {
            case .place: if let from = facts.from { counts[.place(from), default: []].append(counted) }
            default: counts[.child(episode.child), default: []].append(counted)
            }
        }
        let numbers = counts.values.map(\.count).filter { $0 >= ranking.atLeast }.sorted(by: >)
        guard let last = numbers.prefix(ranking.top).last else { return [] }
        return counts.filter { $0.value.count >= last }.compactMap { subject, counted in
            let ordered = counted.inOrderOfStart()
            guard let newest = ordered.last else { return nil }
            let candidate = Candidate(newest: newest, at: instant, counted: ordered[...]) {
                [
                    "\(trigger.rule.sentence(ordered[...])) On \(Spoken.fullDate(day)) that is among the "
                        + "\(ranking.top) highest counts since \(Spoken.fullDate(first)); equal counts go in together."
                ]
            }
            return (subject, candidate)
        }
    }

    private func fired(_ trigger: Trigger, _ candidates: [Candidate], _ subject: Firing.Subject) -> [Firing] {
        guard case .child(let id) = subject, let child = state.child(id) else { return [] }
        let episodes = state.episodes(of: id)
        func reckoned<Answer>(_ fired: [Firing], _ ask: (ChildFirings) -> Answer) -> Answer {
            let reckoning = ChildFirings(
                of: child, episodes: episodes, given: fired, pack: pack, calendars: calendars, dealing: dealing,
                at: at)
            return withExtendedLifetime(reckoning) { ask(reckoning) }
        }
        var fired = trigger.fired(
            candidates, subject, known: [], holds: { candidate in reckoned([]) { $0.holds(trigger, candidate) } },
            dealtAt: { fired in fired.last.flatMap { last in reckoned(fired) { $0.dealtAt(last) } } })
        for place in fired.indices {
            fired[place].isDealtWith = reckoned(fired) { $0.dealtAt(fired[place]) != nil }
        }
        return fired
    }
}

/// The episodes of a record in the order of their starts, for looking at stretches of time.
struct StartedEpisodes {
    private let started: [(date: CivilDate, episode: Episode)]
    /// Those whose start was put right: they may have been counted on another date.
    private let moved: [Episode]

    init(_ episodes: [Episode]) {
        var started: [(date: CivilDate, episode: Episode)] = []
        var moved: [Episode] = []
        for episode in episodes {
            if episode.recountedAt.isEmpty, let start = episode.facts.start {
                started.append((London.date(of: start), episode))
            } else {
                moved.append(episode)
            }
        }
        self.started = started.sorted { ($0.date, $0.episode.id) < ($1.date, $1.episode.id) }
        self.moved = moved
    }

    /// The first date on which any may have started.
    var firstDate: CivilDate? {
        let others = moved.compactMap { $0.history.recorded.map(\.clockTime).min() }
        return [started.first?.date, others.min().map { London.date(of: $0) }].compactMap { $0 }.min()
    }

    /// Those that started then, and those of which it isn't sure.
    func mayHaveStarted(from first: CivilDate, before last: CivilDate) -> [Episode] {
        started[place(of: first)..<max(place(of: first), place(of: last))].map(\.episode) + moved
    }

    private func place(of date: CivilDate) -> Int {
        var (low, high) = (0, started.count)
        while low < high {
            let middle = (low + high) / 2
            if started[middle].date < date { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
