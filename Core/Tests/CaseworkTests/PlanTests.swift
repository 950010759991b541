// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `A plan for a child` {
    private func record() throws -> TestRecord {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        return record
    }

    private func write(_ kind: String, _ time: String, _ record: inout TestRecord) throws {
        let details: Details = [
            .kind: .word(kind), .steps: .answers([Answer(question: "Larch House, at once", answer: "Ring her aunt.")]),
        ]
        try record.does(.preventionPlanReviewed, time, details, .socialWorker)
    }

    @Test func `is in force from the day it is written, the newest of its kind alone`() throws {
        var record = try record()
        try write("trigger-plan", "2015-02-01T10:00", &record)
        try write("prevention-plan", "2015-02-02T10:00", &record)
        try write("trigger-plan", "2015-03-01T10:00", &record)
        let plans = record.state.plansInForce(of: ChildID(number: 1))
        #expect(plans.map(\.kind) == ["trigger-plan", "prevention-plan"])
        #expect(plans.map(\.version) == [2, 1])
        #expect(record.state.plans(of: ChildID(number: 1)).count == 3)
    }

    @Test func `ends with a reason, and may be written anew`() throws {
        var record = try record()
        try write("trigger-plan", "2015-02-01T10:00", &record)
        let end: Details = [.kind: .word("trigger-plan"), .reason: .text("She moved.")]
        try record.does(.planEnded, "2015-03-01T10:00", end, .socialWorker)
        #expect(record.state.plansInForce(of: ChildID(number: 1)).isEmpty)
        try write("trigger-plan", "2015-04-01T10:00", &record)
        #expect(record.state.plansInForce(of: ChildID(number: 1)).map(\.version) == [2])
    }

    @Test func `without steps is a review, and no plan to follow`() throws {
        var record = try record()
        try record.does(.preventionPlanReviewed, "2015-02-01T10:00", [.kind: .word("care-plan")], .socialWorker)
        #expect(record.state.plansInForce(of: ChildID(number: 1)).isEmpty)
    }
}

@Suite struct `The area's own plan` {
    private func submit(_ word: EventWord, _ time: String, _ details: Details, _ record: inout TestRecord) throws {
        try record.submit(
            Act(word, .partnership, occurredAt: .at(at(time)), details: details), by: .panelChair,
            recordedAt: at(time))
    }

    private func written(_ goal: String = "prevent") throws -> (TestRecord, number: Int) {
        var record = TestRecord()
        let line: Details = [
            .kind: .word("area-plan"), .goal: .word(goal), .action: .text("Talks in every home."),
            .owner: .word("panel-chair"), .due: .time(.at(at("2015-06-30T17:00"))),
        ]
        try submit(.planLineWritten, "2015-01-05T09:00", line, &record)
        return (record, Int(record.state.position.number))
    }

    @Test func `stands under four heads, and under three where one of them is provide`() throws {
        #expect(AreaPlan(try written().0.state.planLines).parts.map(\.goal) == [.prevent, .protect, .prepare, .pursue])
        #expect(AreaPlan(try written("provide").0.state.planLines).parts.map(\.goal) == [.prevent, .protect, .provide])
    }

    @Test func `is edited line by line, and keeps every earlier wording`() throws {
        var (record, number) = try written()
        let change: Details = [.line: .number(number), .action: .text("Talks in every home and school.")]
        try submit(.planLineChanged, "2015-02-01T09:00", change, &record)
        let progress: Details = [
            .line: .number(number), .outcome: .word("done"), .evidence: .text("Fourteen talks, a list of who came."),
        ]
        #expect(try #require(record.state.planLines.line(number)).isOverdue(at: at("2015-07-01T09:00")))
        try submit(.planLineProgressed, "2015-07-02T09:00", progress, &record)
        let line = try #require(record.state.planLines.line(number))
        #expect(line.what == "Talks in every home and school.")
        #expect(line.entries.map(\.word) == [.planLineWritten, .planLineChanged, .planLineProgressed])
        #expect(line.entries.first?.details.text(.action) == "Talks in every home.")
        #expect(!line.isOverdue(at: at("2015-07-03T09:00")))
    }

    @Test func `takes a line out with a reason, and then no more of it`() throws {
        var (record, number) = try written()
        let end: Details = [.line: .number(number), .reason: .text("Merged with another.")]
        try submit(.planLineEnded, "2015-02-01T09:00", end, &record)
        let plan = AreaPlan(record.state.planLines)
        #expect(plan.lines.isEmpty)
        #expect(plan.ended.map(\.endReason) == ["Merged with another."])
        #expect(throws: Refusal.entryIsNotHere(Position(Int64(number)))) {
            try submit(.planLineEnded, "2015-02-02T09:00", end, &record)
        }
    }

    @Test func `refuses a head that no source has`() throws {
        var record = TestRecord()
        let line: Details = [.kind: .word("area-plan"), .goal: .word("punish"), .action: .text("No.")]
        #expect(
            throws: Refusal.valueIsNotAllowed(
                .goal, given: "punish", allowed: ["prevent", "protect", "prepare", "pursue", "provide"])
        ) {
            try submit(.planLineWritten, "2015-01-05T09:00", line, &record)
        }
    }
}
