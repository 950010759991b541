// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `One child's episode` {
    @Test func `runs from the report to a safe return`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        try record.does(.checksStarted, "2015-06-05T22:10", [.deadline: .time(.at(at("2015-06-05T22:30")))], .carer)
        #expect(record.facts?.stage == .checking)
        #expect(record.facts?.start == nil)
        try record.does(
            .reported, "2015-06-05T22:32", [.missingSince: .time(.at(at("2015-06-05T22:10"))), .to: .word("police")],
            .carer
        )
        #expect(record.facts?.start == at("2015-06-05T22:10"))
        #expect(record.facts?.careKind == .missingFromCare)
        #expect(record.facts?.category == .unclassified)
        try record.does(
            .classified, "2015-06-05T23:02", [.as: .word("missing"), .rationale: .text("Out of character")],
            .dutyInspector)
        #expect(record.facts?.category == .missing)
        try record.does(.located, "2015-06-06T04:00", [:], .attendingOfficer)
        #expect(record.facts?.careKind == .awayWithoutAuthorisation)
        try record.does(.returned, "2015-06-06T05:00", [:], .carer)
        #expect(record.facts?.stage == .returned)
        try record.does(.closed, "2015-06-09T05:00", [:], .socialWorker)
        #expect(record.state.unclosed.isEmpty)
    }

    @Test func `takes a second report as another account and keeps the earliest start`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        try record.does(.reported, "2015-06-05T22:32", [.missingSince: .time(.at(at("2015-06-05T22:10")))], .parent)
        try record.does(.reported, "2015-06-05T23:00", [.missingSince: .time(.at(at("2015-06-05T21:40")))], .school)
        #expect(record.state.episodes.count == 1)
        #expect(record.facts?.start == at("2015-06-05T21:40"))
        #expect(record.facts?.reportedAt == at("2015-06-05T22:32"))
    }

    @Test func `opens a new episode once the child is back`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        try record.does(.reported, "2015-06-05T22:32", [:], .parent)
        try record.does(.returned, "2015-06-06T07:00", [:], .parent)
        try record.does(.reported, "2015-06-07T22:32", [:], .parent)
        #expect(record.state.episodes.count == 2)
    }

    @Test func `shows what was known before a correction, and what stands after`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        try record.does(.reported, "2015-06-05T22:32", [:], .parent)
        try record.does(.returned, "2015-06-06T07:00", [:], .parent)
        let entry = record.state.position
        try record.does(
            .corrected, "2015-06-07T09:00",
            [
                .what: .number(Int(entry.number)), .at: .time(.at(at("2015-06-06T06:00"))),
                .reason: .text("The taxi receipt says six."),
            ], .parent)
        let episode = try #require(record.state.episode(EpisodeID(number: 1)))
        #expect(episode.facts.returnedAt == at("2015-06-06T06:00"))
        #expect(episode.asKnown(at: at("2015-06-06T12:00"))?.facts.returnedAt == at("2015-06-06T07:00"))
        #expect(episode.asWas(at: at("2015-06-06T05:59"))?.facts.stage == .away)
        #expect(episode.asKnown(at: at("2015-06-05T22:00")) == nil)
        #expect(episode.history.recorded.count == 3)
    }

    @Test func `lets the child's own record be corrected while it runs`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        let entry = record.state.position
        try record.does(.reported, "2015-06-05T22:32", [:], .parent)
        try record.submit(
            Act(
                .corrected, .child(ChildID(number: 1)), occurredAt: .at(at("2015-06-05T23:00")),
                details: [
                    .what: .number(Int(entry.number)), .name: .text("Kezia Addo"), .reason: .text("Her surname."),
                ]), by: .socialWorker, recordedAt: at("2015-06-05T23:00"))
        #expect(record.state.child(ChildID(number: 1))?.facts.name == "Kezia Addo")
        #expect(record.facts?.stage == .away)
    }

    @Test func `stands again without an entry that was withdrawn`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        try record.does(.reported, "2015-06-05T22:32", [:], .parent)
        try record.does(.returned, "2015-06-06T07:00", [:], .parent)
        let entry = record.state.position
        try record.does(
            .corrected, "2015-06-06T07:10",
            [.what: .number(Int(entry.number)), .withdrawn: .flag(true), .reason: .text("It was her sister.")], .parent)
        #expect(record.facts?.stage == .away)
        #expect(record.state.openEpisode(of: ChildID(number: 1)) != nil)
    }
}

@Suite struct `What cannot be is refused` {
    @Test func `a return before anything was reported`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        #expect(throws: Refusal.noEpisodeIsOpen(.returned)) {
            try record.does(.returned, "2015-06-06T07:00", [:], .parent)
        }
    }

    @Test func `a decision without its rationale`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        try record.does(.reported, "2015-06-05T22:32", [:], .parent)
        #expect(throws: Refusal.detailIsLacking(.classified, .rationale)) {
            try record.does(.classified, "2015-06-05T23:00", [.as: .word("missing")], .dutyInspector)
        }
    }

    @Test func `a category that does not exist`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        try record.does(.reported, "2015-06-05T22:32", [:], .parent)
        #expect(throws: Refusal.self) {
            try record.does(
                .classified, "2015-06-05T23:00", [.as: .word("lost"), .rationale: .text("x")], .dutyInspector)
        }
    }

    @Test func `a sighting after the child was back`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        try record.does(.reported, "2015-06-05T22:32", [:], .parent)
        try record.does(.returned, "2015-06-06T07:00", [:], .parent)
        #expect(throws: Refusal.self) {
            try record.does(.located, "2015-06-06T08:00", [:], .attendingOfficer, episode: 1)
        }
    }

    @Test func `a return before the episode started`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        try record.does(.reported, "2015-06-05T22:32", [:], .parent)
        #expect(throws: Refusal.endsBeforeItStarts(start: at("2015-06-05T22:32"))) {
            try record.does(.returned, "2015-06-05T21:00", [:], .parent, episode: 1)
        }
    }

    @Test func `the time that has not come yet`() throws {
        let record = TestRecord()
        #expect(throws: Refusal.liesInTheFuture(.at(at("2015-06-06T00:00")))) {
            _ = try decide(
                [
                    Act(
                        .childRegistered, .newChild, occurredAt: .at(at("2015-06-06T00:00")),
                        details: [.name: .text("A")])
                ],
                by: Actor(role: .carer), at: at("2015-06-05T23:59"), in: record.state)
        }
    }

    @Test func `the same import a second time`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        try record.does(.reported, "2015-06-05T22:32", [.digest: .word("row-1")], .parent)
        #expect(throws: Refusal.alreadyRecorded) {
            try record.does(.reported, "2015-06-05T22:32", [.digest: .word("row-1")], .parent)
        }
    }
}

@Suite struct `The vocabulary` {
    @Test func `has one form for every word`() {
        for word in EventWord.allCases { #expect(EventForm.all[word]?.word == word, "\(word) lacks its form") }
        #expect(EventForm.all.count == EventWord.allCases.count)
    }

    @Test(arguments: DetailKey.allCases) func `names each key once`(key: DetailKey) {
        #expect(DetailKey(named: key.name) == key)
    }
}
