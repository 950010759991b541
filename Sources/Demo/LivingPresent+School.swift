// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Pupils who do not come to school, one at each step of a case, and one who was there and is gone.
extension LivingPresent {
    /// The places of those whose duties are told by hand, so that each step has something owed.
    static let toldByHand = 40...49

    func pupils() -> [PresentChild] {
        [
            firstDay(), thirdDay(), secondWeek(), fourthWeek(), beyondFourWeeks(), onLeave(), traced(),
            referredAtOnce(),
            goneInTheDay(),
        ]
    }

    private var school: Actor { Staff.all(.school)[0].actor }
    private var welfare: Actor { Staff.all(.educationWelfare)[0].actor }
    private var tracing: Actor { Staff.all(.cmeOfficer)[0].actor }

    private func pupil(
        _ place: Int, _ forename: String, _ surname: String, _ sex: String, _ ethnicity: String, age: Int
    ) -> PresentChild {
        var child = invented(place, forename, surname, sex, ethnicity, age: age, home: nil)
        child.born = London.date(of: now).adding(days: -age * 365 - 120 - place)
        child.school = Staff.all(.school)[0].agency.name
        child.hasPenPicture = false
        return PresentChild(child, now: now, knownForDays: 200, seed: seed)
    }

    /// The last morning of a weekday that was so many days ago, or some days before.
    private func morning(_ daysAgo: Int, hour: Int = 9, minute: Int = 30) -> Instant {
        var date = London.date(of: now).adding(days: -daysAgo)
        while date.isWeekend || now < time(date, hour, minute) { date = date.previous }
        return time(date, hour, minute)
    }

    private func time(_ date: CivilDate, _ hour: Int, _ minute: Int) -> Instant {
        London.startOfDay(date) + .hours(hour) + .minutes(minute)
    }

    private func note(_ present: inout PresentChild, _ first: Instant) {
        present.note(
            .absenceNoted, first, by: school, [.since: .date(London.date(of: first)), .kind: .word("all-day")])
    }

    private func ask(
        _ present: inout PresentChild, _ kind: EnquiryKind, _ instant: Instant, by actor: Actor, _ said: String?
    ) {
        var details: Details = [
            .kind: .word(kind.rawValue), .outcome: .word(said == nil ? "no-answer" : "answered"),
        ]
        if let said { details[.result] = .text(said) }
        present.note(.enquiryMade, instant, by: actor, details)
    }

    private func weigh(_ present: inout PresentChild, _ instant: Instant, holding: [ImmediateCircumstance] = []) {
        var details: Details = [
            .kind: .word("seven-circumstances"), .outcome: .word(holding.isEmpty ? "enquire" : "refer"),
        ]
        if !holding.isEmpty { details[.items] = .words(holding.map(\.rawValue)) }
        present.note(.vulnerabilityAssessed, instant, by: school, details)
    }

    private func refer(_ present: inout PresentChild, to whom: String, _ instant: Instant, by actor: Actor) {
        present.note(
            .referred, instant, by: actor, [.to: .word(whom), .reason: .text("Not at school, and not settled.")])
    }

    /// Nobody reached the parents: the team manager set that duty aside, since the others go on.
    private func setContactAside(_ present: inout PresentChild, _ instant: Instant) {
        present.note(
            .waived, instant, by: Staff.all(.teamManager)[0].actor,
            [
                .duty: .word("day-one-contact"),
                .reason: .text("The family has gone: no telephone, no letter and no visit reaches them. We look on."),
            ])
    }

    private func firstDay() -> PresentChild {
        var present = pupil(40, "Maya", "Castell", "female", "MWBC", age: 10)
        let first = morning(0)
        note(&present, first)
        ask(&present, .telephones, min(first + .minutes(25), now), by: school, nil)
        return present
    }

    private func thirdDay() -> PresentChild {
        var present = pupil(41, "Leon", "Pryce", "male", "BCRB", age: 13)
        let first = morning(2)
        note(&present, first)
        let said: Details = [
            .how: .word("phone"),
            .result: .text("His mother thinks he goes to school each morning. She has not asked him."),
        ]
        present.note(.parentsContacted, first + .minutes(40), by: school, said)
        weigh(&present, first + .hours(2))
        ask(
            &present, .friends, first + .hours(5), by: school,
            "Two friends saw him at the retail park with somebody older.")
        return present
    }

    private func secondWeek() -> PresentChild {
        var present = pupil(42, "Amina", "Yusuf", "female", "BAFR", age: 12)
        let first = morning(8)
        note(&present, first)
        ask(&present, .telephones, first + .minutes(30), by: school, nil)
        weigh(&present, first + .hours(1))
        ask(
            &present, .relatives, first + .hours(26), by: school,
            "An aunt says the family are moving; she does not know where to.")
        refer(&present, to: "education-welfare", first + .days(3), by: school)
        present.note(
            .homeVisited, first + .days(5), by: welfare,
            [.result: .text("Nobody in. A neighbour saw a removal van on Thursday.")])
        setContactAside(&present, first + .days(5) + .hours(2))
        return present
    }

