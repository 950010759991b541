// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `A restricted record` {
    private func scene(named: [String]) -> AccessScene {
        var scene = AccessScene(.responsibleAuthority, .teamManager)
        scene.tell(.accessRestricted, [.ground: .word("staff-relative"), .names: .words(named), .reason: .text("R.")])
        return scene
    }

    @Test(arguments: Role.allCases, Relationship.allCases)
    func `is not there for anybody who is not named`(role: Role, relationship: Relationship) {
        guard relationship != .namedOnRestriction, relationship != .brokeTheGlass else { return }
        var scene = AccessScene(relationship, role)
        scene.tell(
            .accessRestricted,
            [.ground: .word("trafficking"), .names: .words(["somebody.else"]), .reason: .text("R.")])
        let access = scene.access(role)
        for act in RecordAct.allCases {
            for part in RecordPart.allCases { #expect(!access.may(act, part, of: AccessScene.child)) }
        }
        // The answer is that for a child who isn't there, so that not even the restriction is told.
        #expect(
            access.answer(.see, .existence, of: AccessScene.child)
                == access.answer(.see, .existence, of: ChildID(number: 99)))
    }

    @Test func `is as before for those who are named`() {
        let access = scene(named: ["a.worker"]).access(.teamManager)
        for part in RecordPart.allCases { #expect(access.maySee(part, of: AccessScene.child)) }
        #expect(access.mayRecord(.restrictionLifted, on: AccessScene.child))
    }

    @Test func `is as before once it is lifted`() {
        var scene = scene(named: ["somebody.else"])
        scene.tell(.restrictionLifted, [.reason: .text("R.")])
        #expect(scene.access(.teamManager).maySee(.interview, of: AccessScene.child))
    }
}

@Suite struct `A location shield` {
    private func scene(_ names: [String], until: Instant? = nil) -> AccessScene {
        var scene = AccessScene(.responsibleAuthority, .socialWorker)
        var details: Details = [.names: .words(names), .reason: .text("R.")]
        details[.until] = until.map { .time(.at($0)) }
        scene.tell(.locationShielded, details)
        return scene
    }

    @Test func `holds back where the child is, and nothing else`() {
        let access = scene(["somebody.else"]).access(.socialWorker)
        #expect(!access.maySee(.location, of: AccessScene.child))
        #expect(!access.may(.decide, .location, of: AccessScene.child))
        #expect(access.may(.add, .location, of: AccessScene.child), "what they know they may still tell")
        #expect(access.maySee(.episode, of: AccessScene.child))
        #expect(access.answer(.see, .location, of: AccessScene.child).says.first?.contains("shielded") == true)
    }

    @Test func `holds nothing back from those who are named`() {
        #expect(scene(["a.worker"]).access(.socialWorker).maySee(.location, of: AccessScene.child))
    }

    @Test func `ends at its time`() {
        let ended = scene(["somebody.else"], until: AccessScene.now)
        #expect(ended.access(.socialWorker).maySee(.location, of: AccessScene.child))
        let standing = scene(["somebody.else"], until: AccessScene.now + .minutes(1))
        #expect(!standing.access(.socialWorker).maySee(.location, of: AccessScene.child))
    }

    @Test func `is not told to those who would not see the location anyway`() {
        var scene = AccessScene(.teaches, .school)
        scene.tell(.locationShielded, [.names: .words(["somebody.else"]), .reason: .text("R.")])
        let answer = scene.access(.school).answer(.see, .location, of: AccessScene.child)
        #expect(!answer.isAllowed && !answer.says.joined().contains("shield"))
    }
}

@Suite struct `Breaking the glass` {
    private let reason: Details = [.reason: .text("She is at the hospital now.")]

    @Test func `opens what the role withholds, and closes at its time`() {
        var scene = AccessScene(.policeOfTheArea, .attendingOfficer)
        #expect(!scene.access(.attendingOfficer).maySee(.interview, of: AccessScene.child))
        #expect(scene.access(.attendingOfficer).mayBreakGlass(AccessScene.child))
        let opened = AccessScene.now - .hours(1)
        scene.tell(.glassBroken, reason, by: scene.worker, role: .attendingOfficer, at: opened)
        func access(at instant: Instant) -> Access {
            Access(
                Actor(worker: scene.worker, role: .attendingOfficer, agency: scene.agency), in: scene.state, at: instant
            )
        }
        #expect(access(at: AccessScene.now).maySee(.interview, of: AccessScene.child))
        #expect(access(at: opened + .hours(8) - Elapsed(seconds: 1)).maySee(.interview, of: AccessScene.child))
        #expect(!access(at: opened + .hours(8)).maySee(.interview, of: AccessScene.child))
        #expect(
            access(at: opened + .hours(8)).answer(.see, .interview, of: AccessScene.child).says
                .contains { $0.contains("That has ended") })
        let other = Actor(worker: "b.worker", role: .attendingOfficer, agency: scene.agency)
        #expect(
            !Access(other, in: scene.state, at: AccessScene.now).maySee(.interview, of: AccessScene.child),
            "it opens for whoever broke it, and nobody else")
    }

    @Test func `shows, and decides or sends out nothing`() {
        var scene = AccessScene(.policeOfTheArea, .attendingOfficer)
        scene.tell(.glassBroken, reason, by: scene.worker, role: .attendingOfficer)
        for part in [RecordPart.interview, .ownWords, .minutes, .audit] {
            #expect(!scene.access(.attendingOfficer).may(.export, part, of: AccessScene.child))
            #expect(!scene.access(.attendingOfficer).may(.decide, part, of: AccessScene.child))
        }
    }

    @Test(arguments: Role.allCases) func `is for roles with a safeguarding duty alone`(role: Role) {
        for relationship in Relationship.allCases {
            let access = AccessScene(relationship, role).access(role)
            if !role.hasSafeguardingDuty {
                #expect(!access.mayBreakGlass(AccessScene.child), "\(role) \(relationship)")
            }
            if !role.hasSafeguardingDuty { #expect(!access.mayRecord(.glassBroken, on: AccessScene.child)) }
        }
    }

    @Test func `of a restricted record is for those who answer for others`() {
        for (role, mayOpen) in [
            (Role.teamManager, true), (.edt, true), (.mash, true), (.socialWorker, false), (.iro, false),
        ] {
            var scene = AccessScene(.responsibleAuthority, role)
            scene.tell(
                .accessRestricted,
                [.ground: .word("forced-marriage"), .names: .words(["somebody.else"]), .reason: .text("R.")])
            #expect(scene.access(role).mayBreakGlass(AccessScene.child) == mayOpen, "\(role)")
            #expect(scene.access(role).mayRecord(.glassBroken, on: AccessScene.child) == mayOpen, "\(role)")
        }
    }

    @Test func `is not for a worker of an agency that has nothing to do with the child, but for their manager`() {
        let scene = AccessScene(.responsibleAuthority, .teamManager)
        func opens(_ role: Role, _ agency: String) -> Bool {
            Access(
                Actor(worker: "b.worker", role: role, agency: AgencyID(agency)), in: scene.state, at: AccessScene.now
            )
            .mayBreakGlass(AccessScene.child)
        }
        #expect(!opens(.socialWorker, "westmere"))
        #expect(opens(.edt, "westmere"))
        #expect(!opens(.attendingOfficer, "westmere-police"))
        #expect(opens(.dutyInspector, "westmere-police"))
        #expect(!opens(.edt, "larch-house"), "a role counts where it belongs")
        #expect(!opens(.edt, "nowhere"))
    }
}
