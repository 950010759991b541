// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `A meeting that was called` {
    private func scene() throws -> (TestRecord, number: Int) {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        try record.does(.reported, "2015-06-05T22:32", [:], .carer)
        try submit(
            .meetingCalled, "2015-06-06T09:00",
            [
                .kind: .word("strategy-meeting"), .at: .time(.at(at("2015-06-08T14:00"))), .place: .word("room-4"),
                .attendees: .words(["social-worker", "police"]),
            ], &record)
        return (record, Int(record.state.position.number))
    }

    private func submit(
        _ word: EventWord, _ time: String, _ details: Details, _ record: inout TestRecord
    ) throws {
        try record.submit(
            Act(word, .partnership, occurredAt: .at(at(time)), details: details), by: .teamManager,
            recordedAt: at(time))
    }

    @Test func `goes by the place in the ledger at which it was called`() throws {
        let (record, number) = try scene()
        let meeting = try #require(record.state.meetings.meeting(number))
        #expect(meeting.kind == "strategy-meeting")
        #expect(meeting.at == .at(at("2015-06-08T14:00")))
        #expect(meeting.invited == ["social-worker", "police"])
        #expect(record.state.meetings.children(of: number) == [])
    }

    @Test func `is recorded in one submission with the children it is about, or not at all`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        try record.does(.reported, "2015-06-05T22:32", [:], .carer)
        let call = Act(
            .meetingCalled, .partnership, occurredAt: .at(at("2015-06-06T09:00")),
            details: [.kind: .word("strategy-meeting")])
        let tie = Act(
            .meetingArranged, .episode(EpisodeID(number: 1)), occurredAt: .at(at("2015-06-06T09:00")),
            details: [.kind: .word("strategy-meeting"), .meeting: .number(Act.meetingCalledBefore)])
        let before = record.state.position
        try record.submit([call, tie], by: .teamManager, recordedAt: at("2015-06-06T09:00"))
        let number = Int(before.next.number)
        #expect(record.state.meetings.meeting(number) != nil)
        #expect(record.state.meetings.children(of: number) == [ChildID(number: 1)])
        let unknown = Act(
            .meetingArranged, .child(ChildID(number: 9)), occurredAt: tie.occurredAt, details: tie.details)
        let after = record.state.position
        #expect(throws: Refusal.childIsNotKnown) {
            try record.submit([call, unknown], by: .teamManager, recordedAt: at("2015-06-06T10:00"))
        }
        #expect(throws: Refusal.detailIsLacking(.meetingArranged, .meeting)) {
            try record.submit([tie, call], by: .teamManager, recordedAt: at("2015-06-06T10:00"))
        }
        #expect(record.state.position == after)
    }

    @Test func `counts its changes, and keeps what a change does not name`() throws {
        var (record, number) = try scene()
        let later: Details = [.meeting: .number(number), .at: .time(.at(at("2015-06-08T16:00")))]
        try submit(.meetingChanged, "2015-06-07T09:00", later, &record)
        let meeting = try #require(record.state.meetings.meeting(number))
        #expect(meeting.changeCount == 1)
        #expect(meeting.at == .at(at("2015-06-08T16:00")))
        #expect(meeting.place == "room-4")
        #expect(!meeting.isCancelled)
    }

    @Test func `takes nothing more once it was called off`() throws {
        var (record, number) = try scene()
        let off: Details = [.meeting: .number(number), .reason: .text("The child is back.")]
        try submit(.meetingCancelled, "2015-06-07T09:00", off, &record)
        #expect(record.state.meetings.meeting(number)?.cancelReason == "The child is back.")
        let held: Details = [.kind: .word("strategy-meeting"), .meeting: .number(number)]
        #expect(throws: Refusal.meetingIsCancelled) {
            try record.does(.meetingHeld, "2015-06-08T14:00", held, .teamManager)
        }
    }

    @Test func `is named only where it was called`() throws {
        var (record, number) = try scene()
        let stray: Details = [.kind: .word("strategy-meeting"), .meeting: .number(number + 40)]
        #expect(throws: Refusal.entryIsNotHere(Position(Int64(number + 40)))) {
            try record.does(.meetingArranged, "2015-06-06T10:00", stray, .socialWorker)
        }
    }

    @Test func `keeps what was said of a child in that child's own part`() throws {
        var (record, number) = try scene()
        let tie: Details = [.kind: .word("strategy-meeting"), .meeting: .number(number)]
        try record.does(.meetingArranged, "2015-06-06T10:00", tie, .socialWorker)
        #expect(record.state.meetings.children(of: number) == [ChildID(number: 1)])
        let held = tie.replacing(with: [.minutes: .text("What was said."), .decisions: .words(["plan"])])
        try record.does(.meetingHeld, "2015-06-08T14:00", held, .teamManager)
        let action: Details = [
            .action: .text("Ring the aunt."), .owner: .word("d.mensah"), .meeting: .number(number),
            .due: .time(.at(at("2015-06-09T12:00"))),
        ]
        try record.does(.actionAgreed, "2015-06-08T14:30", action, .teamManager)
        let part = try #require(record.state.parts(ofMeeting: number).first)
        #expect(part.isOn)
        #expect(part.held?.details.words(.decisions) == ["plan"])
        #expect(part.actions.map(\.owner) == ["d.mensah"])
    }

    @Test func `is forgotten of a child whose record is erased`() throws {
        var register = MeetingRegister()
        let mark = Mark(
            .meetingArranged, by: .socialWorker, position: Position(7), occurredAt: .at(at("2015-06-06T10:00")),
            recordedAt: at("2015-06-06T10:00"), details: [.kind: .word("mase"), .meeting: .number(3)])
        register.take(mark, of: ChildID(number: 5))
        #expect(register.children(of: 3) == [ChildID(number: 5)])
        register.forget(ChildID(number: 5))
        #expect(register.children(of: 3) == [])
    }
}

