// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A child of the living present, told by how long ago each thing was.
struct PresentChild {
    let child: InventedChild
    let now: Instant
    var script: Script
    var random: SeededRandom

    /// `knownForDays` is how long the child has been in the record.
    init(_ child: InventedChild, now: Instant, knownForDays: Int, seed: UInt64) {
        (self.child, self.now) = (child, now)
        random = SeededRandom(seed: seed, part: 1_000_000 + UInt64(child.index))
        script = Script(child: child.index)
        child.writeRecord(at: now - .days(knownForDays), fully: true, into: &script, &random)
        script.turn(to: 0)
    }

    var carer: Actor { child.carers[0] }
    var worker: Actor { child.socialWorker.actor }
    let inspector = Staff.all(.dutyInspector)[0].actor
    let officer = Staff.all(.attendingOfficer)[0].actor
    let interviewer = Staff.all(.interviewer)[0].actor

    func ago(_ minutes: Int) -> Instant { now - .minutes(minutes) }

    mutating func add(
        _ word: EventWord, _ minutesAgo: Int, by actor: Actor, _ details: Details = [:], naming: EventWord? = nil,
        recordedAgo: Int? = nil,
        refers: PlannedAct.References = PlannedAct.References()
    ) {
        let instant = ago(minutesAgo)
        let recordedAt = recordedAgo.map { ago($0) } ?? min(instant + .minutes(2), now)
        script.add(word, at: .at(instant), by: actor, recordedAt: recordedAt, details, naming: naming, refers: refers)
    }

    /// Something that happened at a moment of the clock and was written down soon after.
    mutating func note(_ word: EventWord, _ instant: Instant, by actor: Actor, _ details: Details = [:]) {
        let happened = min(instant, now - .minutes(1))
        script.add(word, at: .at(happened), by: actor, recordedAt: min(happened + .minutes(2), now), details)
    }

    /// Tells of a second episode of the child, and goes back to the first.
    mutating func turnAside(_ tell: (inout PresentChild) -> Void) {
        let first = script.episode
        script.turn(to: 1)
        tell(&self)
        script.turn(to: first)
    }

    mutating func report(since: Int, at minutesAgo: Int, _ more: Details) {
        let place = child.care?.place.name ?? "home"
        let details: Details = [
            .missingSince: .time(.at(ago(since))), .from: .word(place), .to: .word("police"),
            .clothing: .text(random.pick(Wording.clothing)),
        ]
        add(.reported, minutesAgo, by: carer, details.replacing(with: more))
    }

    mutating func classify(_ category: PoliceCategory, _ minutesAgo: Int, _ rationale: String) {
        let decided: Details = [.as: .word(category.rawValue), .rationale: .text(rationale)]
        add(.classified, minutesAgo, by: inspector, decided)
    }

    mutating func grade(_ grade: RiskGrade, _ minutesAgo: Int, _ rationale: String) {
        let decided: Details = [.as: .word(grade.rawValue), .rationale: .text(rationale)]
        add(.riskGraded, minutesAgo, by: inspector, decided)
    }

    /// A review agreed some minutes ago; the next is due in some minutes.
    mutating func agreeReview(_ minutesAgo: Int, dueIn minutes: Int) {
        let agreed: Details = [
            .next: .time(.at(now + .minutes(minutes))), .action: .text("Informant to be called back at the review."),
        ]
        add(.reviewAgreed, minutesAgo, by: inspector, agreed)
    }

    mutating func tell(_ whom: String, _ minutesAgo: Int, by actor: Actor) {
        add(.notified, minutesAgo, by: actor, [.to: .word(whom), .how: .word("phone")])
    }

    mutating func comeBack(_ minutesAgo: Int, how: String) {
        let place = child.care?.place.name ?? "home"
        add(.returned, minutesAgo, by: carer, [.to: .word(place), .how: .word(how)])
        if child.care != nil {
            tell("police", minutesAgo - 5, by: carer)
            tell("social-worker", minutesAgo - 12, by: carer)
        }
    }
}
