// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import Testing
import WorkingTime

@Suite struct `The protocols that govern a child's duties` {
    private let instant = Instant(secondsSince1970: 1_433_450_000)

    private func shelf() throws -> ProtocolShelf {
        let bare = try TestPartnership.shelf()
        let packs = ["eastmoor-2015", "northvale-2015", "national"].map { id in
            ProtocolPack(
                id: id, title: id, extends: nil, inForceFrom: nil, inForceTo: nil, sources: [:],
                vocabulary: bare.standing.vocabulary, questions: [], reportItems: [], duties: [],
                officeHours: bare.standing.officeHours, fallbacks: [:])
        }
        return try #require(ProtocolShelf(packs: packs, calendars: bare.calendars, standing: "national"))
    }

    private struct Record {
        var state = State()
        let instant: Instant

        mutating func apply(_ word: EventWord, _ details: Details, child: UInt32? = nil, episode: UInt32? = nil) {
            let event = Event(
                word, child: child.map { ChildID(number: $0) }, episode: episode.map { EpisodeID(number: $0) },
                occurredAt: .at(instant + .minutes(Int(state.position.number))), recordedAt: instant,
                by: Actor(role: .administrator), details: details)
            state.apply(event, at: state.position.next)
        }

        mutating func adopt(_ pack: String, for authority: String?, from day: CivilDate, forOpen: Bool = false) {
            var details: Details = [.pack: .word(pack), .openFrom: .date(day)]
            details[.authority] = authority.map { .word($0) }
            if forOpen { details[.appliesToOpen] = .flag(true) }
            apply(.protocolAdopted, details)
        }
    }

    /// A home in Northvale, and a child of Eastmoor who is placed there or lives at home.
    private func governing(
        adopting: [(String, String?)], placed: Bool, host: String? = nil
    ) throws -> GoverningPacks {
        var record = Record(instant: instant)
        let day = London.date(of: instant)
        for (pack, authority) in adopting { record.adopt(pack, for: authority, from: day.adding(days: -30)) }
        record.apply(
            .agencyAdded,
            [
                .agency: .word("larch-house"), .name: .text("Larch House"), .kind: .word("childrens-home"),
                .authority: .word("northvale"),
            ])
        record.apply(.childRegistered, [.name: .text("Kezia A"), .responsible: .word("eastmoor")], child: 1)
        if placed {
            var details: Details = [.kind: .word("childrens-home"), .since: .date(day.adding(days: -10))]
            details[host == nil ? .place : .host] = .word(host ?? "larch-house")
            record.apply(.placementStarted, details, child: 1)
        }
        record.apply(.reported, [:], child: 1, episode: 1)
        let episode = try #require(record.state.episode(EpisodeID(number: 1)))
        return try shelf().governing(episode, in: record.state)
    }

    private let both: [(String, String?)] = [("eastmoor-2015", "eastmoor"), ("northvale-2015", "northvale")]

    @Test func `are the area's and the responsible authority's, where the child is placed in another area`() throws {
        for host in [nil, "northvale"] {
            let found = try governing(adopting: both, placed: true, host: host)
            #expect(found.here.id == "northvale-2015")
            #expect(found.responsible?.id == "eastmoor-2015")
        }
    }

    @Test func `are the responsible authority's own where the child lives in its area`() throws {
        let atHome = try governing(adopting: both, placed: false)
        #expect(atHome.here.id == "eastmoor-2015" && atHome.responsible == nil)
        let near = try governing(adopting: both, placed: true, host: "eastmoor")
        #expect(near.here.id == "eastmoor-2015" && near.responsible == nil)
    }

    @Test func `are one where both authorities have the partnership's`() throws {
        let found = try governing(adopting: [("national", nil)], placed: true)
        #expect(found.here.id == "national" && found.responsible == nil)
    }

    @Test(arguments: [(0, "eastmoor-2015"), (1, "national")])
    func `reach an open episode from today, and never from a day to come`(days: Int, governs: String) throws {
        var record = Record(instant: instant)
        record.apply(.childRegistered, [.name: .text("Kezia A"), .responsible: .word("eastmoor")], child: 1)
        record.apply(.reported, [:], child: 1, episode: 1)
        let from = London.date(of: instant).adding(days: days)
        record.adopt("eastmoor-2015", for: "eastmoor", from: from, forOpen: true)
        let episode = try #require(record.state.episode(EpisodeID(number: 1)))
        #expect(try shelf().governing(episode, in: record.state).here.id == governs)
    }

    @Test func `take the partnership's for an authority without one of its own`() throws {
        let theirs = try governing(adopting: [("national", nil), ("eastmoor-2015", "eastmoor")], placed: true)
        #expect(theirs.here.id == "national" && theirs.responsible?.id == "eastmoor-2015")
        let away = try governing(adopting: [("eastmoor-2015", "eastmoor")], placed: true, host: "farshire")
        #expect(away.here.id == "national" && away.responsible?.id == "eastmoor-2015")
    }
}
