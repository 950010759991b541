// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `Across borders` {
    private let child = ChildID(number: 1)
    private let day = CivilDate(year: 2015, month: 6, day: 1)!

    private func record(_ acts: [(EventWord, String, Details, Role)]) throws -> State {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        for (word, time, details, role) in acts {
            try record.submit(
                Act(word, .child(child), occurredAt: .at(at(time)), details: details), by: role, recordedAt: at(time))
        }
        return record.state
    }

    private func placements(_ state: State, on date: CivilDate) throws -> [PlacedAcross] {
        PlacedAcross.all(of: try #require(state.child(child)), on: date) { _ in nil }
    }

    @Test func `a placement says whom nobody has told yet`() throws {
        let start: Details = [
            .kind: .word("childrens-home"), .since: .date(day), .outOfArea: .flag(true), .host: .word("northvale"),
            .distanceMiles: .number(84),
        ]
        let told: Details = [.to: .word("host-authority"), .kind: .word("arrival")]
        let state = try record([
            (.riskNoted, "2015-05-20T09:00", [.kind: .word("sexual-exploitation")], .socialWorker),
            (.placementStarted, "2015-06-01T12:00", start, .socialWorker),
            (.toldAboutChild, "2015-06-01T16:00", told, .socialWorker),
        ])
        let placed = try #require(try placements(state, on: day.adding(days: 3)).first)
        #expect(placed.host == AgencyID("northvale"))
        #expect(placed.distanceMiles == 84)
        #expect(placed.isExploitationRisk)
        #expect(placed.lacking.map(\.kind) == [.health, .school, .risk])
    }

    @Test func `that a child came does not say that they went`() throws {
        let state = try record([
            (
                .placementStarted, "2015-06-01T12:00",
                [
                    .kind: .word("childrens-home"), .since: .date(day), .outOfArea: .flag(true),
                    .host: .word("northvale"),
                ],
                .socialWorker
            ),
            (.toldAboutChild, "2015-06-01T16:00", [.to: .word("host-authority")], .socialWorker),
            (.placementEnded, "2015-06-20T12:00", [.at: .time(.at(at("2015-06-20T12:00")))], .socialWorker),
        ])
        let placed = try #require(try placements(state, on: day.adding(days: 25)).first)
        #expect(placed.until == day.adding(days: 19))
        #expect(placed.lacking.map(\.kind) == [.health, .school, .departure])
        #expect(try placements(state, on: day.adding(days: 150)).isEmpty)
    }

    @Test func `an offer stands until it is answered, and stays with whoever made it`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: false)
        try record.does(.reported, "2015-06-05T22:00", [:], .parent)
        try record.does(
            .transferOffered, "2015-06-06T09:00",
            [.to: .word("northvale-police"), .agency: .word("eastmoor-police"), .reason: .text("Seen there")],
            .dutyInspector)
        let offer = try #require(record.state.standingOffers(of: .police).first)
        #expect(offer.to == AgencyID("northvale-police"))
        #expect(offer.holder == AgencyID("eastmoor-police"))
        #expect(offer.age(at: at("2015-06-06T11:00")) == .hours(2))
        #expect(record.state.standingOffers(of: .care).isEmpty)
        try record.does(.transferRefused, "2015-06-06T12:00", [.reason: .text("Not here")], .dutyInspector)
        #expect(record.state.standingOffers(of: .police).isEmpty)
        let episode = try #require(record.state.episode(EpisodeID(number: 1)))
        #expect(AnsweredOffer.all(.police, of: episode).map(\.isAccepted) == [false])
    }

    @Test func `an alert stands until somebody ends it, also when its time is over`() throws {
        let alert: Details = [
            .agency: .word("westmere"), .kind: .word("missing"), .until: .time(.on(day.adding(days: 7))),
        ]
        let state = try record([(.alertReceived, "2015-06-01T12:00", alert, .mash)])
        let standing = StandingAlert.all(of: try #require(state.child(child)))
        #expect(standing.map(\.agency) == ["westmere"])
        #expect(standing.first?.isOver(at: at("2015-06-09T12:00")) == true)
        #expect(standing.first?.isOver(at: at("2015-06-07T12:00")) == false)
        let ended = try record([
            (.alertReceived, "2015-06-01T12:00", alert, .mash),
            (.alertEnded, "2015-06-03T12:00", [.reason: .text("Found")], .mash),
        ])
        #expect(StandingAlert.all(of: try #require(ended.child(child))).isEmpty)
    }

    @Test func `a child who goes on the second night goes within 48 hours, and the referral is the first thing owed`()
        throws
    {
        let status: (String) -> Details = {
            [.kind: .word($0), .since: .date(CivilDate(year: 2015, month: 6, day: 4)!)]
        }
        var record = TestRecord()
        try record.register(lookedAfter: false)
        for kind in [StatusSpan.lookedAfter, StatusSpan.unaccompanied, StatusSpan.subjectToRestriction] {
            try record.submit(
                Act(.statusStarted, .child(child), occurredAt: .at(at("2015-06-04T10:00")), details: status(kind)),
                by: .socialWorker, recordedAt: at("2015-06-04T10:00"))
        }
        try record.does(.reported, "2015-06-05T23:00", [:], .carer)
        func clocks(_ now: String) throws -> UnaccompaniedClocks {
            UnaccompaniedClocks(
                try #require(record.state.child(child)), record.state.episode(EpisodeID(number: 1)), at: at(now))
        }
        let first = try clocks("2015-06-05T23:10")
        #expect(first.wentWithin48Hours == true)
        #expect(first.wentWithinAWeek == true)
        #expect(first.next == [.refer, .assess, .consult, .tellHomeOffice])
        try record.does(.nrmReferred, "2015-06-06T09:00", [:], .socialWorker)
        try record.does(.traffickingAssessed, "2015-06-06T09:30", [.result: .text("Likely")], .socialWorker)
        for to in ["trafficking-centre", "home-office"] {
            try record.does(.notified, "2015-06-06T10:00", [.to: .word(to)], .socialWorker)
        }
        #expect(try clocks("2015-06-06T11:00").next == [])
        #expect(try clocks("2015-06-12T11:00").next == [.weeklyContact])
        try record.does(.located, "2015-06-13T10:00", [:], .homeOffice)
        #expect(try clocks("2015-06-13T11:00").next == [.shield, .decideTogether])
    }

    @Test func `eighteen is said half a year before, and after it only of an episode that is open`() throws {
        let born: Details = [.born: .date(CivilDate(year: 1997, month: 9, day: 1)!)]
        let state = try record([(.childDetailsChanged, "2015-06-01T12:00", born, .socialWorker)])
        let known = try #require(state.child(child))
        #expect(Eighteen(known, episodes: [], on: day)?.daysLeft == 92)
        #expect(Eighteen(known, episodes: [], on: CivilDate(year: 2015, month: 1, day: 1)!) == nil)
        #expect(Eighteen(known, episodes: [], on: CivilDate(year: 2015, month: 9, day: 2)!) == nil)
    }
}
