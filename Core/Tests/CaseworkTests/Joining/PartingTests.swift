// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `A record that is held back` {
    private let first = JoiningScene.first
    private let second = JoiningScene.second

    private static func restriction(_ names: [String]) -> Details {
        [.ground: .word("forced-marriage"), .names: .words(names), .reason: .text("R.")]
    }

    @Test(arguments: [JoiningScene.first, JoiningScene.second])
    func `holds back the whole child when it is joined with one that is not`(restricted: ChildID) throws {
        var scene = try JoiningScene()
        try scene.act(.accessRestricted, .child(restricted), Self.restriction(["stephen.oduya"]))
        try scene.join()
        for id in [first, second] {
            #expect(scene.access("stephen.oduya").maySee(.existence, of: id))
            #expect(!scene.access("amira.hale").maySee(.existence, of: id))
        }
    }

    @Test func `is seen only by whom both name, and is not lifted by the other's history`() throws {
        var scene = try JoiningScene()
        try scene.act(.accessRestricted, .child(first), Self.restriction(["stephen.oduya", "amira.hale"]))
        try scene.act(.accessRestricted, .child(second), Self.restriction(["stephen.oduya"]))
        try scene.act(.accessRestricted, .child(first), Self.restriction(["stephen.oduya", "amira.hale"]))
        try scene.join()
        #expect(try scene.facts(first).protection.restriction?.names == ["stephen.oduya"])
        var lifted = try JoiningScene()
        try lifted.act(.accessRestricted, .child(first), Self.restriction(["stephen.oduya"]))
        try lifted.act(.accessRestricted, .child(second), Self.restriction(["stephen.oduya"]))
        try lifted.act(.restrictionLifted, .child(second), [.reason: .text("Over.")])
        try lifted.join()
        #expect(try lifted.facts(second).protection.restriction?.names == ["stephen.oduya"])
        try lifted.act(.restrictionLifted, .child(second), [.reason: .text("Over for both.")])
        #expect(try lifted.facts(first).protection.restriction == nil)
    }

    @Test func `stays held back on both when it was done while they were one`() throws {
        var scene = try JoiningScene()
        let join = try scene.join()
        try scene.act(.accessRestricted, .child(first), Self.restriction(["stephen.oduya"]))
        try scene.act(.locationShielded, .child(first), [.names: .words(["stephen.oduya"]), .reason: .text("R.")])
        try scene.act(.legalHoldPlaced, .child(first), [.reason: .text("An inquiry.")])
        try scene.part(join)
        for id in [first, second] {
            let held = try scene.facts(id).protection
            #expect(held.restriction?.names == ["stephen.oduya"] && held.shield?.names == ["stephen.oduya"])
            #expect(held.isHeld(at: scene.now))
            #expect(!scene.access("amira.hale").maySee(.existence, of: id))
        }
    }

    @Test func `is not decided on by who may not know of both`() throws {
        var scene = try JoiningScene()
        try scene.act(.accessRestricted, .child(second), Self.restriction(["stephen.oduya"]))
        #expect(scene.access("stephen.oduya").mayJoin(first, second))
        #expect(!scene.access("amira.hale").mayJoin(first, second))
        #expect(!scene.access("amira.hale").mayCompare(second, first))
        let carer = Access(Actor(worker: "p.smith", role: .carer), in: scene.state, at: scene.now)
        #expect(!carer.mayCompare(first, second))
    }
}

@Suite struct `Parting two records again` {
    /// Whatever was recorded before, in whatever order.
    @Test(arguments: 0..<60)
    func `leaves everything that was recorded before as it was`(seed: UInt64) throws {
        var random = Draws(seed: seed)
        var scene = try JoiningScene(
            [.name: .text("Kezia A"), .postcode: .word("EM1 2AB")], [.name: .text("Keziah A"), .language: .text("Twi")])
        func anything(_ count: Int, _ scene: inout JoiningScene) {
            for _ in 0..<count {
                let child = Act.Subject.child(random.one(of: [JoiningScene.first, JoiningScene.second]))
                let (word, details) = random.one(of: Self.acts)
                // Much of it can't be so, and is refused.
                _ = try? scene.act(word, child, details)
            }
        }
        anything(20, &scene)
        let before = scene.state
        let join = try scene.join(
            random.one(of: [JoiningScene.first]), JoiningScene.second)
        let open = scene.state
        var plain = scene
        try plain.part(join)
        check(plain.state, isAs: before)
        // What is recorded meanwhile stays where it was recorded, and the rest is as it was all the same.
        anything(15, &scene)
        try scene.part(join)
        let late = scene.state
        for id in [JoiningScene.first, JoiningScene.second] {
            let now = try #require(late.child(id)).history.recorded
            let then = try #require(before.child(id)).history.recorded
            #expect(Array(now.prefix(then.count)) == then)
        }
        let marks = { (state: State) in
            (state.children.values.flatMap(\.history.recorded) + state.episodes.values.flatMap(\.history.recorded))
                .map(\.position).sorted()
        }
        // Parting may record what stays held back besides.
        #expect(Set(marks(scene.state)).isSuperset(of: marks(open)))
        for state in [before, open, late, scene.state] { checkLists(of: state) }
        // A snapshot keeps the records by themselves, and comes to the same.
        for state in [open, late] {
            let kept = State(
                children: state.everyRecord, episodes: state.episodes.values.map { $0.byItself },
                partnershipEvents: Array(zip(state.partnershipPositions, state.partnershipEvents)), imported: [],
                registrars: [:], position: state.position)
            check(kept, isAs: state)
        }
    }

