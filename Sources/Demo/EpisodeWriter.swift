// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Writes an episode down act by act: what each did, when, and in what words.
struct EpisodeWriter {
    let plan: EpisodePlan
    let child: InventedChild
    let carer: Actor
    let inspector: Actor
    let officer: Actor
    let worker: Actor
    let interviewer: Actor
    var script: Script
    var random: SeededRandom

    init(_ plan: EpisodePlan, of child: InventedChild, into script: Script, _ random: SeededRandom) {
        (self.plan, self.child, self.script, self.random) = (plan, child, script, random)
        carer = self.random.pick(child.carers)
        inspector = self.random.pick(Staff.all(.dutyInspector)).actor
        officer = self.random.pick(Staff.all(.attendingOfficer)).actor
        worker = child.socialWorker.actor
        interviewer = self.random.pick(Staff.all(.interviewer)).actor
    }

    var reportedAt: Instant { plan.start + .minutes(plan.minutesToReport) }

    /// The whole episode, from the first checks to its closing.
    mutating func write() {
        writeReport()
        if plan.kind != .away { writePolice() }
        if !plan.isBrief { writeWhileAway() }
        writeReturn()
        writeInterview()
        writeClosing()
    }

    /// The report, after first checks where the child is looked after.
    mutating func writeReport() {
        if child.care != nil, !plan.isBrief {
            let started = plan.start + .minutes(min(5, plan.minutesToReport / 2))
            script.add(
                .checksStarted, at: started, by: carer,
                [.deadline: .time(.at(started + .minutes(30))), .from: .word(place)]
            )
            script.add(
                .checksCompleted, at: started + .minutes(max(1, plan.minutesToReport / 2)), by: carer,
                [
                    .checked: .words(["rooms", "garden", "phone", "friends", "family"]),
                    .result: .text(random.pick(Wording.checks)),
                ]
            )
        }
        script.add(.reported, at: reportedAt, by: carer, reportDetails())
    }

    private mutating func reportDetails() -> Details {
        var details: Details = [
            .missingSince: .time(missingSince()), .from: .word(place),
            .lastSeenAt: .text(random.pick(Wording.lastSeen)),
            .to: .word(plan.kind == .away ? "social-worker" : "police"),
        ]
        if plan.kind == .away { details[.kind] = .word(CareKind.awayWithoutAuthorisation.rawValue) }
        if plan.isBrief { return details }
        details[.circumstances] = .text(
            random.pick(plan.kind == .away ? Wording.awayCircumstances : Wording.circumstances))
        details[.clothing] = .text(random.pick(Wording.clothing))
        details[.lastSeen] = .time(.at(plan.start - .minutes(random.number(0...40))))
        if child.hasPenPicture, plan.start.secondsSince1970 / 300 % 8 != 0 {
            details[.photo] = .text("From this summer; with the pen picture")
        }
        if random.chance(0.6) { details[.belongings] = .text(random.pick(Wording.belongings)) }
        if random.chance(0.3) { details[.intentions] = .text(random.pick(Wording.intentions)) }
        return details
    }

    private mutating func missingSince() -> UncertainTime {
        if plan.isBrief || random.chance(0.75) { return .at(plan.start) }
        return random.chance(0.5) ? .about(plan.start) : .between(plan.start, plan.start + .minutes(10))
    }

    /// Where the child went missing from, as the record names it.
    var place: String { child.care?.place.name ?? "home" }
}
