// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `A passage that names somebody else` {
    private static let record: State = {
        var state = State()
        let time = at("2015-01-05T09:00")
        let events: [(UInt32?, EventWord, Details)] = [
            (1, .childRegistered, [.name: .text("Kezia Adams"), .postcode: .word("EM4 7QT")]),
            (2, .childRegistered, [.name: .text("Núria Vélez")]),
            (3, .childRegistered, [.name: .text("Will Brown")]),
            (
                nil, .agencyAdded,
                [.agency: .word("larch"), .name: .text("Larch House"), .kind: .word("childrens-home")]
            ),
            (
                nil, .workerAdded,
                [
                    .worker: .word("priya"), .name: .text("Priya Shah"), .role: .word("social-worker"),
                    .agency: .word("larch"),
                ]
            ),
            (1, .meetingHeld, [.kind: .word("strategy-meeting"), .withChildren: .numbers([2])]),
        ]
        for (child, word, details) in events {
            state.apply(
                Event(
                    word, child: child.map(ChildID.init(number:)), occurredAt: .at(time), recordedAt: time,
                    by: Actor(role: .socialWorker), details: details), at: state.position.next)
        }
        return state
    }()

    private static func found(_ text: String) -> [String] {
        guard let child = record.child(ChildID(number: 1)) else { return [] }
        let finder = PassageFinder(for: child, in: record, told: ["Maria Adams, mother"])
        return finder.findings(in: text).map { "\($0.kind.rawValue): \($0.words)" }
    }

    private func check(_ text: String, _ findings: [String], _ place: SourceLocation = #_sourceLocation) {
        #expect(Self.found(text) == findings, sourceLocation: place)
    }

    @Test func `shows another child of the record by their whole name`() {
        check("She went with Núria Vélez to town.", ["other-child: Núria Vélez"])
    }

    @Test func `does not take the program's own words before a colon for a name, and looks at what follows`() throws {
        let child = try #require(Self.record.child(ChildID(number: 1)))
        let finder = PassageFinder(for: child, in: Self.record, told: [])
        let text = "Recorded by: Danny Price.\nResponsible authority: Danny\nSex: female\nDanny: I went."
        let labels: Set<String> = ["Recorded by", "Responsible authority", "Sex"]
        let found = finder.findings(in: text, beside: labels).map(\.words)
        #expect(found == ["Danny Price", "Danny"])
        #expect(finder.findings(in: text).map(\.words).contains("Responsible"))
    }

    @Test func `finds a name written without its accents, and in capitals`() {
        check("seen with nuria velez and NURIA VELEZ", ["other-child: nuria velez", "other-child: NURIA VELEZ"])
    }

    @Test func `finds a child whom the record links by their forename alone`() {
        check("she says nuria paid", ["other-child: nuria"])
    }

    @Test func `does not take a plain word for a name unless it is written as one`() {
        check("she will come back", [])
        check("She was with Will, and Will paid.", ["name: Will"])
    }

    @Test func `leaves the child's own name, postcode and everyday words`() {
        check("Kezia Adams went out. She was back at EM4 7QT on Monday. Police came.", [])
    }

    @Test func `tells somebody else of the same surname from the child`() {
        check("Maria Adams rang.", ["person: Maria Adams"])
    }

    @Test func `tells workers and agencies from other people`() {
        check(
            "Priya Shah of Larch House rang Danny Price.",
            ["worker: Priya Shah", "agency: Larch House", "name: Danny Price"])
    }

    @Test func `finds ways to reach somebody`() {
        check(
            "Ring 07700 900123 or dan@example.org, he lives at 12 Mill Lane, EM1 2AB; on snap @dan.the.man",
            [
                "phone: 07700 900123", "email: dan@example.org", "address: 12 Mill Lane", "postcode: EM1 2AB",
                "email: @dan.the.man",
            ])
    }

    @Test func `is given with boxes in place of the words, and without the words themselves`() {
        let text = "Núria and NÚRIA VÉLEZ rang 07700 900123; Núria cried."
        let findings = Self.record.child(ChildID(number: 1)).map {
            PassageFinder(for: $0, in: Self.record, told: []).findings(in: text)
        }
        let given = RedactedText(text, without: (findings ?? []).map(\.words), findings: findings ?? [])
        #expect(
            given.plain
                == "[blacked out: another child] and [blacked out: another child] rang "
                + "[blacked out: a telephone number]; [blacked out: another child] cried.")
        #expect(given.boxes.count == 4)
    }

    @Test func `is not given while nobody has decided on it`() {
        let passage = Passage(
            position: Position(4), key: .narrative, heading: "A note", text: "With Danny Price.", word: .noteAdded)
        let finder = PassageFinder(for: Child(id: ChildID(number: 1)), in: State(), told: [])
        let open = AccessReview([passage], finder: finder, decisions: [:])
        #expect(!open.isComplete)
        #expect(open.items[0].given == nil)
        let done = AccessReview(
            [passage], finder: finder,
            decisions: [
                passage.id: PassageDecision(outcome: .blackOut, blackedOut: ["Danny Price"], exemption: .thirdParty)
            ])
        #expect(done.isComplete)
        #expect(done.items[0].given?.plain == "With [blacked out: a name].")
        #expect(done.heldBack.map(\.boxes) == [1])
    }

    @Test func `refuses words that do not stand in it, and a box without a ground`() {
        let passage = Passage(position: Position(4), key: .narrative, heading: "", text: "Danny.", word: .noteAdded)
        let decision = PassageDecision(outcome: .blackOut, blackedOut: ["Donny"])
        #expect(decision.faults(for: passage) == [.groundIsLacking, .wordsAreNotThere("Donny")])
        #expect(PassageDecision(outcome: .withhold).faults(for: passage) == [.groundIsLacking])
    }
}

@Suite struct `A request for one's own record` {
    private static let calendar: WorkingCalendar = {
        let newYear = CivilDate(year: 2026, month: 1, day: 1)
        let end = CivilDate(year: 2026, month: 12, day: 31)
        guard let newYear, let end else { preconditionFailure("dates of a calendar") }
        return WorkingCalendar(
            bankHolidays: BankHolidays(holidays: [newYear: "New Year"], publishedThrough: end, source: "the test"))
    }()

    private func check(
        _ start: String, _ due: String, isExtended: Bool = false, _ place: SourceLocation = #_sourceLocation
    ) throws {
        let last = AnswerDue.lastDay(
            from: try TimeText.date(start), isExtended: isExtended, calendar: Self.calendar)
        #expect(TimeText.write(last) == due, sourceLocation: place)
    }

    @Test func `is due on the same date of the next month`() throws { try check("2025-09-03", "2025-10-03") }
    @Test func `is due on the last day of a shorter month`() throws { try check("2024-01-31", "2024-02-29") }
    @Test func `is due on the next working day after a weekend`() throws { try check("2025-10-15", "2025-11-17") }
    @Test func `is due after a bank holiday`() throws { try check("2025-12-01", "2026-01-02") }
    @Test func `is due after three months where it is complex`() throws {
        try check("2025-11-30", "2026-03-02", isExtended: true)
    }
}
