// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The hand-overs of the last day: some accepted, some waiting, one for too long.
struct DemoShifts {
    let now: Instant

    struct HandOver: Sendable {
        let at: Instant
        let by: Actor
        let team: Team.Kind
        let to: Team.Kind
        /// About the shift as a whole.
        let words: String
        /// Who accepts it, and how many minutes later; nil where nobody has.
        let accepted: (by: Actor, minutes: Int)?
    }

    /// In the order in which they were made.
    var all: [HandOver] {
        let night = worker("marcus.bell")
        let manager = worker("ruth.adair")
        let carol = worker("carol.finch")
        return [
            HandOver(
                at: ago(26 * 60), by: night, team: .home, to: .home,
                words: "Two on shift. The pool car is back; its keys are in the safe.",
                accepted: (manager, 25)),
            HandOver(
                at: ago(14 * 60), by: carol, team: .edt, to: .day,
                words: "A quiet night on the telephone. The recorder on line two is to be mended.",
                accepted: (worker("stephen.oduya"), 40)),
            HandOver(
                at: ago(3 * 60), by: worker("kerry.dunn"), team: .police, to: .police,
                words: "Two cars are on other work until the hour.", accepted: nil),
            HandOver(
                at: ago(64), by: manager, team: .home, to: .home,
                words: "The relief worker is late; ring her mobile.", accepted: nil),
        ]
    }

    /// What is to be recorded, and when: each hand-over, and each time somebody accepts the one of that place.
    enum Step {
        case handOver(HandOver)
        case accept(place: Int, by: Actor)
    }

    /// The steps in the order of their times.
    var steps: [(at: Instant, step: Step)] {
        let made = all.map { ($0.at, Step.handOver($0)) }
        let accepted = all.enumerated().compactMap { place, shift in
            shift.accepted.map { (shift.at + .minutes($0.minutes), Step.accept(place: place, by: $0.by)) }
        }
        return (made + accepted).sorted { $0.0 < $1.0 }
    }

    private func ago(_ minutes: Int) -> Instant { now - .minutes(minutes) }

    private func worker(_ id: String) -> Actor {
        Eastmoor.staff.first { $0.id == id }?.actor ?? Staff.all(.carer)[0].actor
    }

    /// What was written beside a child, by how they are.
    static func words(of episode: Episode) -> String? {
        switch episode.facts.stage {
        case .checking, .away:
            episode.facts.grade == .high
                ? "The phone is off. If there is a call, keep talking and write down every sound behind the voice."
                : "Ring the family again at the full hour."
        case .located: "The officer who is with them rings before they set out."
        case .returned: "Slept well, does not want to talk yet. Breakfast first."
        case .closed: nil
        }
    }
}

extension HistoryDeciding {
    mutating func take(_ step: DemoShifts.Step, at instant: Instant) throws(Refusal) {
        switch step {
        case .handOver(let shift): try handOver(shift)
        case .accept(let place, let actor): try accept(state.handOvers.all[place], by: actor, at: instant)
        }
    }

    /// One team hands over whom it may see and who is not closed.
    private mutating func handOver(_ shift: DemoShifts.HandOver) throws(Refusal) {
        let access = Access(shift.by, in: state, at: shift.at)
        let open = state.unclosed.sorted().compactMap { state.episode($0) }.filter { episode in
            access.maySee(.episode, of: episode.child) && (episode.facts.isOpen || shift.team == .home)
        }
        let made: Details = [
            .agency: .word(shift.by.agency?.name ?? ""), .team: .word(shift.team.rawValue),
            .to: .word(shift.to.rawValue), .rows: .number(open.count), .narrative: .text(shift.words),
        ]
        let each = open.map { episode -> Act in
            let words = DemoShifts.words(of: episode)
            return Act(
                .childHandedOver, .episode(episode.id), occurredAt: .at(shift.at),
                details: words.map { [.narrative: .text($0)] } ?? [:])
        }
        let briefing = Act(.briefingMade, .partnership, occurredAt: .at(shift.at), details: made)
        try record([briefing] + each, by: shift.by, at: shift.at)
    }

    /// Somebody reads of each child and takes the briefing over.
    private mutating func accept(_ handOver: HandOver, by actor: Actor, at instant: Instant) throws(Refusal) {
        let number = DetailValue.number(handOver.number)
        let children = state.children(in: handOver)
        let read = children.map { child -> Act in
            let subject = child.episode.map { Act.Subject.episode($0) } ?? .child(child.child)
            return Act(.handOverRead, subject, occurredAt: .at(instant), details: [.what: number])
        }
        let accepted = Act(
            .briefingAccepted, .partnership, occurredAt: .at(instant),
            details: [.what: number, .rows: .number(children.count)])
        try record(read + [accepted], by: actor, at: instant)
    }
}
