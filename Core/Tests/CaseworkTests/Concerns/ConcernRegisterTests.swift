// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `The register of places and people of concern` {
    private static let place: Details = [
        .name: .text("Car park behind the cinema"), .kind: .word("car-park"), .toldBy: .text("Two children"),
        .confidence: .word("possible"), .next: .time(.at(at("2015-09-01T09:00"))),
    ]

    /// A record with a child, one place (entry 3) and one person (entry 4) of concern.
    private static func record() throws -> TestRecord {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        try record.does(.reported, "2015-06-05T22:32", [:], .carer)
        try record.partnership(.placeOfConcernEntered, "2015-06-06T09:00", place)
        try record.partnership(
            .personOfConcernEntered, "2015-06-06T09:05",
            [
                .name: .text("A man called Ray"), .toldBy: .text("A carer"), .confidence: .word("likely"),
                .next: .time(.at(at("2015-07-01T09:00"))),
            ])
        return record
    }

    @Test func `gives an entry the number of the event that entered it, and keeps where it comes from`() throws {
        let entry = try #require(try Self.record().state.concerns[3])
        #expect(entry.kind == .place)
        #expect(entry.details.text(.toldBy) == "Two children")
        #expect(entry.confidence == .possible)
    }

    @Test func `says which entry should have been looked at again, and until when it was put off`() throws {
        var record = try Self.record()
        #expect(record.state.concerns[4]?.isOverdue(at: at("2015-07-02T09:00")) == true)
        try record.partnership(
            .entryOfConcernReviewed, "2015-07-02T10:00",
            [
                .concern: .number(4), .result: .text("Seen again."), .confidence: .word("confirmed"),
                .next: .time(.at(at("2015-10-01T09:00"))),
            ])
        #expect(record.state.concerns[4]?.isOverdue(at: at("2015-07-02T11:00")) == false)
        #expect(record.state.concerns[4]?.confidence == .confirmed)
        #expect(record.state.concerns.asKnown(at: at("2015-07-01T12:00"))[4]?.confidence == .likely)
    }

    @Test func `holds a place restricted until the day that was said`() throws {
        var record = try Self.record()
        try record.partnership(
            .placeRestricted, "2015-06-08T10:00",
            [
                .concern: .number(3), .kind: .word("closure-order"), .reason: .text("Court."),
                .until: .time(.on(London.date(of: at("2015-09-08T12:00")))),
            ])
        #expect(record.state.concerns[3]?.restriction(at: at("2015-09-08T20:00"))?.kind == "closure-order")
        #expect(record.state.concerns[3]?.restriction(at: at("2015-09-09T08:00")) == nil)
        #expect(throws: Refusal.entryIsNotHere(Position(4))) {
            try record.partnership(
                .placeRestricted, "2015-06-08T10:00",
                [.concern: .number(4), .kind: .word("closure-order"), .reason: .text("No place.")])
        }
    }

    @Test func `refuses a tie to an entry that is not there, and a surety that is not one`() throws {
        var record = try Self.record()
        #expect(throws: Refusal.entryIsNotHere(Position(99))) {
            try record.does(
                .tiedToConcern, "2015-06-07T10:00",
                [.concern: .number(99), .kind: .word("went-there"), .confidence: .word("likely")], .socialWorker)
        }
        #expect(throws: Refusal.self) {
            try record.does(
                .tiedToConcern, "2015-06-07T10:00",
                [.concern: .number(3), .kind: .word("went-there"), .confidence: .word("certain")], .socialWorker)
        }
    }

    @Test func `keeps a bed and breakfast out of the places for the night`() throws {
        var record = try Self.record()
        let details: Details = [
            .name: .text("Sea View"), .kind: .word("bed-and-breakfast"), .phones: .text("01"),
            .next: .time(.at(at("2015-09-01T09:00"))),
        ]
        #expect(throws: Refusal.self) { try record.partnership(.emergencyPlaceEntered, "2015-06-07T10:00", details) }
        try record.partnership(
            .emergencyPlaceEntered, "2015-06-07T10:00", details.replacing(with: [.kind: .word("refuge")]))
        let number = Int(record.state.position.number)
        #expect(record.state.emergencyPlaces[number]?.isOpen == true)
        try record.partnership(
            .emergencyPlaceChecked, "2015-06-08T10:00",
            [
                .shelter: .number(number), .outcome: .word("not-suitable"),
                .next: .time(.at(at("2015-07-01T09:00"))),
            ])
        #expect(record.state.emergencyPlaces[number]?.isOpen == false)
    }
}

@Suite struct `Reading the register` {
    @Test(arguments: Role.allCases) func `is for whoever sees exploitation by the area they work for`(role: Role) {
        let expected: Set<Role> = [
            .callHandler, .attendingOfficer, .supervisor, .dutyInspector, .superintendent, .forceIncidentManager,
            .missingCoordinator, .socialWorker, .teamManager, .edt, .mash, .iro, .hostAuthority, .panelChair,
        ]
        #expect(role.readsConcerns == expected.contains(role), "\(role)")
    }

    @Test(arguments: EventWord.allCases.filter(\.isOfConcern)) func `is what everybody may do who writes to it`(
        word: EventWord
    ) {
        for role in Role.allCases where role.mayRecord(word) { #expect(role.readsConcerns, "\(role) \(word)") }
    }

    @Test func `ends at an entry that is kept to others by name`() throws {
        var scene = AccessScene(.policeOfTheArea, .missingCoordinator)
        scene.tell(
            .personOfConcernEntered,
            [
                .name: .text("N."), .toldBy: .text("T."), .confidence: .word("likely"),
                .next: .time(.at(AccessScene.now)),
            ], about: nil)
        let number = Int(scene.state.position.number)
        let before = try #require(scene.state.concerns[number])
        #expect(scene.access(.missingCoordinator).mayRead(before))
        scene.tell(
            .entryOfConcernRestricted,
            [.concern: .number(number), .names: .words(["b.worker"]), .reason: .text("R.")], about: nil)
        let after = try #require(scene.state.concerns[number])
        #expect(!scene.access(.missingCoordinator).mayRead(after))
        let event = try #require(after.records.first?.event)
        #expect(!scene.access(.missingCoordinator).maySee(event))
    }
}

extension TestRecord {
    mutating func partnership(_ word: EventWord, _ time: String, _ details: Details) throws {
        try submit(
            Act(word, .partnership, occurredAt: .at(at(time)), details: details), by: .missingCoordinator,
            recordedAt: at(time))
    }
}
