// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `The network` {
    /// Three children who went together, of whom the first and second are of Eastmoor and the third of Westmere; the
    /// first was found at a place of concern. Returns the place's number.
    private static func scene() -> (State, Int) {
        var state = State()
        func tell(_ word: EventWord, _ details: Details, child: UInt32? = nil, episode: UInt32? = nil) {
            let time = at("2015-06-10T08:00") + .minutes(Int(state.position.number))
            state.apply(
                Event(
                    word, child: child.map(ChildID.init(number:)), episode: episode.map(EpisodeID.init(number:)),
                    occurredAt: .at(time), recordedAt: time, by: Actor(role: .administrator), details: details),
                at: state.position.next)
        }
        for name in ["eastmoor", "westmere"] {
            tell(.agencyAdded, [.agency: .word(name), .name: .text(name), .kind: .word("authority")])
        }
        for (number, authority) in [(1, "eastmoor"), (2, "eastmoor"), (3, "westmere")] as [(UInt32, String)] {
            tell(
                .childRegistered, [.name: .text("Child \(number)"), .responsible: .word(authority)], child: number)
            tell(.reported, [.withChildren: .numbers([1, 2, 3])], child: number, episode: number)
        }
        tell(
            .placeOfConcernEntered,
            [
                .name: .text("Yard"), .toldBy: .text("T."), .confidence: .word("likely"),
                .next: .time(.at(at("2015-09-01T09:00"))),
            ])
        let place = Int(state.position.number)
        tell(.located, [.concern: .number(place)], child: 1, episode: 1)
        return (state, place)
    }

    private static func network(_ state: State, _ role: Role, _ agency: String) -> Network {
        let access = Access(
            Actor(worker: "a.worker", role: role, agency: AgencyID(agency)), in: state, at: at("2015-06-10T12:00"))
        return Network(of: state.children.values.map(\.id), in: state, for: access)
    }

    @Test func `ties children who went together, and never to one whom the reader may not see`() {
        let (state, place) = Self.scene()
        let eastmoor = Self.network(state, .socialWorker, "eastmoor")
        #expect(eastmoor.points == [.child(ChildID(number: 1)), .child(ChildID(number: 2)), .entry(place)])
        #expect(eastmoor.lines.count == 2)
        #expect(Self.network(state, .socialWorker, "westmere").points.isEmpty)
        #expect(Self.network(state, .school, "eastmoor").lines.isEmpty)
    }

    @Test func `explains each line by the entries that it rests on`() throws {
        let (state, place) = Self.scene()
        let line = try #require(Self.network(state, .socialWorker, "eastmoor").lines(of: .entry(place)).first)
        #expect(line.ties.map(\.kind) == [.foundThere])
        #expect(line.ties.first?.episode == EpisodeID(number: 1))
        #expect(line.confidence == .confirmed)
    }

    @Test func `keeps back where a child was from those from whom it is held back`() {
        var (state, place) = Self.scene()
        let time = at("2015-06-10T11:00")
        state.apply(
            Event(
                .locationShielded, child: ChildID(number: 1), occurredAt: .at(time), recordedAt: time,
                by: Actor(role: .administrator), details: [.names: .words(["b.worker"]), .reason: .text("R.")]),
            at: state.position.next)
        #expect(Self.network(state, .socialWorker, "eastmoor").lines(of: .entry(place)).isEmpty)
    }

    @Test func `forgets a child with their record`() throws {
        var (state, place) = Self.scene()
        let act = try #require(state.erasure(of: ChildID(number: 1), reason: "R.", at: at("2015-06-10T11:00")))
        state.apply(
            Event(
                act.word, occurredAt: act.occurredAt, recordedAt: at("2015-06-10T11:00"),
                by: Actor(role: .recordsManager), details: act.details), at: state.position.next)
        let network = Self.network(state, .socialWorker, "eastmoor")
        #expect(network.lines.isEmpty)
        #expect(state.concerns[place] != nil)
    }
}
