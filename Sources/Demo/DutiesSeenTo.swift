// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What people of the invented partnership did about their duties, so that a board shows a night as it is worked, with
/// little overdue, and a past in which people mostly did what they owed, and not a story in which nobody acted.
struct DutiesSeenTo {
    let book: DutyBook
    let now: Instant
    /// The place of the first child of the present; those before are of the past.
    let firstIndex: Int
    /// What was seen to in an earlier round: whatever became of it, nobody does it twice.
    private var tried: Set<Tried> = []

    private struct Tried: Hashable {
        let child: Int
        let episode: Int?
        let duty: String
        let from: Instant?
    }

    /// Duties that stay undone, so that there is something to see: by the child's place in the present.
    private static let left: [Int: Set<String>] = [
        0: ["notify-iro"], 1: ["nrm-referral", "consult-trafficking-centre"], 2: ["answer-transfer"],
        8: ["update-placement-plan"], 10: ["return-interview"], 51: ["tell-host-of-departure"],
        18: ["move-from-police-protection", "house-homeless-young-person"],
    ]
    /// What somebody still has to do is done before it is due only where it says nothing of how an interview goes.
    private static let quiet: Set<EventWord> = [
        .riskAssessmentUpdated, .exploitationScreened, .radicalisationAssessed, .supportOffered, .assessmentDecided,
        .placementReviewed, .jointPictureBuilt, .policeRecordCompleted, .policeRecordClosed, .notified, .referred,
        .riskAssessed, .preventionPlanReviewed, .rightsExplained, .placementMatched, .intelligenceChecked,
        .deploymentGraded, .familyTold, .contactAttempted,
    ]
    /// Of so many children, one for whom nobody saw to what began of late and belongs to no one episode.
    private static let oneLeftOf = 60

    init(book: DutyBook, now: Instant, firstIndex: Int) {
        (self.book, self.now, self.firstIndex) = (book, now, firstIndex)
    }

    /// The acts that see to what stands undone in a history.
    mutating func acts(in history: HistoryDeciding) -> [PlannedAct] {
        let ordered = history.episodes.sorted { $0.value < $1.value }
        var acts: [PlannedAct] = []
        for (key, id) in ordered where !isToldByHand(key.child) || key.episode != 0 {
            acts += self.acts(of: history.state, key, id)
        }
        let own = Dictionary(grouping: ordered, by: \.key.child)
        for (place, id) in history.children.sorted(by: { $0.key < $1.key }) where !isToldByHand(place) {
            acts += childActs(of: history.state, id, place, own[place] ?? [])
        }
        return acts
    }

    /// Whether what is owed for the pupil's case is told there.
    private func isToldByHand(_ place: Int) -> Bool { LivingPresent.toldByHand.contains(place - firstIndex) }

    private mutating func acts(of state: State, _ key: HistoryDeciding.Key, _ id: EpisodeID) -> [PlannedAct] {
        guard let episode = state.episode(id), let child = state.child(episode.child) else { return [] }
        let left = Self.left[key.child - firstIndex] ?? []
        let standings = book.standings(
            of: episode, child: child, others: state.episodes(of: child.id), at: now, withReasons: false)
        return standings.filter { !left.contains($0.duty) }.flatMap {
            acts(for: $0, of: child, key.child, episode: key.episode)
        }
    }

    /// What was owed for the child beside any one episode, written down with the newest episode by then.
    private mutating func childActs(
        of state: State, _ id: ChildID, _ place: Int, _ episodes: [(key: HistoryDeciding.Key, value: EpisodeID)]
    ) -> [PlannedAct] {
        guard let child = state.child(id) else { return [] }
        let left = Self.left[place - firstIndex] ?? []
        let isLeft = place % Self.oneLeftOf == 5
        let standings = book.childStandings(
            of: child, episodes: state.episodes(of: child.id), at: now, withReasons: false)
        return standings.filter { standing in
            !left.contains(standing.duty) && !(isLeft && standing.from.map { now - .days(40) < $0 } ?? true)
        }.flatMap { standing -> [PlannedAct] in
            acts(for: standing, of: child, place, episode: nil).compactMap { act -> PlannedAct? in
                if act.word.form.about == .child { return act }
                let begun = episodes.last { _, id in
                    state.episode(id)?.history.recorded.first.map { $0.recordedAt < act.recordedAt } ?? false
                }
                return begun.map { act.moved(to: $0.key.episode) } ?? (act.word.standsAlone ? act : nil)
            }
        }
    }