    /// Erasing destroys the keys of one record: the other has to come out of the rest as it stood.
    @Test(arguments: 0..<60, [JoiningScene.first, JoiningScene.second])
    func `leaves nothing to the one that hangs on what is erased of the other`(seed: UInt64, erased: ChildID) throws {
        var random = Draws(seed: seed)
        var scene = try JoiningScene([.knownAs: .text("Kez")], [.name: .text("Keziah A"), .language: .text("Twi")])
        func anything(_ count: Int, _ scene: inout JoiningScene) {
            for _ in 0..<count {
                let child = Act.Subject.child(random.one(of: [JoiningScene.first, JoiningScene.second]))
                let (word, details) = random.one(of: Self.acts + Self.endings)
                _ = try? scene.act(word, child, details)
            }
        }
        anything(15, &scene)
        _ = try scene.compare("not-sure")
        let join = try scene.join()
        anything(15, &scene)
        check(scene.readAgain(), isAs: scene.state)
        try scene.part(join)
        anything(5, &scene)
        check(scene.readAgain(), isAs: scene.state)
        let erasing = try #require(scene.state.erasure(of: erased, reason: "R.", at: scene.now))
        scene.erase(erasing.details)
        let again = scene.readAgain(without: erased)
        check(again, isAs: scene.state)
        #expect(again.joins == scene.state.joins && again.joins.joins.isEmpty && again.joins.comparisons.isEmpty)
        #expect(again.children.count == 1)
    }

    private static let endings: [(EventWord, Details)] = [
        (.placementEnded, [:]),
        (.statusStarted, [.kind: .word("looked-after"), .since: .date(London.date(of: at("2015-06-01T08:00")))]),
        (.corrected, [.what: .number(9)]),
    ]

    private func check(_ state: State, isAs other: State) {
        #expect(Array(state.children.values) == Array(other.children.values))
        #expect(Array(state.episodes.values) == Array(other.episodes.values))
        #expect(state.unclosed == other.unclosed)
        #expect(state.children.count == other.children.count && state.nextChild == other.nextChild)
        for number in 1...30 { #expect(state.meetings.children(of: number) == other.meetings.children(of: number)) }
        #expect(state.lists.placedAcross == other.lists.placedAcross && state.lists.alerted == other.lists.alerted)
        #expect(state.lists.withActions == other.lists.withActions)
        let home = AgencyID("ash-lodge")
        #expect(state.lists.residents(of: home) == other.lists.residents(of: home))
    }

    /// The lists hold those who are shown, by what is shown of them.
    private func checkLists(of state: State) {
        let alerted = state.children.values.filter { !StandingAlert.all(of: $0).isEmpty }.map(\.id)
        #expect(Set(state.lists.alerted) == Set(alerted))
        let across = state.children.values.filter { $0.facts.placements.contains(where: \.outOfArea) }.map(\.id)
        #expect(Set(state.lists.placedAcross).isSuperset(of: across))
        let shown = Set(state.children.values.map(\.id))
        #expect(Set(state.lists.placedAcross).union(state.lists.withActions).isSubset(of: shown))
        let agreed = state.children.values.filter { child in
            child.history.holds(.actionAgreed)
                || state.episodes(of: child.id).contains { $0.history.holds(.actionAgreed) }
        }
        #expect(Set(state.lists.withActions) == Set(agreed.map(\.id)))
    }

    private static let acts: [(EventWord, Details)] = [
        (.reported, [:]), (.returned, [:]), (.closed, [:]), (.sighted, [.found: .text("In the park.")]),
        (.riskNoted, [.kind: .word("self-harm")]), (.riskEnded, [.kind: .word("self-harm"), .reason: .text("R.")]),
        (.childDetailsChanged, [.knownAs: .text("Kez")]), (.addressChanged, [.postcode: .word("EM3 3CD")]),
        (.placementStarted, [.kind: .word("foster-care")]),
        (.placementStarted, [.kind: .word("childrens-home"), .place: .word("ash-lodge"), .outOfArea: .flag(true)]),
        (.alertReceived, [.agency: .word("northvale")]), (.alertEnded, [:]),
        (.actionAgreed, [.action: .text("Ring."), .owner: .word("school")]),
        (.allocated, [.role: .word("social-worker"), .worker: .word("a.b")]),
        (.accessRestricted, [.ground: .word("trafficking"), .names: .words(["stephen.oduya"]), .reason: .text("R.")]),
        (.restrictionLifted, [.reason: .text("R.")]),
        (.locationShielded, [.names: .words(["stephen.oduya"]), .reason: .text("R.")]),
        (.meetingHeld, [.kind: .word("strategy"), .ownRecord: .flag(true)]),
    ]
}

extension Episode {
    fileprivate var byItself: Episode {
        Episode(id: id, child: recordedUnder, lookedAfter: facts.lookedAfter, history: history)
    }
}

/// Draws that are the same for the same seed.
private struct Draws {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

    mutating func one<Element>(of all: [Element]) -> Element {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return all[Int(state >> 33) % all.count]
    }
}
