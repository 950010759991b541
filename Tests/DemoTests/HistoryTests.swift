// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Demo

@Suite struct `The invented history` {
    @Test func `is the same for the same seed and moment`() throws {
        let again = try DemoHistory(seed: 1, now: Invented.now, pack: "birmingham-2015").events(after: State())
        #expect(again == Invented.events)
    }

    @Test func `is another for another seed`() throws {
        let other = try DemoHistory(seed: 2, now: Invented.now, pack: "birmingham-2015").events(after: State())
        #expect(other != Invented.events)
    }

    @Test func `is the same relative to another moment of the same week`() throws {
        let later = try DemoHistory(seed: 1, now: Invented.now + .days(7), pack: nil).events(after: State())
        let names = { (events: [Event]) in events.filter { $0.word == .childRegistered }.count }
        #expect(names(later) == names(Invented.events))
    }

    @Test func `is written down in order and never ahead of time`() {
        #expect(zip(Invented.events, Invented.events.dropFirst()).allSatisfy { $0.recordedAt <= $1.recordedAt })
        #expect(Invented.events.allSatisfy { $0.occurredAt.earliest <= $0.recordedAt && $0.recordedAt <= Invented.now })
    }

    @Test func `has no child in two episodes at once`() {
        for child in Invented.state.children.values {
            let spans = Invented.state.episodes(of: child.id).filter { !$0.facts.isSchoolCase }
                .compactMap { episode in episode.facts.start.map { ($0, episode.facts.returnedAt ?? Invented.now) } }
                .sorted { $0.0 < $1.0 }
            #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.1 <= $1.0 }, "\(child.facts.name)")
        }
    }

    @Test func `has about 350 children of every background`() {
        let children = Array(Invented.state.children.values)
        #expect((340...400).contains(children.count))
        #expect(Set(children.compactMap { $0.facts.identity.word(.ethnicity) }).count >= 10)
        #expect(children.contains { $0.facts.name.unicodeScalars.contains { $0.value > 0x7F } })
    }

    @Test func `has everybody that it says acted among its workers`() {
        let known = Set(Invented.state.workers.keys)
        #expect(Invented.events.compactMap(\.by.worker).allSatisfy(known.contains))
        #expect(Eastmoor.signIns.count == 19)
    }

    @Test func `can be brief, for loads`() throws {
        let load = DemoHistory(seed: 3, now: Invented.now, size: .load(children: 100))
        let events = try load.events(after: State())
        let episodes = Set(events.compactMap(\.episode)).count
        #expect(episodes > 400)
        #expect((7.0...9.5).contains(Double(events.count) / Double(episodes)))
        let more = try DemoHistory(seed: 4, now: Invented.now, size: .load(children: 10)).events(
            after: Invented.state)
        #expect(more.compactMap(\.child).allSatisfy { !Invented.state.children.contains($0) })
    }
}
