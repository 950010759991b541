// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension LivingPresent {
    func absentReviewSoon() -> PresentChild {
        let child = invented(4, "Callum", "Lomas", "male", "WBRI", age: 16, home: 3)
        var present = PresentChild(child, now: now, knownForDays: 300, seed: seed)
        startChecks(&present, 176, completed: 160)
        let story: Details = [
            .lastSeenAt: .text("At the retail park"),
            .circumstances: .text("Texted to say he will be late. Not back at nine."),
        ]
        present.report(since: 180, at: 150, story)
        present.classify(.absent, 122, "With named friends, answering texts; no apparent risk at present.")
        present.agreeReview(118, dueIn: 22)
        return present
    }

    func absentReviewLater() -> PresentChild {
        let child = invented(5, "Aisha", "Hussain", "female", "APKN", age: 15, home: nil)
        var present = PresentChild(child, now: now, knownForDays: 30, seed: seed)
        let story: Details = [
            .lastSeenAt: .text("At a cousin’s"),
            .circumstances: .text("Should have been home for tea. Rang once, sounded well."),
        ]
        present.report(since: 130, at: 95, story)
        present.classify(.absent, 70, "Heard from within the hour, with family; no apparent risk at present.")
        present.agreeReview(66, dueIn: 74)
        return present
    }

    func away() -> PresentChild {
        let child = invented(6, "Reece", "Sinclair", "male", "MWBC", age: 16, home: 4)
        var present = PresentChild(child, now: now, knownForDays: 220, seed: seed)
        let story: Details = [
            .kind: .word(CareKind.awayWithoutAuthorisation.rawValue), .to: .word("social-worker"),
            .lastSeenAt: .text("At his mother’s address"),
            .circumstances: .text(
                "Stayed at his mother’s after contact. We spoke to both; he will not come back tonight."),
        ]
        present.report(since: 20 * 60, at: 19 * 60, story)
        present.add(.contactedChild, 18 * 60, by: present.worker, [.confirmed: .flag(true), .how: .word("visit")])
        present.tell("parents", 19 * 60 - 10, by: present.carer)
        return present
    }

    /// First checks are running; nobody has reported yet.
    func beingLookedFor() -> PresentChild {
        let child = invented(12, "Theo", "Kershaw", "male", "WBRI", age: 12, home: 0)
        var present = PresentChild(child, now: now, knownForDays: 90, seed: seed)
        startChecks(&present, 12, completed: nil)
        return present
    }

    func backAndOwed() -> [PresentChild] {
        [interviewDue(), planDue(), safeAndWellDue(), interviewOverdue(), meetingDue()]
    }

    private func interviewDue() -> PresentChild {
        var present = missing(invented(7, "Oliwia", "Piątek", "female", "WOTH", age: 15, home: 0), 52 * 60, 40 * 60)
        checkSafeAndWell(&present, 36 * 60)
        present.add(
            .interviewOffered, 22 * 60, by: present.interviewer, [.how: .word("phone"), .independent: .flag(true)])
        present.add(.interviewAccepted, 21 * 60, by: present.interviewer)
        return present
    }

    private func planDue() -> PresentChild {
        var present = missing(invented(8, "Devan", "Shah", "male", "AIND", age: 14, home: 3), 130 * 60, 121 * 60)
        checkSafeAndWell(&present, 119 * 60)
        present.add(
            .interviewOffered, 100 * 60, by: present.interviewer, [.how: .word("visit"), .independent: .flag(true)])
        let held = Wording.interview(isBrief: false, &present.random)
        present.add(.interviewHeld, 75 * 60, by: present.interviewer, held)
        present.add(.findingsShared, 70 * 60, by: present.interviewer, [.to: .word("social-worker")])
        writeTo(&present)
        return present
    }

    /// A letter to the child, and the home's report signed off.
    private func writeTo(_ present: inout PresentChild) {
        let letter: Details = [
            .to: .word("child"), .kind: .word("interview-offer"), .how: .word("by-hand"),
            .narrative: .text(
                """
                Dear Devan,

                You can talk with Leila Farah about being away. It is your choice. You say where, and whether somebody comes with you. Leila Farah does not work where you live.
                What you say helps to change things. If you are in danger, we have to act, and we tell you first.

                Leila Farah, 01632 960300
                """),
        ]
        present.add(.letterSent, 110 * 60, by: present.interviewer, letter)
        let manager = Staff.all(.homeManager)[0].actor
        present.add(
            .reportSigned, 60 * 60, by: manager,
            [
                .kind: .word("regulation-40"),
                .signedBy: .text("Sheila Marsh, service manager\nTobias Grant, assistant director"),
            ])
    }

    private func safeAndWellDue() -> PresentChild {
        missing(invented(9, "Mia", "Lockwood", "female", "WBRI", age: 13, home: nil), 9 * 60, 3 * 60)
    }

    private func interviewOverdue() -> PresentChild {
        var present = missing(invented(10, "Tesfalem", "Woldu", "male", "BAFR", age: 17, home: 5), 110 * 60, 95 * 60)
        checkSafeAndWell(&present, 90 * 60)
        let tried: Details = [.how: .word("phone"), .result: .text("No answer; a message was left with the home.")]
        present.add(.interviewContacted, 70 * 60, by: present.interviewer, tried)
        return present
    }

    private func meetingDue() -> PresentChild {
        var present = missing(
            invented(11, "Sumaiya", "Chowdhury", "female", "ABAN", age: 16, home: 1), 106 * 60, 22 * 60)
        checkSafeAndWell(&present, 20 * 60)
        let agenda: Details = [.kind: .word("panel"), .at: .time(.at(now + .days(6)))]
        present.add(.placedOnAgenda, 18 * 60, by: Staff.all(.missingCoordinator)[0].actor, agenda)
        let meeting: Details = [.kind: .word("strategy-meeting"), .at: .time(.at(now + .hours(19)))]
        present.add(.meetingArranged, 30 * 60, by: present.worker, meeting)
        return present
    }

    /// A child who went missing and came back, minutes ago, with everything in between.
    func missing(_ child: InventedChild, _ since: Int, _ until: Int) -> PresentChild {
        var present = PresentChild(child, now: now, knownForDays: 200, seed: seed)
        let story: Details = [
            .lastSeenAt: .text(present.random.pick(Wording.lastSeen)),
            .circumstances: .text(present.random.pick(Wording.circumstances)),
        ]
        present.report(since: since, at: since - 40, story)
        present.classify(.missing, since - 70, present.random.pick(Wording.missing))
        present.grade(.medium, since - 76, present.random.pick(Wording.gradedMedium))
        if child.care != nil { present.tell("social-worker", since - 80, by: present.carer) }
        present.comeBack(until, how: "by-themselves")
        return present
    }

    func checkSafeAndWell(_ present: inout PresentChild, _ minutesAgo: Int) {
        present.add(.safeAndWellChecked, minutesAgo, by: present.officer, Wording.safeAndWell(&present.random))
    }
}
