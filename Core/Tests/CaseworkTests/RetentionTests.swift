// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

/// A child under test and what is recorded about them.
private struct Kept {
    var state = State()
    let id = ChildID(number: 1)

    init(born: String?, certainty: String? = nil) throws {
        var details: Details = [.name: .text("Kezia Adams")]
        if let born { details[.born] = .date(try TimeText.date(born)) }
        if let certainty { details[.bornCertainty] = .word(certainty) }
        try add(.childRegistered, "2015-01-05T09:00", details)
    }

    mutating func add(_ word: EventWord, _ time: String, _ details: Details, episode: UInt32? = nil) throws {
        let instant = try TimeText.instant(time)
        state.apply(
            Event(
                word, child: id, episode: episode.map(EpisodeID.init(number:)), occurredAt: .at(instant),
                recordedAt: instant, by: Actor(worker: "rec", role: .recordsManager), details: details),
            at: state.position.next)
    }

    mutating func status(_ kind: String, since: String) throws {
        try add(.statusStarted, "2015-01-06T09:00", [.kind: .word(kind), .since: .date(try TimeText.date(since))])
    }

    func verdict(_ today: String) throws -> RetentionVerdict {
        let now = try TimeText.instant(today + "T12:00")
        return try #require(RetentionSchedule.england.verdict(on: id, in: state, at: now))
    }

    func through(_ today: String = "2026-01-01") throws -> String? {
        try verdict(today).keptThrough.map { TimeText.write($0) }
    }
}

@Suite struct `A record is kept` {
    @Test func `for six years after the last entry, where nothing else is said`() throws {
        var kept = try Kept(born: "2001-03-04")
        try kept.add(.noteAdded, "2016-02-10T10:00", [.narrative: .text("x")])
        #expect(try kept.through() == "2022-02-10")
    }

    @Test func `until the 25th birthday of a child in need`() throws {
        var kept = try Kept(born: "2001-03-04")
        try kept.status("child-in-need", since: "2014-01-01")
        #expect(try kept.through() == "2026-03-04")
        #expect(try kept.verdict("2026-03-04").mayEnd == false)
        #expect(try kept.verdict("2026-03-05").mayEnd)
    }

    @Test func `until the 75th anniversary of the birth of a child who was looked after`() throws {
        var kept = try Kept(born: "2001-03-04")
        try kept.status("looked-after", since: "2014-01-01")
        let verdict = try kept.verdict("2026-01-01")
        #expect(verdict.keptThrough.map { TimeText.write($0) } == "2076-03-04")
        #expect(verdict.rule?.law?.contains("regulation 50") == true)
        #expect(verdict.reasons[0].contains("4 March 2076"))
    }

    @Test func `a day longer for a child born on a leap day`() throws {
        var kept = try Kept(born: "2000-02-29")
        try kept.status("looked-after", since: "2014-01-01")
        #expect(try kept.through() == "2075-03-01")
        var need = try Kept(born: "2000-02-29")
        try need.status("child-in-need", since: "2014-01-01")
        #expect(try need.through() == "2025-03-01")
    }

    @Test func `for fifteen years after the death of a looked-after child`() throws {
        var kept = try Kept(born: "2001-03-04")
        try kept.status("looked-after", since: "2014-01-01")
        try kept.status("died", since: "2016-06-01")
        #expect(try kept.through() == "2031-06-01")
    }

    @Test func `to the 75th anniversary where the death came after 18`() throws {
        var kept = try Kept(born: "2001-03-04")
        try kept.status("looked-after", since: "2014-01-01")
        try kept.status("died", since: "2019-03-04")
        #expect(try kept.through() == "2076-03-04")
    }

    @Test func `and never ends by itself where the birth date is not known`() throws {
        for certainty in [nil, "unknown"] {
            var kept = try Kept(born: certainty == nil ? nil : "2001-01-01", certainty: certainty)
            try kept.status("looked-after", since: "2014-01-01")
            let verdict = try kept.verdict("2299-01-01")
            #expect(verdict.standing == .notByItself)
            #expect(!verdict.mayEnd)
            #expect(verdict.reasons.contains { $0.contains("a person must decide") })
        }
    }

    @Test func `as long as a records manager decided, where the law asks for less or nothing`() throws {
        var kept = try Kept(born: "2001-03-04")
        try kept.status("child-in-need", since: "2014-01-01")
        try kept.add(
            .retentionDecided, "2020-01-01T10:00",
            [.until: .time(.on(try TimeText.date("2023-01-01"))), .reason: .text("x")])
        #expect(try kept.through() == "2023-01-01")
        // The decision is no entry about the child, so it puts nothing off.
        #expect(try kept.verdict("2023-01-02").mayEnd)
    }

    @Test func `as long as the law asks, whatever was decided`() throws {
        var kept = try Kept(born: "2001-03-04")
        try kept.status("looked-after", since: "2014-01-01")
        try kept.add(
            .retentionDecided, "2020-01-01T10:00",
            [.until: .time(.on(try TimeText.date("2023-01-01"))), .reason: .text("x")])
        #expect(try kept.through() == "2076-03-04")
        #expect(try kept.verdict("2026-01-01").reasons[0].contains("law asks for longer"))
    }

    @Test func `while a legal hold stands, and no longer`() throws {
        var kept = try Kept(born: "2001-03-04")
        try kept.add(.legalHoldPlaced, "2020-01-01T10:00", [.reason: .text("An inquiry")])
        #expect(try kept.verdict("2100-01-01").standing == .held)
        #expect(RetentionSchedule.england.due(in: kept.state, at: at("2100-01-01T10:00")).isEmpty)
        try kept.add(.legalHoldLifted, "2020-02-01T10:00", [.reason: .text("Over")])
        #expect(try kept.verdict("2100-01-01").mayEnd)
        #expect(RetentionSchedule.england.due(in: kept.state, at: at("2100-01-01T10:00")).map(\.child) == [kept.id])
    }

    @Test func `not a day less the more is known about it, whatever the birth date`() throws {
        for seed in 0..<400 {
            let born = CivilDate(daysSince1970: Int32(10_000 + seed * 17))
            var kept = try Kept(born: TimeText.write(born))
            let alone = try #require(try kept.verdict("2026-01-01").keptThrough)
            try kept.status("child-in-need", since: "2014-01-01")
            let inNeed = try #require(try kept.verdict("2026-01-01").keptThrough)
            try kept.status("looked-after", since: "2014-01-01")
            let lookedAfter = try #require(try kept.verdict("2026-01-01").keptThrough)
            #expect(alone <= inNeed && inNeed <= lookedAfter)
            #expect(lookedAfter.year - born.year == 75)
        }
    }
}
