// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The panels of the invented partnership: one that was held, with minutes and actions in every state, and one that is
/// to come, with the children whom triggers put there.
struct AreaMeetings {
    let book: DutyBook
    let now: Instant

    private typealias Case = (place: HistoryDeciding.Key, id: EpisodeID, child: Child)

    /// By which later acts name what these enter, until the record gives them their numbers.
    enum Entry: Int {
        case held = -1
        case coming = -2
        case strategy = -3
        case firstAction = -10
    }

    let chair = Staff.all(.panelChair)[0].actor
    let coordinator = Staff.all(.missingCoordinator)[0].actor
    private let manager = Staff.all(.teamManager, of: Eastmoor.eastmoor)[0].actor
    let worker = Staff.all(.socialWorker, of: Eastmoor.eastmoor)[0]
    static let kind = "mase"
    private let kind = Self.kind
    static let came = ["amira.hale", "neil.barrow", "leila.farah", "halima.yassin", "stephen.oduya"]

    func acts(of state: State, episodes: [HistoryDeciding.Key: EpisodeID], firstIndex: Int) -> [PlannedAct] {
        let cases = newest(of: state, episodes)
        let talked = Array(
            cases.filter { one in
                3 <= one.child.episodes.count
                    && state.episode(one.id)?.facts.returnedAt.map {
                        $0 < now - .days(PanelDays.lastHeldDaysAgo + 3)
                    } ?? false
            }.prefix(3))
        return coming(cases, state) + held(talked) + strategy(episodes, firstIndex) + plans(firstIndex)
            + past(of: state, episodes: episodes, except: Set(talked.map(\.place.child)))
    }

    /// Each child's newest episode, by the children's places.
    private func newest(of state: State, _ episodes: [HistoryDeciding.Key: EpisodeID]) -> [Case] {
        Dictionary(grouping: episodes, by: \.key.child).sorted { $0.key < $1.key }.compactMap { _, own in
            guard let last = own.max(by: { $0.value < $1.value }),
                let child = state.episode(last.value).flatMap({ state.child($0.child) }),
                child.facts.responsible == Eastmoor.eastmoor, child.facts.protection.restriction == nil
            else { return nil }
            return (last.key, last.value, child)
        }
    }

    /// The panel of next week: the protocol wants these children there, and most were put on its agenda.
    private func coming(_ cases: [Case], _ state: State) -> [PlannedAct] {
        let wanted = cases.filter { one in
            thirdTimes(state.episodes(of: one.child.id), in: state)
                .contains { ready(for: panel(before: 0)) <= $0 }
        }
        let at = panel(before: -1)
        var acts = [
            area(
                .meetingCalled, daysAgo: 9, by: coordinator, names: .coming,
                [
                    .kind: .word(kind), .at: .time(.at(at)), .chair: .word("gwen.tasker"),
                    .place: .word("Civic centre, room 2"), .attendees: .words(invited),
                ])
        ]
        for (number, one) in wanted.prefix(4).dropLast(wanted.count > 2 ? 1 : 0).enumerated() {
            let listed: Details = [
                .kind: .word(kind), .at: .time(.at(at)), .meeting: .number(Entry.coming.rawValue),
                .triggers: .words(["three-missing-in-three-months"]),
            ]
            acts.append(about(one, .placedOnAgenda, hoursAgo: 30 - number, by: coordinator, listed))
            if number < 2 {
                acts.append(
                    about(
                        one, .letterSent, hoursAgo: 24 - number, by: coordinator,
                        [
                            .to: .word("child"), .kind: .word("advice-to-child"),
                            .meeting: .number(Entry.coming.rawValue),
                        ]))
            }
            if number == 0 {
                acts.append(
                    about(
                        one, .feedbackReceived, hoursAgo: 5, by: worker.actor,
                        [
                            .by: .word("child"), .meeting: .number(Entry.coming.rawValue),
                            .narrative: .text("I want to see my sister on Sundays. Nobody told me why that stopped."),
                        ]))
            }
        }
        return acts
    }

    var invited: [String] {
        ["social-worker", "team-manager", "police", "missing-coordinator", "interviewer", "school", "health"]
    }

    /// The panel of three weeks ago.
    private func held(_ talked: [Case]) -> [PlannedAct] {
        let at = panel(before: 0)
        var acts = [
            area(
                .meetingCalled, daysAgo: 40, by: coordinator, names: .held,
                [
                    .kind: .word(kind), .at: .time(.at(at)), .chair: .word("gwen.tasker"),
                    .place: .word("Civic centre, room 2"), .attendees: .words(invited),
                ]),
            PlannedAct(
                child: 0, episode: nil, word: .attendanceNoted, occurredAt: .at(at), recordedAt: at + .hours(3),
                actor: chair,
                details: [
                    .meeting: .number(Entry.held.rawValue), .chair: .word("gwen.tasker"),
                    .attendees: .words(Self.came),
                    .apologies: .words(["nora.quist"]),
                ]),
        ]
        for (number, one) in talked.enumerated() { acts += minutes(of: one, number, at: at) }
        return acts
    }

