// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

/// Random records with random people asking, from a seed: what no line allows is never allowed.
@Suite struct `Access, whatever the record` {
    private static let workers = ["a.worker", "b.worker", "c.worker", "d.worker"]
    private static let agencies = [
        "eastmoor", "northvale", "westmere", "eastmoor-police", "westmere-police", "larch-house", "hill-school",
        "listening-post", "eastmoor-health", "border-office", "nowhere",
    ]

    private static func scene(_ random: inout SeededChance) -> AccessScene {
        let start = random.pick(Relationship.allCases)
        var scene = AccessScene(start, random.pick(Role.allCases))
        for _ in 0..<random.number(0...14) {
            let names = [random.pick(workers), random.pick(workers)]
            let acts: [(EventWord, Details, Bool)] = [
                (.accessRestricted, [.ground: .word("other"), .names: .words(names), .reason: .text("R.")], false),
                (.restrictionLifted, [.reason: .text("R.")], false),
                (.locationShielded, [.names: .words(names), .reason: .text("R.")], false),
                (.locationShieldLifted, [.reason: .text("R.")], false),
                (.glassBroken, [.reason: .text("R.")], false),
                (.allocated, [.role: .word("social-worker"), .worker: .word(random.pick(workers))], false),
                (.childDetailsChanged, [.responsible: .word(random.pick(agencies))], false),
                (.childDetailsChanged, [.school: .word("hill-school")], false),
                (
                    .placementStarted,
                    [
                        .kind: .word("other"), .place: .word(random.pick(agencies)),
                        .since: .date(London.date(of: at("2015-05-01T12:00"))),
                    ], false
                ),
                (.reported, [.from: .word(random.pick(agencies))], true), (.returned, [:], true), (.closed, [:], true),
                (.placedOnAgenda, [.kind: .word("panel")], true), (.notified, [.to: .word("health")], true),
                (
                    .subjectAccessRequested,
                    [.name: .text("K"), .kind: .word("child"), .due: .time(.at(AccessScene.now))], false
                ),
            ]
            let (word, details, inEpisode) = random.pick(acts)
            let hour = at("2015-06-10T00:00") + .minutes(random.number(0...800))
            scene.tell(
                word, details, inEpisode: inEpisode, by: random.pick(workers), role: random.pick(Role.allCases),
                at: hour)
        }
        return scene
    }

    @Test func `allows nothing that no line of the table allows`() {
        var random = SeededChance(seed: 20_150_605)
        var allowed = 0
        for _ in 0..<300 {
            let scene = Self.scene(&random)
            for _ in 0..<20 {
                let actor = Actor(
                    worker: random.number(0...9) == 0 ? nil : random.pick(Self.workers),
                    role: random.pick(Role.allCases), agency: AgencyID(random.pick(Self.agencies)))
                allowed += check(actor, scene)
            }
        }
        #expect(1_000 < allowed, "the records are not all hidden from everybody")
    }

    @Test func `is the same where a page takes one child's answers once`() {
        var random = SeededChance(seed: 20_150_606)
        for _ in 0..<200 {
            let scene = Self.scene(&random)
            let actor = Actor(
                worker: random.pick(Self.workers), role: random.pick(Role.allCases),
                agency: AgencyID(random.pick(Self.agencies)))
            let access = Access(actor, in: scene.state, at: AccessScene.now)
            let nobody = ChildID(number: 9)
            for focus in [AccessScene.child, nobody] {
                let focused = access.focused(on: focus).focused(on: focus)
                for child in [AccessScene.child, nobody] {
                    #expect(focused.relationships(to: child) == access.relationships(to: child))
                    #expect(focused.mayBreakGlass(child) == access.mayBreakGlass(child))
                    for part in RecordPart.allCases {
                        for act in RecordAct.allCases {
                            #expect(focused.may(act, part, of: child) == access.may(act, part, of: child))
                        }
                    }
                    for word in EventWord.allCases {
                        #expect(focused.mayRecord(word, on: child) == access.mayRecord(word, on: child))
                        let event = Event(
                            word, child: child, occurredAt: .at(AccessScene.now), recordedAt: AccessScene.now,
                            by: Actor(worker: Self.workers[0], role: .carer), details: [:])
                        #expect(focused.maySee(.address, of: event) == access.maySee(.address, of: event))
                        #expect(focused.maySee(.narrative, of: event) == access.maySee(.narrative, of: event))
                    }
                }
            }
        }
    }

    /// How many cells are allowed; each of them by a line, and none that is held back.
    private func check(_ actor: Actor, _ scene: AccessScene) -> Int {
        let access = Access(actor, in: scene.state, at: AccessScene.now)
        let held = access.relationships(to: AccessScene.child)
        let protection = scene.state.child(AccessScene.child)?.facts.protection ?? ChildProtection()
        let hasOpened =
            actor.role.hasSafeguardingDuty
            && protection.glassBreaks.contains { opened in
                opened.worker == actor.worker && AccessScene.now < opened.brokenAt + .hours(8)
                    && opened.brokenAt <= AccessScene.now
            }
        var allowed = 0
        for act in RecordAct.allCases {
            for part in RecordPart.allCases where access.may(act, part, of: AccessScene.child) {
                allowed += 1
                let line = AccessRule.table.contains { rule in
                    rule.roles.contains(actor.role) && rule.parts(for: act).contains(part)
                        && rule.relationships.contains(where: held.contains)
                }
                #expect(line, "\(actor.role) \(act) \(part)")
                if let restriction = protection.restriction {
                    #expect(hasOpened || actor.worker.map(restriction.names.contains) ?? false, "\(actor.role) \(part)")
                }
                if let shield = protection.shield, part == .location, act != .add {
                    #expect(hasOpened || actor.worker.map(shield.names.contains) ?? false, "\(actor.role) \(part)")
                }
            }
        }
        return allowed
    }
}

/// A small seeded generator, so that a failing run can be run again.
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[number(0...choices.count - 1)] }
}