    private func fourthWeek() -> PresentChild {
        var present = pupil(43, "Reuben", "Hartley", "male", "WBRI", age: 14)
        let first = morning(22)
        note(&present, first)
        present.note(
            .parentsContacted, first + .minutes(50), by: school,
            [
                .how: .word("phone"),
                .result: .text("His father says he left for school and has not been seen there since."),
            ])
        weigh(&present, first + .hours(1))
        ask(
            &present, .staff, first + .hours(6), by: school,
            "His form tutor thinks he is frightened of somebody outside the gate.")
        refer(&present, to: "education-welfare", first + .days(3), by: school)
        refer(&present, to: "childrens-services", first + .days(10), by: welfare)
        refer(&present, to: "cme-team", first + .days(11), by: school)
        present.note(.homeVisited, first + .days(8), by: welfare, [.result: .text("His father at home; the boy out.")])
        ask(
            &present, .police, first + .days(14), by: tracing,
            "Stopped twice in Westhaven in the last month with two older boys.")
        present.turnAside { present in
            present.report(
                since: 6 * 24 * 60, at: 6 * 24 * 60 - 90,
                [.lastSeenAt: .text("At the bus station"), .circumstances: .text("Did not come home for the night.")])
            present.classify(.missing, 6 * 24 * 60 - 120, "Fourteen, out overnight, whereabouts not known.")
            present.grade(.medium, 6 * 24 * 60 - 130, "Older associates; has come back by himself before.")
            present.comeBack(5 * 24 * 60, how: "by-themselves")
            checkSafeAndWell(&present, 5 * 24 * 60 - 150)
            present.add(.interviewOffered, 4 * 24 * 60, by: present.interviewer, [.how: .word("visit")])
        }
        return present
    }

    private func beyondFourWeeks() -> PresentChild {
        var present = pupil(44, "Sofia", "Marinescu", "female", "WROM", age: 9)
        let first = morning(41)
        note(&present, first)
        ask(&present, .telephones, first + .minutes(20), by: school, nil)
        weigh(&present, first + .hours(1))
        ask(&present, .siblings, first + .hours(5), by: school, "Her brother at Harbour School is gone too.")
        ask(&present, .letter, first + .days(1), by: school, "Came back: gone away.")
        refer(&present, to: "education-welfare", first + .days(3), by: school)
        refer(&present, to: "childrens-services", first + .days(9), by: welfare)
        refer(&present, to: "cme-team", first + .days(11), by: school)
        present.note(
            .homeVisited, first + .days(6), by: welfare, [.result: .text("Empty. Let to others since the first.")])
        setContactAside(&present, first + .days(6) + .hours(1))
        ask(&present, .housing, first + .days(13), by: tracing, "The tenancy ended; no new address.")
        ask(&present, .health, first + .days(15), by: tracing, "The surgery has not heard of a move.")
        ask(&present, .formerAuthority, first + .days(20), by: tracing, "Not known to them since the spring.")
        return present
    }

    private func onLeave() -> PresentChild {
        var present = pupil(45, "Ibrahim", "Khalil", "male", "AOTH", age: 11)
        let until = London.date(of: now).adding(days: 9)
        present.note(
            .leaveAuthorised, morning(5), by: school,
            [.until: .time(.on(until)), .reason: .text("His grandmother's funeral abroad. The head agreed.")])
        return present
    }

    private func traced() -> PresentChild {
        var present = pupil(46, "Callum", "Dyer", "male", "WBRI", age: 12)
        let first = morning(17)
        note(&present, first)
        present.note(
            .parentsContacted, first + .minutes(30), by: school,
            [.how: .word("message"), .result: .text("“We have moved.” No answer to where.")])
        weigh(&present, first + .hours(1))
        refer(&present, to: "education-welfare", first + .days(2), by: school)
        present.note(
            .homeVisited, first + .days(6), by: welfare, [.result: .text("Moved to Northvale, says the landlord.")])
        refer(&present, to: "childrens-services", first + .days(8), by: welfare)
        refer(&present, to: "cme-team", first + .days(10), by: school)
        present.note(
            .pupilTraced, morning(2, hour: 14), by: tracing,
            [.school: .word("northvale-high"), .result: .text("On the roll of Northvale High School since Monday.")])
        return present
    }

    private func referredAtOnce() -> PresentChild {
        var present = pupil(47, "Jade", "Nolan", "female", "WBRI", age: 8)
        let first = morning(1)
        note(&present, first)
        present.note(
            .parentsContacted, first + .minutes(20), by: school,
            [.how: .word("phone"), .result: .text("Her mother says she is with an uncle and hangs up.")])
        weigh(&present, first + .minutes(30), holding: [.section47])
        refer(&present, to: "mash", first + .minutes(45), by: school)
        present.note(.notified, first + .hours(3), by: school, [.to: .word("education-welfare"), .how: .word("phone")])
        return present
    }

    /// Seen in the morning and gone at noon: told by the school, before anybody else knows.
    private func goneInTheDay() -> PresentChild {
        var present = pupil(49, "Amelia", "Stone", "female", "WBRI", age: 13)
        present.add(
            .reported, 35, by: school,
            [
                .missingSince: .time(.about(present.ago(50))), .lastSeen: .time(.about(present.ago(50))),
                .lastSeenAt: .text("By the side gate, at the end of lunch"),
                .from: .word(Staff.all(.school)[0].agency.name),
                .circumstances: .text("Not in the fifth lesson. Bag gone from the cloakroom. The site was searched."),
            ])
        present.add(
            .parentsContacted, 22, by: school, [.how: .word("phone"), .result: .text("Her mother is on her way.")])
        present.add(.parentsAskedToReport, 20, by: school, [.how: .word("phone")])
        return present
    }
}
