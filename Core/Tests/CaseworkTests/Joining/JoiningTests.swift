// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `Two records of one child` {
    private let first = JoiningScene.first
    private let second = JoiningScene.second

    @Test func `are one child with the episodes of both, under either number`() throws {
        var scene = try JoiningScene([.nhsNumber: .word("485 777 3456")], [.knownAs: .text("Kez")])
        try scene.act(.reported, .child(first))
        try scene.act(.reported, .child(second))
        try scene.join()
        #expect(scene.state.children.count == 1 && scene.state.children.values.map(\.id) == [first])
        for id in [first, second] {
            let child = try #require(scene.state.child(id))
            #expect(child.id == first && child.episodes.map(\.number) == [1, 2])
            #expect(child.facts.knownAs == "Kez" && child.facts.identity.word(.nhsNumber) == "485 777 3456")
            #expect(scene.state.episodes(of: id).map(\.child) == [first, first])
        }
        #expect(scene.state.records(of: second) == [first, second])
        #expect(scene.state.nextChild == ChildID(number: 3))
    }

    @Test func `keep the name of the first, and the other's as one that the child had`() throws {
        var scene = try JoiningScene(
            [.name: .text("Kezia Adeyemi"), .postcode: .word("EM1 2AB")],
            [.name: .text("Keziah Adeyemi"), .postcode: .word("EM9 9ZZ"), .school: .word("hill-school")])
        try scene.join()
        let facts = try scene.facts(second)
        #expect(facts.name == "Kezia Adeyemi" && facts.postcode == "EM1 2AB")
        #expect(facts.identity.word(.school) == "hill-school")
        #expect(facts.formerly.map { $0.text(.name) } == ["Keziah Adeyemi"])
        #expect(facts.formerly.map { $0.word(.postcode) } == ["EM9 9ZZ"])
    }

    @Test func `are known by the numbers of both, where an authority gave two`() throws {
        var scene = try JoiningScene([.childReference: .word("E1")], [.childReference: .word("E2")])
        let join = try scene.join()
        #expect(Set(try scene.facts(second).numbers(.childReference)) == ["E1", "E2"])
        try scene.part(join)
        #expect(try scene.facts(first).numbers(.childReference) == ["E1"])
    }

    @Test func `take what is recorded meanwhile, each in the record where it belongs`() throws {
        var scene = try JoiningScene()
        try scene.act(.reported, .child(second))
        let join = try scene.join()
        // Typed on a page that was opened before: it is the child all the same.
        try scene.act(.riskNoted, .child(second), [.kind: .word("self-harm")])
        let sighting = try scene.act(.sighted, .child(second), [.found: .text("In the park.")])
        #expect(try scene.facts(first).standingRisks.map(\.kind) == ["self-harm"])
        try scene.part(join)
        #expect(try scene.facts(first).standingRisks.map(\.kind) == ["self-harm"])
        #expect(try scene.facts(second).standingRisks.isEmpty)
        let episode = try #require(scene.state.episode(EpisodeID(number: 1)))
        #expect(episode.child == second && episode.recordedUnder == second)
        #expect(episode.history.recorded.map(\.position).contains(sighting))
        #expect(try #require(scene.state.child(first)).episodes.isEmpty)
    }

    @Test func `may be three, and part where they were joined`() throws {
        var scene = try JoiningScene()
        try scene.act(.childRegistered, .newChild, [.name: .text("Kez A")])
        let third = ChildID(number: 3)
        let early = try scene.join(second, third)
        let late = try scene.join(first, second)
        #expect(scene.state.records(of: third) == [first, second, third])
        #expect(scene.state.children.count == 1)
        try scene.part(late)
        #expect(scene.state.records(of: third) == [second, third] && scene.state.children.count == 2)
        try scene.part(early)
        #expect(scene.state.children.count == 3 && scene.state.child(third)?.facts.name == "Kez A")
    }

    @Test func `are one for a meeting that both were called to`() throws {
        var scene = try JoiningScene()
        let meeting = try scene.act(
            .meetingCalled, .partnership, [.kind: .word("strategy"), .at: .time(.at(at("2015-06-20T10:00")))])
        for id in [first, second] {
            try scene.act(.reported, .child(id))
            try scene.act(
                .meetingArranged, .child(id),
                [.kind: .word("strategy"), .meeting: .number(Int(meeting.number))])
        }
        let number = Int(meeting.number)
        #expect(scene.state.meetings.children(of: number) == [first, second])
        let join = try scene.join()
        #expect(scene.state.meetings.children(of: number) == [first])
        try scene.part(join)
        #expect(scene.state.meetings.children(of: number) == [first, second])
    }

    @Test func `are counted once for what is due, and worked out anew`() throws {
        var scene = try JoiningScene()
        let before = scene.state.governingEventCount
        let join = try scene.join()
        #expect(before < scene.state.governingEventCount)
        let joined = scene.state.governingEventCount
        try scene.part(join)
        #expect(joined < scene.state.governingEventCount)
    }

    @Test func `are read as known at a time`() throws {
        var scene = try JoiningScene([.name: .text("Kezia A")], [.name: .text("Kez B")])
        let early = scene.now
        try scene.join()
        try scene.act(.riskNoted, .child(first), [.kind: .word("self-harm")])
        let known = try #require(scene.state.child(first)?.asKnown(at: early))
        #expect(known.facts.name == "Kezia A" && known.facts.risks.isEmpty && known.id == first)
    }
}