    private func minutes(of one: Case, _ number: Int, at: Instant) -> [PlannedAct] {
        let about = Wordings.minutes[number % Wordings.minutes.count]
        let meeting = DetailValue.number(Entry.held.rawValue)
        func act(_ word: EventWord, _ time: Instant, by actor: Actor, _ details: Details, names: Int? = nil)
            -> PlannedAct
        {
            PlannedAct(
                child: one.place.child, episode: one.place.episode, word: word, occurredAt: .at(time),
                recordedAt: time + .minutes(20), actor: actor, details: details, names: names)
        }
        var acts = [
            act(
                .placedOnAgenda, at - .days(9), by: coordinator,
                [.kind: .word(kind), .at: .time(.at(at)), .meeting: meeting, .reason: .text(about.why)]),
            act(
                .meetingHeld, at, by: chair,
                [
                    .kind: .word(kind), .chair: .word("gwen.tasker"), .meeting: meeting, .ownRecord: .flag(true),
                    .attendees: .words(Self.came),
                    .apologies: .words(["nora.quist"]), .minutes: .text(about.minutes),
                    .decisions: .words(about.decisions), .wants: .text(about.wants),
                ]),
        ]
        for (place, action) in about.actions.enumerated() {
            let name = Entry.firstAction.rawValue - number * 10 - place
            let due = London.date(of: at).adding(days: action.dueInDays)
            var details: Details = [
                .action: .text(action.what), .owner: .word(action.owner), .due: .time(.on(due)), .meeting: meeting,
            ]
            details[.agency] = Eastmoor.staff.first { $0.id == action.owner }.map { .word($0.agency.name) }
            acts.append(act(.actionAgreed, at + .hours(1), by: chair, details, names: name))
            let what = DetailValue.number(name)
            if let result = action.result {
                acts.append(act(.actionDone, at + .days(6), by: worker.actor, [.what: what, .result: .text(result)]))
            } else if action.isChased {
                acts.append(
                    act(
                        .actionChased, now - .days(2), by: coordinator,
                        [.what: what, .how: .word("phone"), .result: .text("Waiting for the other agency; this week.")])
                )
            }
        }
        return acts
    }

    /// A strategy meeting for tomorrow about two children of the present who were talked about together.
    private func strategy(_ episodes: [HistoryDeciding.Key: EpisodeID], _ firstIndex: Int) -> [PlannedAct] {
        let key = HistoryDeciding.Key(child: firstIndex + 1, episode: 0)
        guard episodes[key] != nil else { return [] }
        let at = days.morning(of: 1)
        return [
            area(
                .meetingCalled, daysAgo: 0, by: manager, names: .strategy,
                [
                    .kind: .word("strategy-meeting"), .at: .time(.at(at)), .chair: .word("stephen.oduya"),
                    .attendees: .words(["social-worker", "carer", "missing-coordinator", "health", "imogen.hart"]),
                ]),
            PlannedAct(
                child: key.child, episode: 0, word: .meetingArranged, occurredAt: .at(now - .minutes(40)),
                recordedAt: now - .minutes(38), actor: manager,
                details: [
                    .kind: .word("strategy-meeting"), .at: .time(.at(at)), .meeting: .number(Entry.strategy.rawValue),
                ]),
        ]
    }

    /// Plans for two children of the present, so that what was agreed stands on the page of the episode.
    private func plans(_ firstIndex: Int) -> [PlannedAct] {
        func plan(_ place: Int, _ kind: String, daysAgo: Int, _ steps: [(String, String)]) -> PlannedAct {
            let at = now - .days(daysAgo)
            return PlannedAct(
                child: firstIndex + place, episode: nil, word: .preventionPlanReviewed, occurredAt: .at(at),
                recordedAt: at + .minutes(30), actor: worker.actor,
                details: [
                    .kind: .word(kind), .next: .time(.on(London.date(of: now).adding(days: 60 - daysAgo))),
                    .steps: .answers(steps.map { Answer(question: $0.0, answer: $0.1) }),
                ])
        }
        return [
            plan(0, "trigger-plan", daysAgo: 90, Wordings.firstTriggerPlan),
            plan(0, "trigger-plan", daysAgo: 21, Wordings.triggerPlan),
            plan(0, "prevention-plan", daysAgo: 21, Wordings.preventionPlan),
            plan(3, "prevention-plan", daysAgo: 70, Wordings.preventionPlan),
        ]
    }

    private var days: PanelDays { PanelDays(now: now, calendar: book.calendars.working) }

    func panel(before last: Int) -> Instant { days.panel(before: last) }

    private func area(
        _ word: EventWord, daysAgo: Int, by actor: Actor, names: Entry, _ details: Details
    ) -> PlannedAct {
        let at = daysAgo == 0 ? now - .minutes(45) : now - .days(daysAgo)
        return PlannedAct(
            child: 0, episode: nil, word: word, occurredAt: .at(at), recordedAt: at, actor: actor, details: details,
            names: names.rawValue)
    }

    private func about(
        _ one: Case, _ word: EventWord, hoursAgo: Int, by actor: Actor, _ details: Details
    ) -> PlannedAct {
        let at = now - .hours(hoursAgo)
        return PlannedAct(
            child: one.place.child, episode: one.place.episode, word: word, occurredAt: .at(at),
            recordedAt: at + .minutes(2), actor: actor, details: details)
    }
}