    private mutating func acts(
        for standing: DutyStanding, of child: Child, _ place: Int, episode: Int?
    ) -> [PlannedAct] {
        guard [.overdue, .missed, .owed].contains(standing.state), let duty = book.pack.duty(standing.duty),
            standing.meetingKind != AreaMeetings.kind,
            tried.insert(Tried(child: place, episode: episode, duty: standing.duty, from: standing.from)).inserted
        else { return [] }
        let steps = Discharging(standing: standing).steps(of: duty.doneBy)
        var draw = SeededRandom(of: standing.duty, instance: standing.instance, child: place, episode: episode)
        switch practice(standing, episode, place, steps, waivers: duty.waivers, &draw) {
        case .undone: return []
        case .setAside(let at):
            guard let waiver = duty.waivers.first, let episode else { return [] }
            return [setAside(standing, of: child, place, episode, by: waiver, at: at)]
        case .done(let at):
            let isYetToCome = standing.state == .owed && now - .minutes(20) < at
            return isYetToCome ? [] : (steps ?? []).flatMap { done($0, of: child, place, episode, at: at) }
        }
    }

    private func practice(
        _ standing: DutyStanding, _ episode: Int?, _ place: Int, _ steps: [Discharging.Step]?, waivers: [Role],
        _ draw: inout SeededRandom
    ) -> Practice {
        guard let from = standing.from else { return .undone }
        let isPast = place < firstIndex
        if standing.state == .owed {
            if standing.meetingKind == "statutory-review" { return .done(at: statutoryReview(of: place, after: from)) }
            let isQuiet = steps?.allSatisfy { Self.quiet.contains($0.word) } ?? false
            guard standing.due != nil, isPast || isQuiet else { return .undone }
        }
        guard isPast else { return Practice.ofPresent(standing, &draw) }
        let maySetAside = episode != nil && !waivers.isEmpty
        return Practice.ofPast(standing, canBeDone: steps != nil, maySetAside: maySetAside, by: now, &draw)
    }

    /// The child's next review after an instant: each has one about every half year.
    private func statutoryReview(of place: Int, after instant: Instant) -> Instant {
        let cycle = 170
        let days = Int(instant.secondsSince1970 / 86_400)
        return instant + .days(cycle - (days + place * 37) % cycle)
    }

    private func done(
        _ step: Discharging.Step, of child: Child, _ place: Int, _ episode: Int?, at instant: Instant
    ) -> [PlannedAct] {
        let actor = actor(for: step.by, of: child, place)
        func act(_ word: EventWord, _ instant: Instant, _ details: Details, naming: EventWord? = nil) -> PlannedAct {
            let time = min(instant, now - .minutes(3))
            var act = PlannedAct(
                child: place, episode: episode, word: word, occurredAt: .at(time),
                recordedAt: min(time + .minutes(2), now), actor: actor, details: details, naming: naming)
            act.isLeftOutWhereRefused = true
            return act
        }
        let first = act(step.word, instant, step.details)
        // What follows from it is owed as well, and is done within the hour.
        guard instant + .hours(1) < now else { return [first] }
        switch step.word {
        case .actionAgreed:
            let done: Details = [.result: .text("Done the same day.")]
            return [first, act(.actionDone, instant + .minutes(50), done, naming: .actionAgreed)]
        case .conversationHeld where place < firstIndex:
            return [first]
                + ["social-worker", "missing-coordinator"].map {
                    act(.findingsShared, instant + .minutes(40), [.to: .word($0)])
                }
        default: return [first]
        }
    }

    private func setAside(
        _ standing: DutyStanding, of child: Child, _ place: Int, _ episode: Int, by role: Role, at instant: Instant
    ) -> PlannedAct {
        var act = PlannedAct(
            child: place, episode: episode, word: .waived, occurredAt: .at(instant),
            recordedAt: instant + .minutes(2), actor: actor(for: role, of: child, place),
            details: [.duty: .word(standing.duty), .reason: .text(Wording.setAside(standing.duty))])
        act.isLeftOutWhereRefused = true
        return act
    }

    private func actor(for role: Role, of child: Child, _ place: Int) -> Actor {
        let home = child.facts.placement(on: London.date(of: now))?.place.map { AgencyID($0) }
        let agency = role.isCarer ? home : role.isSocialCare ? child.facts.responsible : nil
        let staff = Staff.all(role, of: agency)
        return staff.isEmpty ? Actor(role: role, agency: agency) : staff[place % staff.count].actor
    }
}

extension PlannedAct {
    /// The same in an episode of the child's.
    fileprivate func moved(to episode: Int) -> PlannedAct {
        var moved = PlannedAct(
            child: child, episode: episode, word: word, occurredAt: occurredAt, recordedAt: recordedAt, actor: actor,
            details: details, naming: naming, names: names, refers: refers)
        moved.isLeftOutWhereRefused = isLeftOutWhereRefused
        return moved
    }
}
