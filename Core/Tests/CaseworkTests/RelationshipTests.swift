// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `What somebody is to a child` {
    private func held(_ scene: AccessScene, _ role: Role, _ agency: String, _ worker: String = "b.worker")
        -> Relationships
    {
        Access(Actor(worker: worker, role: role, agency: AgencyID(agency)), in: scene.state, at: AccessScene.now)
            .relationships(to: AccessScene.child)
    }

    @Test func `is police of the child's area, and not any police anywhere`() {
        let scene = AccessScene(.policeOfTheArea, .dutyInspector)
        #expect(held(scene, .dutyInspector, "eastmoor-police") == [.policeOfTheArea])
        #expect(held(scene, .dutyInspector, "westmere-police") == [])
    }

    @Test func `is police of every area that a force covers, and of those that no force claims`() {
        var scene = AccessScene(.policeOfTheArea, .dutyInspector)
        let details: Details = [
            .agency: .word("wide-police"), .name: .text("Wide"), .kind: .word("police"),
            .areas: .words(["northvale", "eastmoor"]),
        ]
        scene.tell(.agencyAdded, details, about: nil)
        #expect(held(scene, .dutyInspector, "wide-police") == [.policeOfTheArea])
        scene.tell(
            .agencyAdded, [.agency: .word("idle-police"), .name: .text("Idle"), .kind: .word("police")], about: nil)
        #expect(held(scene, .dutyInspector, "idle-police") == [], "another force has said that it covers the area")
        scene.tell(.childDetailsChanged, [.responsible: .word("outer-hill")])
        for force in ["idle-police", "eastmoor-police", "westmere-police"] {
            #expect(
                held(scene, .dutyInspector, force) == [.policeOfTheArea], "an area that nobody claims is everybody's")
        }
    }

    @Test func `is police of where the child went missing from, while the episode is open`() {
        var scene = AccessScene(.policeOfTheArea, .dutyInspector)
        scene.tell(.reported, [.from: .word("westmere-house")], inEpisode: true)
        #expect(held(scene, .dutyInspector, "westmere-police") == [.policeOfTheArea])
        scene.tell(.returned, [:], inEpisode: true)
        scene.tell(.closed, [:], inEpisode: true)
        #expect(held(scene, .dutyInspector, "westmere-police") == [])
    }

    @Test func `is a foster carer of the child placed with them, and of no other child of the service`() {
        let scene = AccessScene(.caresFor, .fosterCarer)
        #expect(held(scene, .fosterCarer, "westmere-fostering", scene.worker) == [.caresFor])
        #expect(held(scene, .fosterCarer, "westmere-fostering") == [])
        var placed = AccessScene(.caresFor, .fosterCarer)
        placed.tell(
            .placementStarted,
            [
                .kind: .word("foster-care"), .place: .word("westmere-fostering"),
                .since: .date(London.date(of: at("2015-06-01T12:00"))),
            ])
        let other = Access(
            Actor(worker: "b.worker", role: .fosterCarer, agency: AgencyID("westmere-fostering")), in: placed.state,
            at: AccessScene.now)
        #expect(!other.maySee(.existence, of: AccessScene.child), "the service's other carers see nothing")
    }

    @Test func `is the interview provider that the record names, else the area's, until the episode is closed`() {
        var scene = AccessScene(.holdsInterviewReferral, .interviewer)
        #expect(held(scene, .interviewer, "listening-post") == [.holdsInterviewReferral])
        #expect(held(scene, .interviewer, "open-door") == [])
        scene.tell(.referred, [.to: .word("open-door")], inEpisode: true)
        #expect(held(scene, .interviewer, "open-door") == [.holdsInterviewReferral])
        #expect(held(scene, .interviewer, "listening-post") == [])
        scene.tell(.closed, [:], inEpisode: true)
        #expect(held(scene, .interviewer, "open-door") == [])
    }

    @Test func `is a panel for as long as the child is on its agenda`() {
        let scene = AccessScene(.sitsOnPanel, .panelChair)
        func sits(at instant: Instant) -> Bool {
            Access(
                Actor(worker: "b.worker", role: .panelChair, agency: AgencyID("eastmoor")), in: scene.state, at: instant
            )
            .relationships(to: AccessScene.child).contains(.sitsOnPanel)
        }
        #expect(sits(at: AccessScene.now) && sits(at: AccessScene.now + .days(55)))
        #expect(!sits(at: AccessScene.now + .days(57)))
        #expect(held(scene, .panelChair, "westmere").isEmpty, "of another area's panel the child is on no agenda")
    }

    @Test func `is whoever entered the child, until that report is over`() {
        var scene = AccessScene(.registeredTheChild, .carer)
        func enters(at instant: Instant) -> Bool {
            Access(
                Actor(worker: scene.worker, role: .carer, agency: AgencyID("westmere-house")), in: scene.state,
                at: instant
            )
            .maySee(.identity, of: AccessScene.child)
        }
        #expect(enters(at: AccessScene.now) && !enters(at: AccessScene.now + .days(2)))
        scene.tell(.reported, [:], inEpisode: true)
        #expect(enters(at: AccessScene.now + .days(2)))
        scene.tell(.returned, [:], inEpisode: true)
        scene.tell(.closed, [:], inEpisode: true)
        #expect(!enters(at: AccessScene.now + .days(2)))
    }
}

