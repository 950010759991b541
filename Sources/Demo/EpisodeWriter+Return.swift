// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension EpisodeWriter {
    /// Found, back, the safe and well check, and the carer's conversation.
    mutating func writeReturn() {
        if let found = plan.found, !plan.isBrief || plan.kind == .missing {
            let locatedAt = max(plan.end - .minutes(random.number(20...70)), reportedAt + .minutes(1))
            var details: Details = [.found: .text(found.says), .confirmed: .flag(true)]
            details[.postcode] = found.postcode.map { .word($0) }
            script.add(
                .located, at: min(locatedAt, plan.end), by: plan.kind == .away ? carer : officer, minutesLater: 3,
                details)
        }
        let how = plan.found == nil ? random.pick(["by-themselves", "by-themselves", "by-family"]) : "by-police"
        script.add(
            .returned, at: plan.end, by: carer, minutesLater: 3, [.to: .word(place), .how: .word(how)])
        guard plan.kind != .away else { return writeConversation() }
        if !plan.isBrief, child.care != nil { tellOfReturn() }
        if plan.kind == .missing {
            let checkedAt = plan.end + .minutes(random.number(25...900))
            if random.chance(0.87) {
                script.add(.safeAndWellChecked, at: checkedAt, by: officer, Wording.safeAndWell(&random))
            } else {
                let reason: Details = [.reason: .text(random.pick(Wording.noSafeAndWell))]
                script.add(.safeAndWellNotHeld, at: checkedAt, by: officer, reason)
            }
        }
        writeConversation()
    }

    private mutating func tellOfReturn() {
        let at = plan.end + .minutes(random.number(5...50))
        script.add(.notified, at: at, by: carer, [.to: .word("police"), .how: .word("phone")])
        script.add(.notified, at: at + .minutes(9), by: carer, [.to: .word("social-worker"), .how: .word("phone")])
    }

    private mutating func writeConversation() {
        guard child.care != nil, !plan.isBrief, random.chance(0.7) else { return }
        let reasons: Details = [.reasons: .text(random.pick(Wording.reasons))]
        script.add(.conversationHeld, at: plan.end + .hours(random.number(10...20)), by: carer, reasons)
    }

    /// The return interview: offered, then held, declined or not arranged.
    mutating func writeInterview() {
        guard plan.interview != .notOffered else { return }
        let offered: Details = [
            .how: .word(random.pick(["phone", "visit", "text-message"])), .independent: .flag(true),
        ]
        let offeredAt = officeTime(dates: 0) ?? officeTime(dates: 1) ?? plan.end + .hours(14)
        script.add(.interviewOffered, at: offeredAt, by: interviewer, offered)
        switch plan.interview {
        case .notOffered: break
        case .held: writeHeldInterview(after: offeredAt)
        case .declined:
            let at = offeredAt + .hours(random.number(1...30))
            script.add(.interviewDeclined, at: at, by: interviewer, [.reason: .text(random.pick(Wording.declined))])
            if !plan.isBrief, random.chance(0.7) {
                script.add(.parentsViewOffered, at: at + .hours(2), by: interviewer)
            }
        case .notArranged:
            let reason: Details = [.reason: .text(random.pick(Wording.notArranged))]
            script.add(.interviewNotArranged, at: offeredAt + .days(random.number(3...6)), by: interviewer, reason)
        }
    }

    private mutating func writeHeldInterview(after offeredAt: Instant) {
        // By the second date after the return is always within 72 hours of it; from the fourth on never.
        let dates = plan.isInterviewInTime ? random.number(1...2) : random.number(4...9)
        let heldAt = max(officeTime(dates: dates) ?? plan.end + .hours(20), offeredAt + .minutes(20))
        script.add(.interviewHeld, at: heldAt, by: interviewer, Wording.interview(isBrief: plan.isBrief, &random))
        guard !plan.isBrief, random.chance(0.85) else { return }
        let findings: Details = [
            .to: .word("social-worker"),
            .findings: .answers([Answer(question: "what-would-help", answer: random.pick(Wording.findings))]),
        ]
        script.add(.findingsShared, at: heldAt + .hours(random.number(1...22)), by: interviewer, findings)
    }

    /// What follows for the plan, and the closing.
    mutating func writeClosing() {
        if !plan.isBrief, child.care != nil, plan.kind != .absent {
            script.add(
                .planUpdated, at: plan.end + .days(random.number(2...6)), by: worker,
                [.kind: .word("placement-plan"), .action: .text(random.pick(Wording.plans))]
            )
        }
        let closedAt = plan.end + .days(11) + .minutes(random.number(0...600))
        script.add(.closed, at: closedAt, by: worker, [.outcome: .word("safe")])
    }

    /// A time between nine and half past five, some dates after the return; on the date itself only if that is later.
    private mutating func officeTime(dates: Int) -> Instant? {
        let date = London.date(of: plan.end).adding(days: dates)
        let second = 9 * 3_600 + random.number(0...102) * 300
        let time = London.instantOrChange(at: LocalTime(date: date, secondOfDay: second))
        return plan.end + .minutes(30) < time ? time : nil
    }
}
