// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `What holds a record back` {
    private let child = ChildID(number: 1)
    private let manager = Actor(worker: "stephen.oduya", role: .teamManager, agency: AgencyID("eastmoor"))

    private func record() throws -> TestRecord {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        for (worker, role) in [("stephen.oduya", "team-manager"), ("amira.hale", "social-worker")] {
            try record.submit(
                Act(
                    .workerAdded, .partnership, occurredAt: .at(at("2015-01-05T09:00")),
                    details: [
                        .worker: .word(worker), .name: .text(worker), .role: .word(role), .agency: .word("eastmoor"),
                    ]), by: .administrator, recordedAt: at("2015-01-05T09:00"))
        }
        return record
    }

    private func events(
        _ word: EventWord, _ details: Details, by actor: Actor, at time: String, in record: TestRecord
    ) throws -> [Event] {
        try decide(
            [
                Act(
                    word, word.form.about == .partnership ? .partnership : .child(child), occurredAt: .at(at(time)),
                    details: details)
            ],
            by: actor, at: at(time), in: record.state)
    }

    private func after(
        _ word: EventWord, _ details: Details, by actor: Actor, at time: String, in record: inout TestRecord
    ) throws -> ChildProtection {
        for event in try events(word, details, by: actor, at: time, in: record) {
            record.state.apply(event, at: record.state.position.next)
        }
        return record.state.child(child)?.facts.protection ?? ChildProtection()
    }

    @Test func `is known with its ground and its names until it is lifted`() throws {
        var record = try record()
        let details: Details = [
            .ground: .word("forced-marriage"), .names: .words(["stephen.oduya"]),
            .reason: .text("Family in the office."),
        ]
        let held = try after(.accessRestricted, details, by: manager, at: "2015-06-05T10:00", in: &record)
        #expect(held.restriction?.ground == .forcedMarriage)
        #expect(held.restriction?.names == ["stephen.oduya"])
        let lifted = try after(
            .restrictionLifted, [.reason: .text("She is safe.")], by: manager, at: "2015-06-06T10:00", in: &record)
        #expect(lifted.restriction == nil)
    }

    @Test func `shuts nobody out who places it, and names only who works here`() throws {
        let record = try record()
        func placing(_ names: [String], by actor: Actor) throws {
            _ = try events(
                .accessRestricted,
                [.ground: .word("trafficking"), .names: .words(names), .reason: .text("R.")], by: actor,
                at: "2015-06-05T10:00", in: record)
        }
        #expect(throws: Refusal.mustNameYourself) { try placing(["amira.hale"], by: manager) }
        #expect(throws: Refusal.workerIsNotKnown("no.body")) { try placing(["stephen.oduya", "no.body"], by: manager) }
        #expect(throws: Never.self) { try placing(["stephen.oduya", "amira.hale"], by: manager) }
    }

    @Test func `is not taken away by way of a correction`() throws {
        var record = try record()
        let details: Details = [.names: .words(["stephen.oduya"]), .reason: .text("R.")]
        _ = try after(.locationShielded, details, by: manager, at: "2015-06-05T10:00", in: &record)
        let position = record.state.position
        #expect(throws: Refusal.isNotCorrected(.locationShielded)) {
            try events(
                .corrected, [.what: .number(Int(position.number)), .withdrawn: .flag(true), .reason: .text("R.")],
                by: manager, at: "2015-06-05T11:00", in: record)
        }
    }

    @Test func `opens for one worker for eight hours at most, and somebody else reviews it`() throws {
        var record = try record()
        let worker = Actor(worker: "amira.hale", role: .socialWorker, agency: AgencyID("eastmoor"))
        let reason: Details = [
            .reason: .text("She is at the hospital now."), .until: .time(.at(at("2015-06-09T10:00"))),
        ]
        let opened = try #require(
            try after(.glassBroken, reason, by: worker, at: "2015-06-05T10:00", in: &record).glassBreaks.first)
        #expect(opened.worker == "amira.hale")
        #expect(opened.until == at("2015-06-05T18:00"))
        #expect(opened.isOpen(at: at("2015-06-05T17:59")) && !opened.isOpen(at: at("2015-06-05T18:00")))
        let review: Details = [.what: .number(Int(opened.position.number)), .result: .text("Right.")]
        #expect(throws: Refusal.needsSomebodyElse) {
            try events(.glassBreakReviewed, review, by: worker, at: "2015-06-08T10:00", in: record)
        }
        let reviewed = try after(.glassBreakReviewed, review, by: manager, at: "2015-06-08T10:00", in: &record)
        #expect(reviewed.glassBreaks.first?.reviewedAt == at("2015-06-08T10:00"))
        #expect(throws: Refusal.notAllowed(.socialWorker, .glassBroken)) {
            try events(.glassBroken, reason, by: Actor(role: .socialWorker), at: "2015-06-08T10:00", in: record)
        }
    }

    @Test func `keeps what a court needs, and what is asked for until it is answered`() throws {
        var record = try record()
        let keeper = Actor(worker: "r.keeper", role: .recordsManager, agency: AgencyID("eastmoor"))
        let held = try after(
            .legalHoldPlaced, [.reason: .text("An inquiry.")], by: keeper, at: "2015-06-05T10:00", in: &record)
        #expect(held.isHeld(at: at("2035-06-05T10:00")))
        let act = try #require(record.state.erasure(of: child, reason: "Kept long enough.", at: at("2015-06-06T10:00")))
        #expect(throws: Refusal.isOnLegalHold) {
            try decide([act], by: keeper, at: at("2015-06-06T10:00"), in: record.state)
        }
        let asked = try after(
            .subjectAccessRequested,
            [.name: .text("Kezia A"), .kind: .word("child"), .due: .time(.at(at("2015-07-05T10:00")))], by: keeper,
            at: "2015-06-05T10:00", in: &record)
        #expect(asked.openSubjectAccess?.name == "Kezia A")
        let answered = try after(
            .subjectAccessAnswered, [.result: .text("Given."), .digest: .word("d1")], by: keeper,
            at: "2015-06-20T10:00", in: &record)
        #expect(answered.openSubjectAccess == nil)
    }
}