@Suite struct `Why somebody can or cannot see a part` {
    private func says(_ scene: AccessScene, _ role: Role, _ part: RecordPart, _ act: RecordAct = .see) -> [String] {
        scene.access(role).answer(act, part, of: AccessScene.child).says
    }

    @Test func `is said in plain English`() {
        #expect(
            says(AccessScene(.allocated, .socialWorker), .socialWorker, .interview)
                == ["You see this because you are Kezia's allocated social worker."])
        #expect(
            says(AccessScene(.runsThePlacement, .carer), .carer, .episode, .add)
                == ["You may add to this because Kezia lives at larch-house."])
        let withheld = says(AccessScene(.policeOfTheArea, .attendingOfficer), .attendingOfficer, .interview)
        #expect(
            withheld.first?.hasPrefix(
                "This part holds what was said in the return interview. It is not for your role; it is for social worker"
            )
                == true)
        #expect(withheld.last?.contains("by stating a reason") == true)
        #expect(
            says(AccessScene(.teaches, .school), .school, .outline, .decide)
                == ["A school sees whether the child is away here, and does not decide on it."])
    }

    @Test func `names the lines of the table that allow it`() {
        let answer = AccessScene(.allocated, .socialWorker).access(.socialWorker).answer(
            .see, .interview, of: AccessScene.child)
        #expect(answer.isAllowed && answer.lines == ["responsible-authority"])
    }
}

@Suite struct `A detail of an event` {
    private func event(_ word: EventWord, by worker: String) -> Event {
        Event(
            word, child: AccessScene.child, episode: EpisodeID(number: 1), occurredAt: .at(AccessScene.now),
            recordedAt: AccessScene.now, by: Actor(worker: worker, role: .carer), details: [:])
    }

    @Test func `is read by those who see its part`() {
        let police = AccessScene(.policeOfTheArea, .attendingOfficer).access(.attendingOfficer)
        #expect(police.maySee(.found, of: event(.located, by: "x")))
        #expect(police.maySee(event(.interviewHeld, by: "x")), "that it was held is known")
        for key in [DetailKey.reasons, .wants, .whereTheyWere, .harm, .findings, .narrative] {
            #expect(!police.maySee(key, of: event(.interviewHeld, by: "x")), "\(key)")
        }
        let school = AccessScene(.teaches, .school).access(.school)
        #expect(school.maySee(event(.returned, by: "x")))
        for key in [DetailKey.found, .harm, .medical, .narrative] {
            #expect(!school.maySee(key, of: event(.returned, by: "x")), "\(key)")
        }
    }

    @Test func `is read by whoever wrote it`() {
        let scene = AccessScene(.runsThePlacement, .carer)
        #expect(scene.access(.carer).maySee(.minutes, of: event(.meetingHeld, by: scene.worker)))
        #expect(!scene.access(.carer).maySee(.minutes, of: event(.meetingHeld, by: "x")))
    }

    @Test func `of a correction is what the corrected entry tells`() {
        var scene = AccessScene(.holdsInterviewReferral, .interviewer)
        scene.tell(.interviewHeld, [.reasons: .text("R.")], inEpisode: true)
        let correction = Event(
            .corrected, child: AccessScene.child, episode: EpisodeID(number: 1), occurredAt: .at(AccessScene.now),
            recordedAt: AccessScene.now, by: Actor(worker: "x", role: .interviewer),
            details: [.what: .number(Int(scene.state.position.number)), .narrative: .text("She said…")])
        let police = Access(
            Actor(worker: "p", role: .dutyInspector, agency: AgencyID("eastmoor-police")), in: scene.state,
            at: AccessScene.now)
        #expect(police.maySee(correction) && !police.maySee(.narrative, of: correction))
        #expect(!police.mayCorrect(scene.state.position, on: AccessScene.child))
        #expect(scene.access(.interviewer).mayCorrect(scene.state.position, on: AccessScene.child))
    }
}

@Suite struct `The address of a home` {
    private let scene = AccessScene(.responsibleAuthority, .teamManager)

    private func sees(_ role: Role, _ agency: String, _ purpose: AddressPurpose?) -> Bool {
        Access(Actor(worker: "b", role: role, agency: AgencyID(agency)), in: scene.state, at: AccessScene.now)
            .maySeeAddress(of: AgencyID("larch-house"), for: purpose)
    }

    @Test func `is shown to police and social care who say what for, and to the home itself`() {
        #expect(sees(.attendingOfficer, "westmere-police", .findingAChild))
        #expect(sees(.socialWorker, "westmere", .protectingAChild))
        #expect(!sees(.attendingOfficer, "westmere-police", nil) && !sees(.socialWorker, "westmere", nil))
        #expect(sees(.carer, "larch-house", nil) && !sees(.carer, "westmere-house", .findingAChild))
        for role in [
            Role.analyst, .boardMember, .councilMember, .administrator, .auditor, .school, .health, .interviewer,
        ] {
            #expect(!sees(role, "eastmoor", .findingAChild), "\(role)")
        }
    }
}
