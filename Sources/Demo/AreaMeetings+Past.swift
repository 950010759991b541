// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The panels before the last one, every four weeks, with each child whom a trigger put there in the weeks before.
extension AreaMeetings {
    /// Who is to be on the agenda is settled so many days before.
    private static let daysToPrepare = 4

    /// Those of the last panel that ``held`` tells are told there.
    func past(
        of state: State, episodes: [HistoryDeciding.Key: EpisodeID], except told: Set<Int>
    ) -> [PlannedAct] {
        let panels = (0..<25).map { panel(before: $0) }
        var acts: [PlannedAct] = []
        for number in panels.indices.dropFirst() { acts += call(number, at: panels[number]) }
        var count = 0
        for (place, own) in Dictionary(grouping: episodes, by: \.key.child).sorted(by: { $0.key < $1.key }) {
            let ordered = own.sorted { $0.value < $1.value }
            let fired = thirdTimes(ordered.compactMap { state.episode($0.value) }, in: state)
            for number in panels.indices where number != 0 || !told.contains(place) {
                let at = panels[number]
                let since = number + 1 < panels.count ? panels[number + 1] : at - .days(PanelDays.daysBetween)
                let isAsked = fired.contains { ready(for: since) <= $0 && $0 < ready(for: at) }
                let episode = ordered.last { _, id in
                    state.episode(id)?.facts.reportedAt.map { $0 < at - .days(Self.daysToPrepare) } ?? false
                }
                guard isAsked, let episode else { continue }
                count += 1
                acts += discussed(episode.key, in: number, at: at, count)
            }
        }
        return acts
    }

    /// When a child was missing for the third time in three months, or more often: each puts them on a panel's agenda.
    func thirdTimes(_ episodes: [Episode], in state: State) -> [Instant] {
        guard let child = episodes.first.flatMap({ state.child($0.child) }), child.facts.protection.restriction == nil
        else { return [] }
        let starts = episodes.filter { $0.facts.category == .missing }.compactMap(\.facts.start).sorted()
        return starts.indices.dropFirst(2).filter { starts[$0] - starts[$0 - 2] < .days(89) }.map { starts[$0] }
    }

    /// Whoever was missing before is on the agenda of that panel.
    func ready(for panel: Instant) -> Instant { panel - .days(Self.daysToPrepare) }

    private func call(_ number: Int, at: Instant) -> [PlannedAct] {
        [
            PlannedAct(
                child: 0, episode: nil, word: .meetingCalled, occurredAt: .at(at - .days(18)),
                recordedAt: at - .days(18), actor: coordinator,
                details: [
                    .kind: .word(Self.kind), .at: .time(.at(at)), .chair: .word("gwen.tasker"),
                    .place: .word("Civic centre, room 2"), .attendees: .words(invited),
                ], names: name(of: number)),
            PlannedAct(
                child: 0, episode: nil, word: .attendanceNoted, occurredAt: .at(at), recordedAt: at + .hours(3),
                actor: chair,
                details: [
                    .meeting: .number(name(of: number)), .chair: .word("gwen.tasker"), .attendees: .words(Self.came),
                ]),
        ]
    }

    /// The number by which a panel is named until the record gives it its own.
    private func name(of panel: Int) -> Int { panel == 0 ? Entry.held.rawValue : -200 - panel }

    private func discussed(
        _ place: HistoryDeciding.Key, in panel: Int, at: Instant, _ count: Int
    ) -> [PlannedAct] {
        let said = Wordings.shortMinutes[count % Wordings.shortMinutes.count]
        let meeting = DetailValue.number(name(of: panel))
        func act(_ word: EventWord, _ time: Instant, by actor: Actor, _ details: Details, names: Int? = nil)
            -> PlannedAct
        {
            var act = PlannedAct(
                child: place.child, episode: place.episode, word: word, occurredAt: .at(time),
                recordedAt: time + .minutes(20), actor: actor, details: details, names: names)
            act.isLeftOutWhereRefused = true
            return act
        }
        let action = -1_000 - count
        var acts = [
            act(
                .placedOnAgenda, at - .days(2), by: coordinator,
                [
                    .kind: .word(Self.kind), .at: .time(.at(at)), .meeting: meeting,
                    .triggers: .words(["three-missing-in-three-months"]),
                ]),
            act(
                .meetingHeld, at, by: chair,
                [
                    .kind: .word(Self.kind), .chair: .word("gwen.tasker"), .meeting: meeting, .ownRecord: .flag(true),
                    .attendees: .words(Self.came), .minutes: .text(said.minutes), .decisions: .words([said.decision]),
                    .wants: .text(said.wants),
                ]),
            act(
                .actionAgreed, at + .hours(1), by: chair,
                [
                    .action: .text(said.action), .owner: .word(worker.id), .agency: .word(worker.agency.name),
                    .due: .time(.on(London.date(of: at).adding(days: 21))), .meeting: meeting,
                ], names: action),
        ]
        if count % 6 != 0 {
            acts.append(
                act(
                    .letterSent, at + .days(1), by: coordinator,
                    [.to: .word("child"), .kind: .word("advice-to-child"), .meeting: meeting]))
        }
        let doneAt = at + .days(count % 11 == 0 ? 27 : 5 + count % 13)
        guard doneAt < now - .days(1) else { return acts }
        return acts + [
            act(.actionDone, doneAt, by: worker.actor, [.what: .number(action), .result: .text(said.result)])
        ]
    }
}

extension Wordings {
    struct ShortMinutes: Sendable {
        let minutes: String
        let wants: String
        let decision: String
        let action: String
        let result: String
    }

    static let shortMinutes: [ShortMinutes] = [
        ShortMinutes(
            minutes:
                "Goes to the same two friends, and comes back by taxi. No adult is named. Nights have been quieter.",
            wants: "To stay over at my friend’s when it is arranged.", decision: "co-ordinated-support",
            action: "Agree overnight stays with the friend’s mother, and who rings whom.",
            result: "Agreed; a first stay went well."),
        ShortMinutes(
            minutes:
                "School has seen new clothes and a second phone. Police know one of the cars. The home writes down plates.",
            wants: "Stop asking me who it is.", decision: "disruption",
            action: "Screen for exploitation with what school and home have seen.",
            result: "Screened; a worker sees the child each week."),
        ShortMinutes(
            minutes: "All three times followed a row at home. The parents ask for help. Nobody else is involved.",
            wants: "Somebody to talk with who isn’t my mum.", decision: "early-help",
            action: "Early help worker to meet child and parents.", result: "Three meetings held; they go on."),
        ShortMinutes(
            minutes:
                "Seen at the retail park with older boys. The placement is far from school, which makes evenings long.",
            wants: "To live nearer to my school.", decision: "care-plan",
            action: "Look at transport, and at a placement nearer to school.",
            result: "A taxi pass until the summer; the search goes on."),
        ShortMinutes(
            minutes: "Calmer since contact was put on a fixed day. Health has offered an appointment, which was kept.",
            wants: "Keep Sundays with my nan.", decision: "no-further-action",
            action: "Keep contact on Sundays, and tell the child first when it has to change.",
            result: "In the care plan."),
    ]
}
