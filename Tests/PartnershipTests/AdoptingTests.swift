// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import Testing
import WorkingTime

@Suite struct `Adopting a protocol` {
    private let now: Instant
    private let shelf: ProtocolShelf

    init() throws {
        now = try TimeText.instant("2026-03-01T12:00")
        let bare = try #require(TestPartnership.shelf().packs["bare"])
        func pack(_ id: String, from: String? = nil, to: String? = nil) throws -> ProtocolPack {
            ProtocolPack(
                id: id, title: id, extends: nil, inForceFrom: try from.map { try TimeText.date($0) },
                inForceTo: try to.map { try TimeText.date($0) }, sources: [:], vocabulary: bare.vocabulary,
                questions: [], reportItems: [], duties: [], officeHours: bare.officeHours, fallbacks: [:])
        }
        let packs = [bare, try pack("first"), try pack("second", from: "2026-01-01", to: "2027-01-01")]
        shelf = try #require(
            ProtocolShelf(packs: packs, calendars: TestPartnership.shelf().calendars, standing: "bare"))
    }

    private func planned(
        _ pack: String, from: String, authority: String? = nil, decidedBy: String = "The board, 1 March"
    ) throws -> PlannedAdoption {
        PlannedAdoption(
            pack: pack, from: try TimeText.date(from), authority: authority.map { AgencyID($0) }, appliesToOpen: false,
            decidedBy: decidedBy)
    }

    /// A record with the authorities eastmoor and southvale, a home, and these adoptions.
    private func state(_ adopted: [(pack: String, from: String, authority: String?)] = []) throws -> State {
        var state = State()
        for (name, kind) in [("eastmoor", "authority"), ("southvale", "authority"), ("larch-house", "childrens-home")] {
            let details: Details = [.agency: .word(name), .name: .text(name), .kind: .word(kind)]
            state.apply(
                Event(
                    .agencyAdded, occurredAt: .at(now), recordedAt: now, by: Actor(role: .administrator),
                    details: details), at: state.position.next)
        }
        for adoption in adopted {
            var details: Details = [.pack: .word(adoption.pack), .openFrom: .date(try TimeText.date(adoption.from))]
            if let authority = adoption.authority { details[.authority] = .word(authority) }
            state.apply(
                Event(
                    .protocolAdopted, occurredAt: .at(now), recordedAt: now, by: Actor(role: .administrator),
                    details: details), at: state.position.next)
        }
        return state
    }

    private func check(
        _ planned: PlannedAdoption, in state: State, refused: AdoptionRefusal?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        do throws(AdoptionRefusal) {
            try planned.check(in: state, shelf: shelf, now: now)
            #expect(refused == nil, sourceLocation: sourceLocation)
        } catch {
            #expect(error == refused, "\(error.says)", sourceLocation: sourceLocation)
        }
    }

    @Test func `needs a protocol that is there, an authority that is known, and a name`() throws {
        let state = try state()
        check(try planned("first", from: "2026-04-01", authority: "eastmoor"), in: state, refused: nil)
        check(try planned("first", from: "2026-04-01"), in: state, refused: nil)
        check(
            try planned("third", from: "2026-04-01"), in: state,
            refused: .packIsNotThere("third", there: ["bare", "first", "second"]))
        check(
            try planned("first", from: "2026-04-01", authority: "northvale"), in: state,
            refused: .authorityIsNotKnown(
                AgencyID("northvale"), known: [AgencyID("eastmoor"), AgencyID("southvale")]))
        check(
            try planned("first", from: "2026-04-01", authority: "larch-house"), in: state,
            refused: .agencyIsNoAuthority(AgencyID("larch-house")))
        check(try planned("first", from: "2026-04-01", decidedBy: ""), in: state, refused: .nobodyIsNamed)
    }

    @Test func `keeps to the dates on which the protocol is in force`() throws {
        let state = try state()
        check(
            try planned("second", from: "2025-12-31"), in: state,
            refused: .packIsNotInForceYet(from: try TimeText.date("2026-01-01")))
        check(
            try planned("second", from: "2027-01-01"), in: state,
            refused: .packIsNoLongerInForce(to: try TimeText.date("2027-01-01")))
    }

    @Test func `never changes what was owed, but the first may reach back`() throws {
        check(try planned("first", from: "2020-01-01"), in: try state(), refused: nil)
        let state = try state([("first", "2020-01-01", nil)])
        check(
            try planned("second", from: "2026-02-28"), in: state,
            refused: .dateIsPast(try TimeText.date("2026-02-28"), today: try TimeText.date("2026-03-01")))
        check(try planned("second", from: "2026-03-01"), in: state, refused: nil)
        check(
            try planned("first", from: "2026-05-01"), in: state,
            refused: .alreadyAdopted(from: try TimeText.date("2020-01-01")))
    }

    @Test func `does not slip in before a decision that stands`() throws {
        let state = try state([("first", "2020-01-01", "eastmoor"), ("second", "2026-06-01", "eastmoor")])
        check(
            try planned("first", from: "2026-05-01", authority: "eastmoor"), in: state,
            refused: .laterOneIsAdopted(pack: "second", from: try TimeText.date("2026-06-01")))
        check(try planned("first", from: "2026-07-01", authority: "eastmoor"), in: state, refused: nil)
        check(try planned("first", from: "2026-05-01", authority: "southvale"), in: state, refused: nil)
    }

    @Test func `is recorded once, with its date and who decided, and governs from then on`() async throws {
        let test = try TestPartnership()
        let adoption = PlannedAdoption(
            pack: "bare", from: try TimeText.date("2015-06-05"), authority: nil, appliesToOpen: true,
            decidedBy: "The board, 1 June")
        _ = try await test.partnership.adopt(adoption, by: test.administrator)
        let event = try #require(test.partnership.state.partnershipEvents.last)
        #expect(event.word == .protocolAdopted)
        #expect(event.details.date(.openFrom) == (try TimeText.date("2015-06-05")))
        #expect(event.details.flag(.appliesToOpen))
        #expect(event.details.text(.narrative) == "Decided by: The board, 1 June")
        await #expect(throws: AdoptionRefusal.alreadyAdopted(from: try TimeText.date("2015-06-05"))) {
            _ = try await test.partnership.adopt(adoption, by: test.administrator)
        }
    }

    @Test func `reaches open episodes on its own day only`() throws {
        check(
            PlannedAdoption(
                pack: "first", from: try TimeText.date("2026-05-01"), authority: nil, appliesToOpen: true,
                decidedBy: "The board"), in: try state(),
            refused: .openEpisodesCannotWait(today: try TimeText.date("2026-03-01")))
    }
}
