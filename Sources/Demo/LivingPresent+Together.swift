// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension LivingPresent {
    /// Three children went together and one is back: each has an episode of their own. One is placed by Northvale.
    func awayTogether() -> [PresentChild] {
        let ruby = invented(15, "Ruby", "Castell", "female", "WBRI", age: 14, home: 1)
        let jade = invented(16, "Jade", "Okafor", "female", "BAFR", age: 15, home: 1)
        var tyler = invented(17, "Tyler", "Bain", "male", "WBRI", age: 15, home: 4)
        tyler.responsible = Eastmoor.northvale
        tyler.socialWorker = Staff.all(.socialWorker, of: Eastmoor.northvale)[0]
        let children = [ruby, jade, tyler]
        return children.enumerated().map { place, child in
            var present = PresentChild(child, now: now, knownForDays: 150, seed: seed)
            let company = children.map(\.index).filter { $0 != child.index }
            present.add(
                .reported, 200 - place, by: present.carer,
                [
                    .missingSince: .time(.about(present.ago(260))), .from: .word(child.care?.place.name ?? "home"),
                    .to: .word("police"), .lastSeenAt: .text("By the swings with the two others"),
                    .circumstances: .text("They had talked of a party for days. Went while tea was being cleared."),
                ])
            present.classify(.missing, 180 - place, "Three together, one with known exploitation; nobody has heard.")
            present.grade(place == 1 ? .high : .medium, 176 - place, "Together, and heading for an address of concern.")
            present.add(
                .wentTogether, 150 - place, by: present.worker,
                [.toldBy: .text("The home's manager, and a friend")], refers: .init(company: company))
            present.add(
                .sighted, 95 - place, by: present.officer,
                [.found: .text("Car park behind the Regal cinema"), .confirmed: .flag(true)],
                refers: .init(entries: [.concern: "car-park"], company: company))
            if place == 0 {
                present.comeBack(30, how: "by-themselves")
            } else {
                present.agreeReview(140, dueIn: 45 + place * 10)
            }
            if place == 1 { giveAnotherAccount(&present) }
            return present
        }
    }

    /// The school's account differs from the home's.
    private func giveAnotherAccount(_ present: inout PresentChild) {
        let school = Staff.all(.school)[0].actor
        present.add(
            .accountReceived, 120, by: school,
            [
                .agency: .word("eastmoor-academy"), .missingSince: .time(.at(present.ago(330))),
                .lastSeen: .time(.at(present.ago(335))), .from: .word("eastmoor-academy"), .to: .word("parents"),
                .rationale: .text("She was not in the last lesson. We rang her mother, who is not who she lives with."),
            ])
    }

    /// A boy of seventeen with nowhere to stay, found last night and taken into police protection.
    func inPoliceProtection() -> PresentChild {
        var child = invented(18, "Leon", "Hartnoll", "male", "MWBC", age: 17, home: nil)
        child.risks = ["homelessness"]
        var present = PresentChild(child, now: now, knownForDays: 9, seed: seed)
        present.report(
            since: 75 * 60, at: 70 * 60,
            [
                .lastSeenAt: .text("Leaving after an argument, with one bag"),
                .circumstances: .text("His mother says he cannot come back. He has been on friends’ sofas."),
            ])
        present.classify(.missing, 69 * 60, "Seventeen, no money, nobody knows where he sleeps.")
        present.grade(.medium, 69 * 60 - 5, "Cold nights, and adults at the address he was last at.")
        present.add(
            .located, 31 * 60, by: present.officer,
            [.found: .text("Flat 4, 27 Canal Court"), .confirmed: .flag(true)],
            refers: .init(entries: [.concern: "flat"]))
        present.add(
            .policeProtectionStarted, 30 * 60, by: present.officer,
            [
                .place: .word("eastmoor-police"),
                .reason: .text("Adults there had been drinking with children since noon."),
            ])
        checkSafeAndWell(&present, 29 * 60)
        present.add(
            .riskAssessmentUpdated, 26 * 60, by: present.worker,
            [.kind: .word("needs"), .result: .text("In need of somewhere to live, and of support with money.")])
        return present
    }

    /// A girl was away for two nights, and nobody told police.
    func neverReported() -> PresentChild {
        let child = invented(19, "Hana", "Suleiman", "female", "BSOM", age: 15, home: nil)
        var present = PresentChild(child, now: now, knownForDays: 6, seed: seed)
        let school = Staff.all(.school)[0].actor
        present.add(
            .reported, 28 * 60, by: school,
            [
                .kind: .word(CareKind.unreported.rawValue), .to: .word("social-worker"),
                .missingSince: .time(.on(London.date(of: present.ago(96 * 60)))),
                .rationale: .text("She told her tutor on coming back. The family had looked for her themselves."),
            ])
        present.add(.returned, 28 * 60 - 1, by: school, [.to: .word("home"), .how: .word("by-themselves")])
        return present
    }

    /// Nearly two years ago: what was known then was less than what the record says now.
    func reviewedLater() -> PresentChild {
        var child = invented(60, "Amber", "Quayle", "female", "WBRI", age: 17, home: 3)
        child.risks = ["sexual-exploitation"]
        var present = PresentChild(child, now: now, knownForDays: 715, seed: seed)
        let day = 24 * 60
        let start = 700 * day
        let story: Details = [
            .lastSeenAt: .text("At the corner shop"), .lastSeen: .time(.at(present.ago(start + 30))),
            .circumstances: .text("Said she was going for milk."),
        ]
        present.report(since: start, at: start - 65, story)
        present.classify(.missing, start - 100, "Fifteen then, not answering.")
        present.grade(.medium, start - 110, "No harm known at this time.")
        present.tell("social-worker", start - 130, by: present.carer)
        present.add(
            .sighted, start - 240, by: present.officer,
            [.found: .text("Bay Hotel, Station Road"), .foundWith: .text("A woman of about forty")],
            recordedAgo: start - 4 * day)
        present.add(
            .noteAdded, start - 300, by: present.carer,
            [.narrative: .text("A friend rang: she is fine and with family.")])
        present.comeBack(start - 2_000, how: "by-themselves")
        present.add(
            .safeAndWellChecked, start - 2_400, by: present.officer,
            [.harm: .words(["none-known"]), .whereTheyWere: .text("With a friend, she said")])
        present.add(
            .interviewHeld, start - 5 * day, by: present.interviewer,
            [
                .alone: .flag(true), .independent: .flag(true), .harm: .words(["sexually-exploited"]),
                .whereTheyWere: .text("A hotel by the station"), .whoWith: .text("A woman who paid for the room"),
                .reasons: .text("“She said she would look after me.”"),
            ])
        present.add(
            .findingsShared, start - 5 * day - 60, by: present.interviewer, [.to: .word("social-worker")])
        present.add(.closed, start - 30 * day, by: present.worker, [.outcome: .word("returned-harmed")])
        present.script.turn(to: nil)
        present.add(
            .tiedToConcern, start - 2_000, by: coordinatorOfReview,
            [
                .kind: .word("found-there"), .confidence: .word("likely"),
                .toldBy: .text("The interview, read again a year later"),
            ], recordedAgo: 190 * day, refers: .init(entries: [.concern: "hotel"], inEpisode: 0))
        return present
    }

    private var coordinatorOfReview: Actor { Staff.all(.missingCoordinator)[0].actor }
}
