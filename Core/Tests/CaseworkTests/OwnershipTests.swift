// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `Passing a child's case on` {
    private func away() throws -> TestRecord {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        try record.does(.reported, "2015-06-05T22:32", [:], .carer)
        return record
    }

    private func ownership(_ part: OwnedPart, _ record: TestRecord) -> Ownership? {
        record.state.episode(EpisodeID(number: 1))?.ownership(of: part)
    }

    @Test(arguments: [
        (OwnedPart.police, EventWord.transferOffered, EventWord.transferAccepted, Role.dutyInspector),
        (.care, .handOverOffered, .handOverAccepted, .teamManager),
    ])
    func `stays with the sender until it is accepted`(
        _ part: OwnedPart, _ offered: EventWord, _ accepted: EventWord, _ role: Role
    ) throws {
        var record = try away()
        let offer: Details = [.to: .word("northvale"), .reason: .text("Seen there.")]
        try record.does(offered, "2015-06-05T23:00", offer, role)
        #expect(ownership(part, record)?.owner == nil)
        #expect(ownership(part, record)?.offeredTo == AgencyID("northvale"))
        #expect(ownership(part, record)?.offeredAt == at("2015-06-05T23:00"))
        try record.does(accepted, "2015-06-06T01:00", [:], role)
        #expect(ownership(part, record)?.owner == AgencyID("northvale"))
        #expect(ownership(part, record)?.isOffered == false)
        #expect(ownership(part, record)?.acceptedAt == at("2015-06-06T01:00"))
    }

    @Test(arguments: [
        (OwnedPart.police, EventWord.transferOffered, EventWord.transferRefused, Role.dutyInspector),
        (.care, .handOverOffered, .handOverRefused, .socialWorker),
    ])
    func `stays with the sender when it is refused`(
        _ part: OwnedPart, _ offered: EventWord, _ refused: EventWord, _ role: Role
    ) throws {
        var record = try away()
        try record.does(offered, "2015-06-05T23:00", [.to: .word("northvale"), .reason: .text("R.")], role)
        try record.does(refused, "2015-06-06T01:00", [.reason: .text("Not ours.")], role)
        #expect(ownership(part, record)?.owner == nil)
        #expect(ownership(part, record)?.isOffered == false)
        #expect(throws: Refusal.nothingIsOffered(refused)) {
            try record.does(refused, "2015-06-06T02:00", [.reason: .text("Not ours.")], role)
        }
    }

    @Test func `a second offer takes the place of the first`() throws {
        var record = try away()
        try record.does(.transferOffered, "2015-06-05T23:00", [.to: .word("northvale")], .dutyInspector)
        try record.does(.transferOffered, "2015-06-05T23:30", [.to: .word("westmere")], .dutyInspector)
        #expect(throws: Refusal.valueIsNotAllowed(.agency, given: "northvale", allowed: ["westmere"])) {
            try record.does(.transferAccepted, "2015-06-06T01:00", [.agency: .word("northvale")], .dutyInspector)
        }
        try record.does(.transferAccepted, "2015-06-06T01:00", [.agency: .word("westmere")], .dutyInspector)
        #expect(ownership(.police, record)?.owner == AgencyID("westmere"))
    }

    @Test func `nothing can be accepted that was not offered`() throws {
        var record = try away()
        #expect(throws: Refusal.nothingIsOffered(.transferAccepted)) {
            try record.does(.transferAccepted, "2015-06-06T01:00", [:], .dutyInspector)
        }
        #expect(throws: Refusal.nothingIsOffered(.handOverAccepted)) {
            try record.does(.handOverAccepted, "2015-06-06T01:00", [:], .teamManager)
        }
    }

    @Test func `an agency of the record answers for itself, and nobody else in its place`() throws {
        var state = PlacedChild().state
        func record(_ word: EventWord, _ subject: Act.Subject, _ details: Details, _ role: Role, _ agency: String)
            throws
        {
            let act = Act(word, subject, occurredAt: .at(at("2015-06-05T23:00")), details: details)
            let actor = Actor(role: role, agency: AgencyID(agency))
            for event in try decide([act], by: actor, at: at("2015-06-05T23:00"), in: state) {
                state.apply(event, at: state.position.next)
            }
        }
        let child = Act.Subject.child(ChildID(number: 1))
        try record(.reported, child, [:], .carer, "larch-house")
        let offer: Details = [.to: .word("northvale"), .reason: .text("R.")]
        try record(.handOverOffered, child, offer, .teamManager, "eastmoor")
        #expect(throws: Refusal.detailIsLacking(.handOverAccepted, .agency)) {
            try record(.handOverAccepted, child, [:], .teamManager, "eastmoor")
        }
        try record(.handOverAccepted, child, [:], .teamManager, "northvale")
        let episode = state.openEpisode(of: ChildID(number: 1))
        #expect(episode?.ownership(of: .care).owner == AgencyID("northvale"))
    }
}

@Suite struct `A meeting about several children` {
    @Test func `is recorded in one submission, with each child's own record and nobody else's`() throws {
        let meeting = JointMeeting(
            kind: "strategy-meeting", occurredAt: .at(at("2015-06-08T10:00")), chair: "team-manager",
            attendees: ["police", "social-worker"],
            parts: [
                JointMeeting.Part(
                    episode: EpisodeID(number: 1), child: ChildID(number: 1), minutes: "About the first.",
                    decisions: ["Visit the aunt."]),
                JointMeeting.Part(
                    episode: EpisodeID(number: 2), child: ChildID(number: 2), minutes: "About the second."),
            ])
        let acts = meeting.acts
        #expect(acts.map(\.subject) == [.episode(EpisodeID(number: 1)), .episode(EpisodeID(number: 2))])
        #expect(acts.map { $0.details.flag(.ownRecord) } == [true, false])
        #expect(acts.map { $0.details.numbers(.withChildren) } == [[2], [1]])
        #expect(acts.map { $0.details.text(.minutes) } == ["About the first.", "About the second."])
        #expect(acts.allSatisfy { act in act.details.keys.allSatisfy { act.word.form.carries($0) } })
    }
}