@Suite struct `An agreed action` {
    private func agreed() throws -> (TestRecord, number: Int) {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        try record.does(.reported, "2015-06-05T22:32", [:], .carer)
        let action: Details = [
            .action: .text("Visit the aunt."), .owner: .word("d.mensah"), .due: .time(.at(at("2015-06-09T12:00"))),
        ]
        try record.does(.actionAgreed, "2015-06-06T10:00", action, .teamManager)
        return (record, Int(record.state.position.number))
    }

    private func action(_ record: TestRecord) throws -> AgreedAction {
        try #require(record.state.actions(of: ChildID(number: 1)).first)
    }

    @Test func `is overdue after its date, until it is done`() throws {
        var (record, number) = try agreed()
        #expect(try !action(record).isOverdue(at: at("2015-06-09T11:00")))
        #expect(try action(record).isOverdue(at: at("2015-06-09T13:00")))
        try record.does(.actionDone, "2015-06-10T09:00", [.what: .number(number)], .socialWorker)
        #expect(try !action(record).isOverdue(at: at("2015-06-10T13:00")))
        #expect(try action(record).done != nil)
    }

    @Test func `may be chased, and given another owner and date with a reason`() throws {
        var (record, number) = try agreed()
        try record.does(.actionChased, "2015-06-09T09:00", [.what: .number(number)], .teamManager)
        let change: Details = [
            .what: .number(number), .reason: .text("Away on leave."), .owner: .word("p.shah"),
            .due: .time(.at(at("2015-06-12T12:00"))),
        ]
        try record.does(.actionChanged, "2015-06-09T10:00", change, .teamManager)
        let now = try action(record)
        #expect(now.owner == "p.shah")
        #expect(now.chased.count == 1)
        #expect(!now.isOverdue(at: at("2015-06-11T12:00")))
    }

    @Test func `is dropped only by naming it`() throws {
        var (record, number) = try agreed()
        let stray: Details = [.what: .number(1), .reason: .text("Not needed.")]
        #expect(throws: Refusal.entryIsNotHere(Position(1))) {
            try record.does(.actionDropped, "2015-06-09T09:00", stray, .teamManager)
        }
        let drop: Details = [.what: .number(number), .reason: .text("Not needed.")]
        try record.does(.actionDropped, "2015-06-09T09:00", drop, .teamManager)
        #expect(try !action(record).isOpen)
    }
}