@Suite struct `Joining two records` {
    private let first = JoiningScene.first
    private let second = JoiningScene.second

    private static func born(_ date: String, _ certainty: String? = nil) -> Details {
        var details: Details = [.born: .date(London.date(of: at("\(date)T12:00")))]
        details[.bornCertainty] = certainty.map { .word($0) }
        return details
    }

    @Test(
        arguments: [
            ([DetailKey.nhsNumber: DetailValue.word("485 777 3456")], [.nhsNumber: .word("943 476 5919")], .nhsNumber),
            ([.upn: .word("A123456789012")], [.upn: .word("B123456789012")], .upn),
            ([.policeReference: .word("PNC 1/2")], [.policeReference: .word("PNC 1/3")], .policeReference),
        ] as [([DetailKey: DetailValue], [DetailKey: DetailValue], DetailKey)])
    func `is refused where a number that one child has once is another`(
        one: [DetailKey: DetailValue], other: [DetailKey: DetailValue], key: DetailKey
    ) throws {
        func details(_ given: [DetailKey: DetailValue]) -> Details {
            given.reduce(into: Details()) { $0[$1.key] = $1.value }
        }
        var scene = try JoiningScene(details(one), details(other))
        #expect(throws: Refusal.recordsContradict(key)) { try scene.join() }
        var same = try JoiningScene(details(one), details(one))
        #expect(throws: Never.self) { try same.join() }
    }

    @Test func `is refused where two birth dates are certain, and not where one was settled on`() throws {
        var certain = try JoiningScene(Self.born("2001-03-04"), Self.born("2002-03-04", "exact"))
        #expect(throws: Refusal.recordsContradict(.born)) { try certain.join() }
        var settled = try JoiningScene(Self.born("2001-03-04"), Self.born("2001-01-01", "estimated"))
        try settled.join()
        #expect(try settled.facts(second).born == settled.facts(first).born)
    }

    @Test func `waits until who said that they are two has taken it back`() throws {
        var scene = try JoiningScene()
        let decision = try scene.compare("not-same")
        #expect(throws: Refusal.decidedToBeTwo) { try scene.join() }
        try scene.act(
            .comparisonWithdrawn, .partnership, [.what: .number(Int(decision.number)), .reason: .text("Mistaken.")])
        #expect(scene.state.joins.comparison(of: second, first) == nil)
        #expect(scene.state.joins.comparisons.first?.withdrawn?.by == JoiningScene.manager)
        #expect(throws: Never.self) { try scene.join() }
    }

    @Test func `is refused of what is one already, and of whom nobody knows`() throws {
        var scene = try JoiningScene()
        #expect(throws: Refusal.childIsNotKnown) { try scene.join(first, ChildID(number: 9)) }
        #expect(throws: Refusal.childrenAreJoined) { try scene.join(first, first) }
        let join = try scene.join()
        #expect(throws: Refusal.childrenAreJoined) { try scene.join() }
        #expect(throws: Refusal.childrenAreJoined) { try scene.compare("same") }
        try scene.part(join)
        #expect(throws: Refusal.entryIsNotHere(join)) { try scene.part(join) }
        #expect(throws: Refusal.valueIsNotAllowed(.outcome, given: "maybe", allowed: ["same", "not-same", "not-sure"]))
        {
            try scene.compare("maybe")
        }
    }

    @Test func `keeps a record from being erased until they are parted`() throws {
        var scene = try JoiningScene()
        let join = try scene.join()
        let erasing = try #require(scene.state.erasure(of: first, reason: "R.", at: scene.now))
        #expect(throws: Refusal.childrenAreJoined) { try scene.act(.childErased, .partnership, erasing.details) }
        #expect(throws: ErasureRefusal.isJoined) {
            try scene.state.checkErasure(of: second, on: .courtOrder, schedule: .england, at: scene.now)
        }
        try scene.part(join)
        try scene.act(.childErased, .partnership, erasing.details)
        #expect(scene.state.child(first) == nil && scene.state.child(second) != nil)
        #expect(scene.state.joins.joins.isEmpty && scene.state.joins.comparisons.isEmpty)
    }
}
