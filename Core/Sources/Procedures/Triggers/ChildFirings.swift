// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out when each trigger fired for one child, each once: whether one fires again depends on what the firing
/// before it made.
final class ChildFirings {
    let pack: ProtocolPack
    let calendars: Calendars
    let child: Child
    let episodes: [Episode]
    let at: Instant
    let dealing: Dealing
    /// The child's whole record, in which what was made is looked at. It is used only while this is kept.
    private(set) lazy var course = Course(
        of: child, episodes: episodes, at: at, calendars: calendars, officeHours: pack.officeHours,
        firings: { [unowned self] in self.firings(of: $0) })
    private var settled: [String: [Firing]]
    /// Firings of a trigger that is being worked out.
    private var underWay: [String: [Firing]] = [:]
    private lazy var facts: [EpisodeFacts?] = episodes.map { $0.facts(at: at) }

    /// `given` are firings that were worked out over all children: rankings.
    init(
        of child: Child, episodes: [Episode], given: [Firing] = [], pack: ProtocolPack, calendars: Calendars,
        dealing: Dealing = .asRecorded, at instant: Instant
    ) {
        self.pack = pack
        self.calendars = calendars
        self.child = child
        self.episodes = episodes
        at = instant
        self.dealing = dealing
        settled = Dictionary(grouping: given.filter { $0.subject == .child(child.id) }, by: \.trigger)
    }

    /// Every firing of the trigger, also one that was undone by a correction, in the order of time.
    func firings(of id: String) -> [Firing] {
        if let known = settled[id] { return known }
        if let soFar = underWay[id] { return soFar }
        guard let trigger = pack.trigger(id), trigger.subject == .child, !trigger.isRanking else { return [] }
        guard episodes.count >= trigger.rule.least else { return [] }
        defer { underWay[id] = nil }
        var found = standing(trigger)
        for undone in undone(trigger, beside: found) { found.append(undone) }
        found.sort { $0.at < $1.at }
        underWay[id] = found
        for place in found.indices {
            found[place].isDealtWith = dealtAt(found[place]).map { $0 <= at } ?? false
        }
        settled[id] = found
        return found
    }

    /// The firings by everything that is recorded here.
    private func standing(_ trigger: Trigger) -> [Firing] {
        let candidates = trigger.rule.candidates(among: counted(by: trigger.rule))
        guard !candidates.isEmpty else { return [] }
        underWay[trigger.id] = []
        return trigger.fired(
            candidates, .child(child.id), holds: { holds(trigger, $0) },
            dealtAt: { fired in
                underWay[trigger.id] = fired
                return fired.last.flatMap { dealtAt($0) }
            })
    }

    private func counted(by rule: TriggerRule) -> [CountedEpisode] {
        var counted: [CountedEpisode] = []
        for (episode, facts) in zip(episodes, facts) {
            guard let facts, rule.filter.counts(facts),
                let one = CountedEpisode(episode.id, of: child.id, facts, upTo: at)
            else { continue }
            counted.append(one)
        }
        return counted.inOrderOfStart()
    }

    /// Whether the trigger's condition held once the newest episode had been reported.
    func holds(_ trigger: Trigger, _ candidate: Candidate) -> Bool {
        guard let when = trigger.when else { return true }
        let place = episodes.firstIndex { $0.id == candidate.newest.id }
        let reported = place.flatMap { facts[$0]?.reportedAt } ?? candidate.at
        return when.holds(in: course.moment(at: max(reported, candidate.at)))
    }

    /// When everything that the firing made had ended; nil while something is outstanding. What was never needed of it
    /// stands in nobody's way.
    func dealtAt(_ firing: Firing) -> Instant? {
        let made = firing.makes.compactMap { pack.dutyIndex[$0] }
        let reckoning = Reckoning(course, pack: pack, withReasons: false, only: made)
        var last = firing.at
        for id in firing.makes {
            guard let index = pack.dutyIndex[id] else { continue }
            _ = reckoning.standings(of: index)
            guard let made = reckoning.made[MadeItem(duty: id, firing)] else { continue }
            guard let ended = ended(made) else { return nil }
            last = max(last, ended)
        }
        return last
    }

    private func ended(_ made: DutyStanding) -> Instant? {
        guard dealing == .whenDue, let due = made.due?.lastInstant, due <= at else { return made.endedAt }
        return made.endedAt.map { min($0, due) } ?? due
    }

    /// Firings as they were known before each correction, and which no longer follow.
    private func undone(_ trigger: Trigger, beside standing: [Firing]) -> [Firing] {
        let changes = Set(child.correctedAt + episodes.flatMap(\.recountedAt)).sorted()
        guard !changes.isEmpty else { return [] }
        let known = Set(standing.map(\.key))
        var reached: Set<EpisodeID>?
        var found: [Firing.Key: Firing] = [:]
        for change in changes {
            let before = change - Elapsed(seconds: 1)
            let record = child.asKnown(at: before) ?? Child(id: child.id)
            let earlier = ChildFirings(
                of: record, episodes: episodes.compactMap { $0.asKnown(at: before) }, pack: pack, calendars: calendars,
                dealing: dealing, at: min(before, at))
            for var firing in earlier.standing(trigger) where !known.contains(firing.key) {
                let still = reached ?? stillReached(trigger)
                reached = still
                firing.isUndone = firing.episode.map { !still.contains($0) } ?? true
                if firing.isUndone { firing.why.append(Firing.undoneSentence) }
                found[firing.key] = firing
            }
        }
        return Array(found.values)
    }

    /// The episodes whose start still brings the count up, whether or not it fired there.
    private func stillReached(_ trigger: Trigger) -> Set<EpisodeID> {
        let candidates = trigger.rule.candidates(among: counted(by: trigger.rule))
        return Set(candidates.filter { holds(trigger, $0) }.map(\.newest.id))
    }
}

extension Trigger {
    /// Of the candidates, those at which it fires: never anew while what it made is not dealt with (ruling 19).
    func fired(
        _ candidates: [Candidate], _ subject: Firing.Subject, holds: (Candidate) -> Bool,
        dealtAt: ([Firing]) -> Instant?
    ) -> [Firing] {
        var fired: [Firing] = []
        var dealt: Instant?
        for candidate in candidates {
            if !fired.isEmpty {
                guard let dealt, dealt <= candidate.at else { continue }
            }
            guard holds(candidate) else { continue }
            fired.append(candidate.firing(of: self, subject))
            dealt = dealtAt(fired)
        }
        return fired
    }
}

extension Firing {
    static let undoneSentence =
        "What was recorded later has undone the count: look whether this is still wanted."
}
