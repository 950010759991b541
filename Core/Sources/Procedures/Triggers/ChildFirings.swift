// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out when each trigger fired for one child, each once: whether one fires again depends on what the firing
/// before it made.
final class ChildFirings {
    private let plan: TriggerPlan
    let calendars: Calendars
    let child: Child
    let episodes: [Episode]
    let at: Instant
    let dealing: Dealing
    /// The child's whole record, in which what was made is looked at. It is used only while this is kept.
    private(set) lazy var course = Course(
        parts ?? CourseParts(of: child, episodes: episodes, at: at), calendars: calendars,
        officeHours: plan.officeHours, firings: { [unowned self] in self.firings(of: $0) })
    /// What the course is made of, where that was worked out before.
    private let parts: CourseParts?
    private var settled: [String: [Firing]]
    /// Firings of a trigger that is being worked out.
    private var underWay: [String: [Firing]] = [:]
    private lazy var facts: [EpisodeFacts?] = episodes.map { $0.facts(at: at) }
    /// When something was recorded that can take away from a count.
    private lazy var recounted: [Instant] = child.correctedAt + episodes.flatMap(\.recountedAt)
    /// What was recorded after later things had been, in the order in which it was recorded.
    private lazy var late: [Mark] = ChildFirings.late(child, episodes)
    /// Whether each firing says in sentences why it fired.
    private let withReasons: Bool
    /// At which knots of the course the conditions of what each trigger made hold, where no firing changes that.
    private var truths: [String: Truth] = [:]

    /// `given` are firings that were worked out over all children: rankings. `parts` are those of the child's whole
    /// record up to the instant, where they were worked out before. Leave out the reasons where firings are only
    /// counted.
    convenience init(
        of child: Child, episodes: [Episode], given: [Firing] = [], pack: ProtocolPack, calendars: Calendars,
        dealing: Dealing = .asRecorded, at instant: Instant, parts: CourseParts? = nil, withReasons: Bool = true
    ) {
        self.init(
            of: child, episodes: episodes, given: given, pack.triggerPlan, calendars, dealing, at: instant, parts,
            withReasons)
    }

    private init(
        of child: Child, episodes: [Episode], given: [Firing], _ plan: TriggerPlan, _ calendars: Calendars,
        _ dealing: Dealing, at instant: Instant, _ parts: CourseParts?, _ withReasons: Bool
    ) {
        self.plan = plan
        self.withReasons = withReasons
        self.parts = parts
        self.calendars = calendars
        self.child = child
        self.episodes = episodes
        at = instant
        self.dealing = dealing
        settled =
            given.isEmpty ? [:] : Dictionary(grouping: given.filter { $0.subject == .child(child.id) }, by: \.trigger)
    }

    /// Every firing of the trigger, also one that was undone by a correction, in the order of time.
    func firings(of id: String) -> [Firing] {
        if let known = settled[id] { return known }
        if let soFar = underWay[id] { return soFar }
        guard let trigger = plan.ofChild[id] else { return [] }
        guard episodes.count >= trigger.rule.least else { return [] }
        defer { underWay[id] = nil }
        var found = history(of: trigger)
        underWay[id] = found
        if !found.isEmpty, let makes = plan.made[id] {
            let reckoning = reckoning(of: makes, for: id)
            for place in found.indices {
                found[place].isDealtWith = dealtAt(found[place], makes, reckoning).map { $0 <= at } ?? false
            }
        } else {
            for place in found.indices { found[place].isDealtWith = found[place].at <= at }
        }
        settled[id] = found
        return found
    }

    /// What follows from the record as it stands, and what followed from it before each change that could take a
    /// firing away: that stays, as undone where the count is no longer reached.
    private func history(of trigger: Trigger) -> [Firing] {
        let own = trigger.rule.candidates(among: counted(by: trigger.rule))
        guard !(own.isEmpty && recounted.isEmpty) else { return [] }
        let changes = Set(recounted + recordedLate(for: trigger)).sorted()
        guard !changes.isEmpty else { return fired(trigger, own, known: []) }
        var known: [Firing.Key: Firing] = [:]
        for change in changes {
            let before = change - Elapsed(seconds: 1)
            let begun = episodes.count { $0.history.recorded.contains { $0.recordedAt <= before } }
            guard begun >= trigger.rule.least else { continue }
            let earlier = ChildFirings(
                of: child.asKnown(at: before) ?? Child(id: child.id),
                episodes: episodes.compactMap { $0.asKnown(at: before) }, given: [], plan, calendars, dealing,
                at: min(before, at), nil, withReasons)
            let candidates = trigger.rule.candidates(among: earlier.counted(by: trigger.rule))
            for firing in earlier.fired(trigger, candidates, known: Set(known.keys)) { known[firing.key] = firing }
        }
        let standing = fired(trigger, own, known: Set(known.keys))
        for firing in standing { known[firing.key] = nil }
        return (standing + known.values.map { $0.undone() }).sorted { $0.at < $1.at }
    }

