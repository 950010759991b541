// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension LivingPresent {
    /// The register of places and people of concern with what ties children to it, three who went together, police
    /// protection, an episode that nobody reported, and an old case that a review looks into.
    func ofConcern() -> [PlannedAct] {
        register() + ties()
            + (awayTogether() + [inPoliceProtection(), neverReported(), reviewedLater()]).flatMap(\.script.acts)
    }

    private var coordinator: Actor { Staff.all(.missingCoordinator)[0].actor }
    private var worker: Actor { Staff.all(.socialWorker, of: Eastmoor.eastmoor)[0].actor }
    private var manager: Staff { Staff.all(.teamManager, of: Eastmoor.eastmoor)[0] }

    /// An act of the partnership, so many days ago.
    private func entry(
        _ word: EventWord, _ daysAgo: Int, by actor: Actor, _ details: Details,
        _ refers: PlannedAct.References = PlannedAct.References()
    ) -> PlannedAct {
        let instant = now - .days(daysAgo)
        return PlannedAct(
            child: -1, episode: nil, word: word, occurredAt: .at(instant), recordedAt: instant, actor: actor,
            details: details, refers: refers)
    }

    private func place(
        _ name: String, _ called: String, _ kind: String, _ daysAgo: Int, _ confidence: Confidence, reviewIn days: Int,
        _ told: String, _ why: String
    ) -> PlannedAct {
        entry(
            .placeOfConcernEntered, daysAgo, by: coordinator,
            [
                .name: .text(called), .kind: .word(kind), .toldBy: .text(told), .rationale: .text(why),
                .confidence: .word(confidence.rawValue), .next: .time(.at(now + .days(days))),
                .postcode: .word("EM2 \(1 + daysAgo % 8)QD"),
            ], PlannedAct.References(enters: name))
    }

    private func person(
        _ name: String, _ called: String, _ kind: String, _ daysAgo: Int, _ confidence: Confidence, reviewIn days: Int,
        _ told: String, _ described: String
    ) -> PlannedAct {
        entry(
            .personOfConcernEntered, daysAgo, by: coordinator,
            [
                .name: .text(called), .kind: .word(kind), .toldBy: .text(told), .description: .text(described),
                .confidence: .word(confidence.rawValue), .next: .time(.at(now + .days(days))),
            ], PlannedAct.References(enters: name))
    }

    private func register() -> [PlannedAct] {
        [
            place(
                "car-park", "Car park behind the Regal cinema", "car-park", 160, .confirmed, reviewIn: 40,
                "Night officers, and three children on their return",
                "Cars wait there after ten; drinks are handed round."),
            place(
                "flat", "Flat 4, 27 Canal Court", "address", 120, .likely, reviewIn: 12,
                "A neighbour, and a return interview",
                "Children come and go at night; the door is answered by an adult."),
            place(
                "hotel", "Bay Hotel, Station Road", "hotel", 210, .confirmed, reviewIn: 75,
                "The night porter rang police", "Rooms paid for in cash by adults with children who were not theirs."),
            place(
                "takeaway", "Blue Lamp takeaway", "takeaway", 90, .possible, reviewIn: -9,
                "A carer at Ash Lodge", "Food is given away to children after school; one was offered a lift."),
            place(
                "station", "Bus station, bay 9", "station", 300, .doubtful, reviewIn: -41,
                "An anonymous call", "Said once that children are met there on Fridays."),
            person(
                "ray", "A man called Ray", "adult-unrelated", 118, .likely, reviewIn: 9,
                "Two children, independently", "About thirty, silver saloon, never seen without a blue cap."),
            person(
                "deanna", "Deanna Pike", "adult-unrelated", 200, .confirmed, reviewIn: 60,
                "The hotel's register", "Books rooms; known to police in Northvale."),
            person(
                "online", "“kit_19”, on a game", "online-contact", 60, .possible, reviewIn: -3,
                "A mother, from her daughter’s tablet", "Sends credits and asks for pictures; age not known."),
            person(
                "kept", "Somebody whom a neighbour fears", "adult-unrelated", 45, .possible, reviewIn: 30,
                "Someone who may be in danger if it were known", "Held by two people only."),
            entry(
                .entriesOfConcernLinked, 110, by: coordinator,
                [.toldBy: .text("The neighbour"), .confidence: .word("likely")],
                .init(entries: [.concern: "ray", .what: "flat"])),
            entry(
                .entriesOfConcernLinked, 190, by: coordinator,
                [.toldBy: .text("The night porter"), .confidence: .word("confirmed")],
                .init(entries: [.concern: "deanna", .what: "hotel"])),
            entry(
                .placeRestricted, 30, by: manager.actor,
                [
                    .kind: .word("licence-condition"), .until: .time(.at(now + .days(150))),
                    .reason: .text("No room is let to an adult with a child without proof of who they are."),
                ], .init(entries: [.concern: "hotel"])),
            entry(
                .entryOfConcernReviewed, 20, by: coordinator,
                [
                    .result: .text("Patrols saw two of the cars again."), .confidence: .word("confirmed"),
                    .next: .time(.at(now + .days(40))),
                ], .init(entries: [.concern: "car-park"])),
            entry(
                .entryOfConcernRestricted, 44, by: coordinator,
                [
                    .names: .words([Staff.all(.missingCoordinator)[0].id, manager.id]),
                    .reason: .text("Whoever told us would be known by it."),
                ], .init(entries: [.concern: "kept"])),
        ] + disruption() + emergencyPlaces()
    }

    /// What is planned against a hotel and a man, and how far it is.
    private func disruption() -> [PlannedAct] {
        let lines: [(String, PlanLine.Goal, String, String, Int, String?)] = [
            (
                "hotel", .pursue, "Ask for the licence to be reviewed.", "licensing officer", -6,
                "The hearing is set down; the porter gives a statement."
            ),
            (
                "hotel", .protect, "Night staff ring police at once when an adult books in with a child.",
                "neighbourhood officer", 20, "Two evenings of training held."
            ),
            ("ray", .pursue, "Find out who he is by the car and the cap.", "imogen.hart", 14, nil),
        ]
        return lines.enumerated().flatMap { place, line -> [PlannedAct] in
            let (entry, goal, what, owner, due, result) = line
            let date = London.date(of: now).adding(days: due)
            var written = self.entry(
                .planLineWritten, 40, by: coordinator,
                [
                    .kind: .word(PlanLine.Kind.disruption.rawValue), .goal: .word(goal.rawValue), .action: .text(what),
                    .owner: .word(owner), .due: .time(.on(date)),
                ], .init(entries: [.what: entry]))
            written.names = -300 - place
            guard let result else { return [written] }
            let said: Details = [
                .line: .number(-300 - place), .outcome: .word(PlanLine.Progress.underWay.rawValue),
                .result: .text(result),
            ]
            return [written, self.entry(.planLineProgressed, 8, by: coordinator, said)]
        }
    }

    private func emergencyPlaces() -> [PlannedAct] {
        let places: [(String, String, String, String, String?)] = [
            (
                "Linden emergency foster home", "emergency-foster-home", "01632 960411",
                "Two children, any age, any hour.", "suitable"
            ),
            (
                "The Nightstop hosts", "supported-lodgings", "01632 960412",
                "16 and 17; ring before eleven where you can.", "suitable-with-conditions"
            ),
            (
                "Mercer Street refuge", "refuge", "01632 960413",
                "Girls of 16 and 17. The address is given on the phone.", nil
            ),
        ]
        return places.enumerated().flatMap { number, place -> [PlannedAct] in
            let (name, kind, phones, said, outcome) = place
            let entered = entry(
                .emergencyPlaceEntered, 200 - number, by: worker,
                [
                    .name: .text(name), .kind: .word(kind), .phones: .text(phones), .description: .text(said),
                    .next: .time(.at(now - .days(20))),
                ], .init(enters: "stay-\(number)"))
            guard let outcome else { return [entered] }
            let checked = entry(
                .emergencyPlaceChecked, 25, by: worker,
                [
                    .outcome: .word(outcome), .next: .time(.at(now + .days(66))),
                    .result: .text("Visited; records seen."),
                ],
                .init(entries: [.shelter: "stay-\(number)"]))
            return [entered, checked]
        }
    }

    /// What ties children who are told of elsewhere here to the register.
    private func ties() -> [PlannedAct] {
        let all: [(Int, String, Tie.Kind, Confidence, Int)] = [
            (0, "ray", .pickedUpBy, .likely, 40), (0, "car-park", .seenThere, .confirmed, 41),
            (3, "online", .inTouchWith, .possible, 20), (7, "car-park", .wentThere, .likely, 2),
            (7, "ray", .gaveThings, .possible, 2), (8, "takeaway", .wentThere, .possible, 4),
            (11, "flat", .sleptThere, .confirmed, 1), (11, "deanna", .wasWith, .confirmed, 60),
            (11, "hotel", .foundThere, .confirmed, 60), (10, "station", .seenThere, .doubtful, 5),
        ]
        let tied = all.map { child, name, kind, confidence, days -> PlannedAct in
            let instant = now - .days(days)
            let told = kind == .foundThere || kind == .seenThere ? "An officer" : "The child, to a carer"
            return PlannedAct(
                child: firstIndex + child, episode: nil, word: .tiedToConcern, occurredAt: .at(instant),
                recordedAt: instant + .minutes(50), actor: worker,
                details: [
                    .kind: .word(kind.rawValue), .confidence: .word(confidence.rawValue), .toldBy: .text(told),
                ], refers: .init(entries: [.concern: name]))
        }
        return tied + notices()
    }

    private func notices() -> [PlannedAct] {
        let asked = PlannedAct(
            child: firstIndex + 11, episode: nil, word: .harbouringNoticeAsked, occurredAt: .at(now - .days(58)),
            recordedAt: now - .days(58), actor: worker,
            details: [.reason: .text("She was found in a room that Deanna Pike had booked.")],
            refers: .init(entries: [.concern: "deanna"]))
        let served = PlannedAct(
            child: firstIndex + 11, episode: nil, word: .harbouringNoticeServed, occurredAt: .at(now - .days(55)),
            recordedAt: now - .days(55), actor: Staff.all(.attendingOfficer)[0].actor,
            details: [.until: .time(.at(now + .days(310))), .agency: .word(Eastmoor.force.name)],
            refers: .init(entries: [.concern: "deanna"]))
        return [asked, served]
    }
}
