// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `A shift's hand-over` {
    private static let night = Actor(worker: "marcus.bell", role: .carer, agency: AgencyID("larch-house"))
    private static let day = Actor(worker: "ruth.okoro", role: .homeManager, agency: AgencyID("larch-house"))
    private static let elsewhere = Actor(worker: "ann.lee", role: .carer, agency: AgencyID("elm-lodge"))

    /// A child away, and a briefing with them made at 06:00.
    private func record() throws -> State {
        var state = State()
        try submit(
            [
                Act(
                    .childRegistered, .newChild, occurredAt: .at(at("2015-06-05T21:00")),
                    details: [.name: .text("Kezia A")]),
                Act(.reported, .sameAsBefore, occurredAt: .at(at("2015-06-05T22:00"))),
            ], by: Self.night, "2015-06-05T22:10", to: &state)
        try submit(Self.briefing, by: Self.night, "2015-06-06T06:00", to: &state)
        return state
    }

    private static let briefing = [
        Act(
            .briefingMade, .partnership, occurredAt: .at(at("2015-06-06T06:00")),
            details: [.agency: .word("larch-house"), .team: .word("home"), .to: .word("home"), .rows: .number(1)]),
        Act(
            .childHandedOver, .episode(EpisodeID(number: 1)), occurredAt: .at(at("2015-06-06T06:00")),
            details: [.narrative: .text("Her phone is off.")]),
    ]

    private func submit(_ acts: [Act], by actor: Actor, _ time: String, to state: inout State) throws {
        for event in try decide(acts, by: actor, at: at(time), in: state) {
            state.apply(event, at: state.position.next)
        }
    }

    private func accepting(_ number: Int = 1) -> [Act] {
        [
            Act(
                .handOverRead, .episode(EpisodeID(number: 1)), occurredAt: .at(at("2015-06-06T06:20")),
                details: [.what: .number(number)]),
            Act(
                .briefingAccepted, .partnership, occurredAt: .at(at("2015-06-06T06:20")),
                details: [.what: .number(number), .rows: .number(1)]),
        ]
    }

    @Test func `is numbered by the record, and holds each child with the words of who went`() throws {
        var state = try record()
        try submit(Self.briefing, by: Self.day, "2015-06-06T14:00", to: &state)
        #expect(state.handOvers.all.map(\.number) == [1, 2])
        #expect(state.handOvers[1]?.madeBy == "marcus.bell")
        for handOver in state.handOvers.all {
            let children = state.children(in: handOver)
            #expect(children.map(\.episode) == [EpisodeID(number: 1)])
            #expect(children.allSatisfy { $0.hasWords && $0.readAt == nil })
        }
    }

    @Test func `stays open until somebody else of the agency accepts it, and is accepted once`() throws {
        var state = try record()
        #expect(state.handOvers.open.map(\.number) == [1])
        #expect(throws: Refusal.needsSomebodyElse) {
            try submit(accepting(), by: Self.night, "2015-06-06T06:20", to: &state)
        }
        #expect(throws: Refusal.notAllowed(.carer, .briefingAccepted)) {
            try submit(accepting(), by: Self.elsewhere, "2015-06-06T06:20", to: &state)
        }
        try submit(accepting(), by: Self.day, "2015-06-06T06:20", to: &state)
        #expect(state.handOvers.open.isEmpty)
        #expect(state.handOvers[1]?.acceptance?.by == "ruth.okoro")
        #expect(state.children(in: try #require(state.handOvers[1])).map { $0.readAt != nil } == [true])
        #expect(throws: Refusal.briefingIsAccepted(by: "ruth.okoro")) {
            try submit(accepting(), by: Self.day, "2015-06-06T06:30", to: &state)
        }
        #expect(throws: Refusal.briefingIsNotKnown(9)) {
            try submit(accepting(9), by: Self.day, "2015-06-06T06:30", to: &state)
        }
    }

    @Test func `was open at an instant before it was accepted`() throws {
        var state = try record()
        try submit(accepting(), by: Self.day, "2015-06-06T06:20", to: &state)
        let handOver = try #require(state.handOvers[1])
        #expect(handOver.asKnown(at: at("2015-06-06T06:10"))?.isOpen == true)
        #expect(handOver.asKnown(at: at("2015-06-06T05:00")) == nil)
    }

    @Test func `is made only for one's own team`() throws {
        var state = try record()
        #expect(throws: Refusal.notAllowed(.carer, .briefingMade)) {
            try submit(Self.briefing, by: Self.elsewhere, "2015-06-06T14:00", to: &state)
        }
        var numbered = Self.briefing[0]
        numbered.details[.what] = .number(7)
        #expect(throws: Refusal.valueIsNotAllowed(.what, given: "7", allowed: ["2"])) {
            try submit([numbered], by: Self.night, "2015-06-06T14:00", to: &state)
        }
    }

    @Test func `comes back from a snapshot`() throws {
        let state = try record()
        let read = State(
            children: Array(state.children.values), episodes: Array(state.episodes.values),
            partnershipEvents: Array(zip(state.partnershipPositions, state.partnershipEvents)), imported: [],
            registrars: [:], position: state.position)
        #expect(read.handOvers == state.handOvers)
        #expect(read.handOvers.all.flatMap(read.children(in:)) == state.handOvers.all.flatMap(state.children(in:)))
    }
}