    private func fired(_ trigger: Trigger, _ candidates: [Candidate], known: Set<Firing.Key>) -> [Firing] {
        guard !candidates.isEmpty else { return [] }
        underWay[trigger.id] = []
        return trigger.fired(
            candidates, .child(child.id), known: known, withReasons: withReasons, holds: { holds(trigger, $0) },
            dealtAt: { fired in
                underWay[trigger.id] = fired
                return fired.last.flatMap { dealtAt($0) }
            })
    }

    /// When something was recorded after later things, and may change whether an earlier firing was dealt with.
    private func recordedLate(for trigger: Trigger) -> [Instant] {
        let made = trigger.makes.compactMap { id in plan.duties.index[id].map { plan.duties.rules[$0].duty } }
        return late.compactMap { mark in
            let matters =
                switch mark.word {
                case .reported, .absenceNoted: true
                case .waived, .agreed: trigger.makes.contains(mark.details.word(.duty) ?? "")
                default:
                    made.contains { duty in
                        duty.doneBy.accepts(mark) || duty.lapses.contains { $0.accepts(mark) }
                    }
                }
            return matters ? mark.recordedAt : nil
        }
    }

    private static func late(_ child: Child, _ episodes: [Episode]) -> [Mark] {
        let histories = [child.history] + episodes.map(\.history)
        var steps: [(at: Instant, position: Position, history: Int, place: Int)] = []
        for history in histories.indices {
            for place in histories[history].recorded.indices {
                let at = histories[history].recorded[place].clockTime
                steps.append((at, histories[history].recorded[place].position, history, place))
            }
        }
        steps.sort { $0.position < $1.position }
        var (late, newest): ([Mark], Instant?) = ([], nil)
        for step in steps {
            if let newest, step.at < newest { late.append(histories[step.history].recorded[step.place]) }
            newest = max(newest ?? step.at, step.at)
        }
        return late
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
        guard let makes = plan.made[firing.trigger] else { return firing.at }
        return dealtAt(firing, makes, reckoning(of: makes, for: firing.trigger))
    }

    /// What a trigger made, by the firings known so far.
    private func reckoning(of makes: TriggerPlan.Made, for trigger: String) -> Reckoning {
        if let truth = truths[trigger] { return Reckoning(course, plan.duties, makes.selection, truth) }
        let reckoning = Reckoning(course, plan.duties, withReasons: false, makes.selection)
        if !makes.asksOthers { truths[trigger] = reckoning.truth }
        return reckoning
    }

    private func dealtAt(_ firing: Firing, _ makes: TriggerPlan.Made, _ reckoning: Reckoning) -> Instant? {
        var last = firing.at
        for (id, place) in makes.duties {
            _ = reckoning.standings(of: place)
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
}

extension Trigger {
    /// Of the candidates, those at which it fires: never anew while what it made is not dealt with (ruling 19).
    ///
    /// `known` are firings that were known before something was recorded that changes others: they stand, and one that
    /// was found out only later gives way to them.
    func fired(
        _ candidates: [Candidate], _ subject: Firing.Subject, known: Set<Firing.Key>, withReasons: Bool = true,
        holds: (Candidate) -> Bool, dealtAt: ([Firing]) -> Instant?
    ) -> [Firing] {
        var fired: [Firing] = []
        var dealt: Instant?
        for candidate in candidates {
            let isOpen = fired.isEmpty ? false : dealt.map { candidate.at < $0 } ?? true
            if isOpen && !known.contains(candidate.key(of: self, subject)) { continue }
            guard holds(candidate) else { continue }
            if isOpen, let last = fired.last, !known.contains(last.key) { fired.removeLast() }
            fired.append(candidate.firing(of: self, subject, withReasons: withReasons))
            dealt = dealtAt(fired)
        }
        return fired
    }
}

extension Firing {
    /// The same firing, marked as no longer following.
    func undone() -> Firing {
        var firing = self
        firing.isUndone = true
        firing.why.append("What was recorded later has undone the count: look whether this is still wanted.")
        return firing
    }
}
