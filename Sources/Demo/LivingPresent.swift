// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Who is missing, absent, away, or back and still owed something at the moment the demonstration starts.
struct LivingPresent {
    let now: Instant
    let seed: UInt64
    /// The place of the first of these children among the invented ones.
    let firstIndex: Int

    func acts() -> [PlannedAct] {
        [
            missingAtHighRisk(), missingUnaccompanied(), missingFromHome(), missingPlacedByNorthvale(),
            absentReviewSoon(), absentReviewLater(), away(), beingLookedFor(), restricted(), shielded(),
        ].flatMap(\.script.acts) + (backAndOwed() + interviews() + pupils() + acrossBorders()).flatMap(\.script.acts)
            + ofConcern() + writtenTwice()
    }

    private func missingAtHighRisk() -> PresentChild {
        var child = invented(0, "Kezia", "Addo", "female", "BAFR", age: 14, home: 0)
        child.risks = ["sexual-exploitation", "medical"]
        var present = PresentChild(child, now: now, knownForDays: 400, seed: seed)
        startChecks(&present, 84, completed: 70)
        present.report(
            since: 90, at: 66,
            [
                .lastSeenAt: .text("Getting into a silver car at the end of Larch Rise"), .imminentRisk: .flag(true),
                .circumstances: .text("A call came at ten to; she left by the back door. Her inhaler is in her room."),
                .lastSeen: .time(.at(now - .minutes(92))), .belongings: .text("Phone. Inhaler not taken."),
            ])
        present.tell("social-worker", 50, by: present.carer)
        present.classify(.missing, 45, "Exploitation is known and she was collected by car; whereabouts not known.")
        present.grade(.high, 40, "Immediate: contact this week with adults under investigation; asthma, no inhaler.")
        present.agreeReview(36, dueIn: 24)
        return present
    }

    private func missingUnaccompanied() -> PresentChild {
        var child = invented(1, "Văn Nam", "Trần", "male", "OOTH", age: 16, home: 2)
        child.language = "Vietnamese"
        child.bornCertainty = "estimated"
        child.statuses = ["unaccompanied", StatusSpan.subjectToRestriction]
        child.risks = ["trafficking"]
        child.school = nil
        child.care?.since = London.date(of: now - .hours(72))
        var present = PresentChild(child, now: now, knownForDays: 3, seed: seed)
        startChecks(&present, 41 * 60 - 4, completed: 41 * 60 - 22)
        present.report(
            since: 41 * 60, at: 41 * 60 - 27,
            [
                .lastSeenAt: .text("In his room at the night check"), .lastSeen: .time(.at(now - .hours(44))),
                .circumstances: .text(
                    "Arrived in care 31 hours before. Bed not slept in. A new phone was seen with him."),
            ])
        present.tell("social-worker", 40 * 60, by: present.carer)
        present.classify(
            .missing, 40 * 60 - 10, "Missing within two days of arriving alone; treat as a possible victim.")
        present.grade(.high, 40 * 60 - 15, "Trafficking indicators; no contact, no money of his own, no English.")
        present.tell("home-office", 38 * 60, by: present.worker)
        let command = Staff.all(.superintendent)[0].actor
        present.add(
            .examinedByCommand, 37 * 60, by: command, [.result: .text("Ports and the airline told. Team of four.")])
        present.tell("missing-persons-unit", 37 * 60 - 20, by: present.inspector)
        present.add(
            .visited, 30 * 60, by: present.officer,
            [.found: .text("not found"), .result: .text("Nail bar in Westhaven named by another child: closed.")])
        present.agreeReview(130, dueIn: 110)
        return present
    }

    private func missingFromHome() -> PresentChild {
        var child = invented(2, "Jordan", "Marsh", "male", "MWBC", age: 15, home: nil)
        child.hasPenPicture = false
        var present = PresentChild(child, now: now, knownForDays: 1, seed: seed)
        present.report(
            since: 6 * 60, at: 5 * 60,
            [
                .lastSeenAt: .text("Leaving for football practice"), .lastSeen: .time(.at(now - .minutes(362))),
                .circumstances: .text("Did not arrive at practice. His mother has rung everybody she can think of."),
                .intentions: .text("Had said he might see his father"),
            ])
        present.classify(.missing, 280, "Out of character; nobody he knows has seen him.")
        present.grade(.medium, 276, "No known harm; alone, and he does not know the other side of town.")
        present.agreeReview(270, dueIn: 65)
        present.add(
            .transferOffered, 150, by: present.inspector,
            [
                .to: .word(Eastmoor.westhavenForce.name), .agency: .word(Eastmoor.force.name),
                .reason: .text("His father lives in Westhaven, and his phone was last used there."),
            ])
        return present
    }

    private func missingPlacedByNorthvale() -> PresentChild {
        var child = invented(3, "Sky", "Whitlock", "female", "WBRI", age: 13, home: 1)
        child.responsible = Eastmoor.northvale
        child.socialWorker = Staff.all(.socialWorker, of: Eastmoor.northvale)[0]
        var present = PresentChild(child, now: now, knownForDays: 120, seed: seed)
        startChecks(&present, 156, completed: 140)
        present.report(
            since: 160, at: 135,
            [
                .lastSeenAt: .text("In the garden with a phone"),
                .circumstances: .text("Upset after a visit was cancelled. Went out by the side gate."),
            ])
        present.classify(.missing, 110, "Thirteen, new to the area, whereabouts not known.")
        present.grade(.medium, 104, "May be walking towards Northvale; dressed for the weather.")
        present.tell("social-worker", 108, by: present.carer)
        present.agreeReview(100, dueIn: 80)
        return present
    }

    func startChecks(_ present: inout PresentChild, _ minutesAgo: Int, completed: Int?) {
        let place = present.child.care?.place.name ?? "home"
        let deadline = UncertainTime.at(present.ago(minutesAgo) + .minutes(30))
        present.add(.checksStarted, minutesAgo, by: present.carer, [.deadline: .time(deadline), .from: .word(place)])
        guard let completed else { return }
        present.add(
            .checksCompleted, completed, by: present.carer,
            [
                .checked: .words(["rooms", "garden", "phone", "friends"]),
                .result: .text("Not in the building or the grounds. Phone goes to voicemail."),
            ])
    }

    /// A child for one of these parts; `home` is the place of their home in ``Eastmoor/homes``, nil for a family home.
    func invented(
        _ place: Int, _ forename: String, _ surname: String, _ sex: String, _ ethnicity: String, age: Int, home: Int?
    ) -> InventedChild {
        let today = London.date(of: now)
        var child = InventedChild(
            index: firstIndex + place, forename: forename, surname: surname, sex: sex, ethnicity: ethnicity,
            language: "English", born: today.adding(days: -age * 365 - 97 - place * 11), responsible: Eastmoor.eastmoor,
            homePostcode: "EM\(1 + place % 4) \(1 + place % 9)QW", school: Eastmoor.schools[place % 3],
            socialWorker: Staff.all(.socialWorker, of: Eastmoor.eastmoor)[place % 2], hasPenPicture: true
        )
        if let home {
            let (id, host, postcode) = Eastmoor.homes[home]
            child.care = InventedChild.Care(
                kind: "childrens-home", place: id, host: host, postcode: postcode, since: today.adding(days: -230),
                legalStatus: "C2"
            )
        }
        return child
    }
}
