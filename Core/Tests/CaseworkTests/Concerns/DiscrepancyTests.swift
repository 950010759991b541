// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `Accounts of one episode` {
    private static func record(_ first: UncertainTime, _ second: UncertainTime) throws -> TestRecord {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        try record.does(
            .reported, "2015-06-05T23:40", [.missingSince: .time(first), .from: .word("larch-house")], .carer)
        try record.does(
            .accountReceived, "2015-06-06T09:00",
            [.agency: .word("eastmoor-police"), .missingSince: .time(second)], .callHandler)
        return record
    }

    private static func differences(_ record: TestRecord) throws -> Discrepancies {
        Discrepancies(of: try #require(record.state.episode(EpisodeID(number: 1))))
    }

    @Test func `differ where their times cannot both be so`() throws {
        let record = try Self.record(.at(at("2015-06-05T22:10")), .at(at("2015-06-05T21:00")))
        let found = try Self.differences(record)
        #expect(found.accounts.count == 2)
        #expect(found.open.map(\.key) == [.missingSince])
        #expect(found.open.first?.said.map(\.account.source) == ["carer", "eastmoor-police"])
    }

    @Test func `agree where one says about, between, or the day`() throws {
        let ten = UncertainTime.at(at("2015-06-05T22:10"))
        let others: [UncertainTime] = [
            .about(at("2015-06-05T22:00")), .between(at("2015-06-05T21:00"), at("2015-06-05T23:00")),
            .on(London.date(of: at("2015-06-05T12:00"))),
        ]
        for other in others { #expect(try Self.differences(Self.record(ten, other)).differences.isEmpty) }
    }

    @Test func `are settled with a reason, and figures take what was settled`() throws {
        var record = try Self.record(.at(at("2015-06-05T22:10")), .at(at("2015-06-05T21:00")))
        #expect(record.facts?.start == at("2015-06-05T21:00"))
        try record.does(
            .accountSettled, "2015-06-06T10:00",
            [.rationale: .text("The log says so."), .missingSince: .time(.at(at("2015-06-05T22:10")))],
            .missingCoordinator)
        #expect(try Self.differences(record).open.isEmpty)
        #expect(try Self.differences(record).differences.first?.settled?.by == .missingCoordinator)
        #expect(record.facts?.start == at("2015-06-05T22:10"))
    }

    @Test func `are open again when another account differs`() throws {
        var record = try Self.record(.at(at("2015-06-05T22:10")), .at(at("2015-06-05T21:00")))
        try record.does(
            .accountSettled, "2015-06-06T10:00",
            [.rationale: .text("R."), .missingSince: .time(.at(at("2015-06-05T22:10")))], .socialWorker)
        try record.does(
            .accountReceived, "2015-06-06T11:00",
            [.agency: .word("hill-school"), .missingSince: .time(.at(at("2015-06-05T15:30")))], .school)
        #expect(try Self.differences(record).open.map(\.key) == [.missingSince])
    }

    @Test func `leave the care kind to those who care for the child`() throws {
        var record = try Self.record(.at(at("2015-06-05T22:10")), .at(at("2015-06-05T22:10")))
        try record.does(
            .accountReceived, "2015-06-06T11:00",
            [.agency: .word("hill-school"), .kind: .word("unreported")], .school)
        #expect(record.facts?.careKind == .missingFromCare)
    }

    @Test func `differ on who was told, and on when the child came back`() throws {
        var record = try Self.record(.at(at("2015-06-05T22:10")), .at(at("2015-06-05T22:10")))
        try record.does(.returned, "2015-06-06T12:00", [:], .carer)
        try record.does(
            .accountReceived, "2015-06-06T13:00",
            [.agency: .word("eastmoor-police"), .until: .time(.at(at("2015-06-06T08:00")))], .callHandler)
        #expect(try Self.differences(record).open.map(\.key) == [.until])
        try record.does(
            .accountSettled, "2015-06-06T14:00", [.rationale: .text("R."), .settles: .words(["until"])],
            .socialWorker)
        #expect(try Self.differences(record).open.isEmpty)
    }
}

@Suite struct `The record as it was known` {
    @Test func `shows apart what was learnt later, and what was put right since`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        try record.does(.reported, "2015-06-05T22:32", [:], .carer)
        try record.does(.noteAdded, "2015-06-05T23:00", [.narrative: .text("A note.")], .carer)
        let note = Int(record.state.position.number)
        try record.submit(
            Act(
                .sighted, .episode(EpisodeID(number: 1)), occurredAt: .at(at("2015-06-05T22:50")),
                details: [.found: .text("The station")]), by: .attendingOfficer, recordedAt: at("2015-06-06T09:00"))
        try record.does(
            .corrected, "2015-06-06T10:00",
            [.what: .number(note), .reason: .text("Another child's."), .withdrawn: .flag(true)], .socialWorker)
        let asked = at("2015-06-05T23:30")
        let known = AsKnown(
            child: record.state.child(ChildID(number: 1)), episodes: Array(record.state.episodes.values), at: asked)
        #expect(known.known.map(\.mark.word) == [.childRegistered, .reported, .noteAdded])
        #expect(known.known.last?.since == .correctedLater(at("2015-06-06T10:00")))
        #expect(known.learntLater.map(\.mark.word) == [.sighted])
        #expect(known.afterwards == 1)
    }
}