@Suite struct `A child who was erased` {
    @Test func `is gone with their episodes, and stays a count`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        try record.does(.reported, "2015-06-05T22:32", [.missingSince: .time(.at(at("2015-06-05T22:00")))], .carer)
        try record.does(
            .classified, "2015-06-05T23:00", [.as: .word("missing"), .rationale: .text("R.")], .dutyInspector)
        try record.does(.returned, "2015-06-06T09:00", [:], .carer)
        try record.does(.interviewHeld, "2015-06-10T09:00", [:], .interviewer)
        let child = ChildID(number: 1)
        let now = at("2015-07-01T10:00")
        let act = try #require(record.state.erasure(of: child, reason: "R.", at: now))
        #expect(throws: Refusal.episodeIsNotClosed) {
            try decide([act], by: Actor(role: .recordsManager), at: now, in: record.state)
        }
        try record.does(.closed, "2015-06-11T09:00", [:], .socialWorker)
        for event in try decide([act], by: Actor(role: .recordsManager), at: now, in: record.state) {
            record.state.apply(event, at: record.state.position.next)
        }
        let state = record.state
        #expect(state.child(child) == nil && state.episode(EpisodeID(number: 1)) == nil)
        #expect(state.children.isEmpty && state.unclosed.isEmpty && state.registrars.isEmpty)
        #expect(state.nextChild == ChildID(number: 2) && state.nextEpisode == EpisodeID(number: 2))
        #expect(
            state.erased.flatMap(\.episodes).map(\.word)
                == ["2015-06|missing-from-care|missing|?|?|looked-after|8-16-hours|late|?"])
    }

    @Test(arguments: [
        "2015-06|missing-from-care|medium|female|10-15|looked-after|8-16-hours|late|eastmoor",
        "2031-12|unreported|unclassified|?|?|not-looked-after|?|none|?",
    ])
    func `is told in words that are read back the same`(word: String) {
        #expect(ErasedEpisode(word: word)?.word == word)
    }

    @Test(arguments: ["", "2015-06", "2015-13|unreported|missing|?|?|?|?|none|?", "a|b|c|d|e|f|g|h|i"])
    func `is not told in any other words`(word: String) { #expect(ErasedEpisode(word: word) == nil) }
}
