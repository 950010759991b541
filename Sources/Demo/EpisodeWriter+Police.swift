// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension EpisodeWriter {
    /// The call handler's questions, the category with its reason, the grade, the reviews.
    mutating func writePolice() {
        let handler = random.pick(Staff.all(.callHandler)).actor
        if !plan.isBrief {
            let asked = before(end: reportedAt + .minutes(random.number(4...15)))
            script.add(
                .questionsAnswered, at: asked, by: handler, Wording.answers(isHighRisk: plan.isHighRisk, &random))
        }
        let decidedAt = before(end: reportedAt + .minutes(random.number(18...55)))
        if plan.kind == .absent || plan.wasAbsentFirst {
            classify(as: .absent, at: decidedAt)
            if plan.kind == .absent { return }
            let reclassifiedAt = before(end: decidedAt + .hours(random.number(2...4)))
            script.add(
                .reclassified, at: reclassifiedAt, by: inspector,
                [.as: .word(PoliceCategory.missing.rawValue), .rationale: .text(random.pick(Wording.reclassified))]
            )
            grade(at: reclassifiedAt + .minutes(5))
        } else {
            classify(as: .missing, at: decidedAt)
            grade(at: decidedAt + .minutes(5))
        }
    }

    mutating func classify(as category: PoliceCategory, at instant: Instant) {
        let reasons = category == .absent ? Wording.absent : plan.isHighRisk ? Wording.missingHigh : Wording.missing
        script.add(
            .classified, at: instant, by: inspector,
            [.as: .word(category.rawValue), .rationale: .text(random.pick(reasons))]
        )
        guard category == .absent, !plan.isBrief else { return }
        let next = instant + .hours(2)
        script.add(
            .reviewAgreed, at: before(end: instant + .minutes(6)), by: inspector,
            [.next: .time(.at(next)), .action: .text("The home calls every hour and tells us of anything new.")]
        )
        if next < plan.end {
            script.add(
                .reviewed, at: next - .minutes(8), by: inspector,
                [.next: .time(.at(next + .hours(2))), .result: .text("Nothing new; no risk has come to light.")]
            )
        }
    }

    mutating func grade(at instant: Instant) {
        let at = before(end: instant)
        script.add(
            .riskGraded, at: at, by: plan.isHighRisk ? inspector : officer,
            [
                .as: .word((plan.isHighRisk ? RiskGrade.high : .medium).rawValue),
                .rationale: .text(random.pick(plan.isHighRisk ? Wording.gradedHigh : Wording.gradedMedium)),
            ]
        )
    }

    /// Notices, enquiries and meetings while the child is away.
    mutating func writeWhileAway() {
        if plan.kind != .away, child.care != nil {
            tell("social-worker", at: reportedAt + .minutes(random.number(10...50)), by: carer)
        }
        if child.care != nil, random.chance(0.85) {
            tell("parents", at: reportedAt + .minutes(random.number(20...120)), by: carer)
        }
        if child.isOutOfArea { tell("host-authority", at: reportedAt + .minutes(90), by: worker) }
        if plan.hours > 10, child.care != nil { tell("iro", at: reportedAt + .hours(9), by: worker) }
        guard plan.kind == .missing else { return }
        if plan.hours > 5 {
            script.add(
                .visited, at: before(end: reportedAt + .hours(2)), by: officer,
                [.found: .text("not found"), .result: .text(random.pick(Wording.visits))]
            )
        }
        if plan.isHighRisk, plan.hours > 4 {
            let superintendent = Staff.all(.superintendent)[0].actor
            script.add(
                .examinedByCommand, at: before(end: reportedAt + .minutes(100)), by: superintendent,
                [.result: .text("First enquiries are sound. Two more officers until morning.")]
            )
        }
        if plan.hours > 72 { writeMeeting() }
    }

    private mutating func writeMeeting() {
        let kind: Details = [.kind: .word("strategy-meeting")]
        script.add(.meetingArranged, at: plan.start + .hours(random.number(30...50)), by: worker, kind)
        let manager = Staff.all(.teamManager, of: child.responsible)[0].actor
        script.add(
            .meetingHeld, at: before(end: plan.start + .hours(random.number(60...84))), by: manager,
            [
                .kind: .word("strategy-meeting"), .chair: .word("team-manager"), .ownRecord: .flag(true),
                .attendees: .words(["social-worker", "police", "carer", "health"]),
                .minutes: .text(random.pick(Wording.minutes)),
            ]
        )
    }

    mutating func tell(_ whom: String, at instant: Instant, by actor: Actor) {
        guard instant < plan.end else { return }
        script.add(
            .notified, at: instant, by: actor, [.to: .word(whom), .how: .word(random.pick(["phone", "secure-email"]))])
    }

    /// `instant`, or a moment before the child was back where that is sooner.
    func before(end instant: Instant) -> Instant { min(instant, plan.end - .minutes(2)) }
}
