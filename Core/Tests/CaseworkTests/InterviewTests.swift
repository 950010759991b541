// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

/// A girl placed at Larch House who is back, with people of several agencies.
private struct Interviewed {
    var state = State()
    let child = ChildID(number: 1)
    let episode = EpisodeID(number: 1)

    init() throws {
        for (name, kind, authority, provider) in [
            ("eastmoor", "authority", nil, nil), ("larch-house", "childrens-home", "eastmoor", "hearth-homes"),
            ("ash-lodge", "childrens-home", "eastmoor", "hearth-homes"),
            ("listening-post", "interview-provider", "eastmoor", nil),
        ] as [(String, String, String?, String?)] {
            var details: Details = [.agency: .word(name), .name: .text(name), .kind: .word(kind)]
            details[.authority] = authority.map { .word($0) }
            details[.provider] = provider.map { .word($0) }
            try act(.agencyAdded, .partnership, details)
        }
        for (id, role, agency) in [
            ("s.worker", "social-worker", "eastmoor"), ("i.viewer", "interviewer", "listening-post"),
            ("h.worker", "carer", "larch-house"), ("o.worker", "home-manager", "ash-lodge"),
        ] {
            try act(
                .workerAdded, .partnership,
                [.worker: .word(id), .name: .text(id), .role: .word(role), .agency: .word(agency)])
        }
        try act(.childRegistered, .newChild, [.name: .text("Tamsin V"), .responsible: .word("eastmoor")])
        try act(
            .placementStarted, .child(child),
            [.kind: .word("childrens-home"), .place: .word("larch-house"), .since: .date(day)])
        try act(.reported, .child(child), [.kind: .word("missing-from-care")])
        try act(.returned, .episode(episode))
    }

    private var day: CivilDate { London.date(of: at("2015-06-01T09:00")) }

    mutating func act(_ word: EventWord, _ subject: Act.Subject, _ details: Details = [:]) throws {
        let time = at("2015-06-01T09:00") + .minutes(Int(state.position.number))
        let act = Act(word, subject, occurredAt: .at(time), details: details)
        for event in try decide([act], by: Actor(role: .interviewer), at: time, in: state) {
            state.apply(event, at: state.position.next)
        }
    }

    mutating func does(_ word: EventWord, _ details: Details = [:]) throws {
        try act(word, word.form.about == .child ? .child(child) : .episode(episode), details)
    }

    mutating func refuses(_ word: EventWord, _ details: Details) -> Refusal? {
        do {
            try does(word, details)
            return nil
        } catch { return error as? Refusal }
    }

    var course: InterviewCourse? { state.episode(episode).map { InterviewCourse(of: $0) } }

    func standing(_ worker: String) throws -> InterviewerStanding {
        let worker = try #require(state.workers[worker])
        let facts = try #require(state.child(child)).facts
        return InterviewerStanding(of: worker, to: facts, on: at("2015-06-02T09:00"), in: state)
    }
}

@Suite struct `A return interview` {
    @Test func `goes from the return to being held, step by step`() throws {
        var girl = try Interviewed()
        #expect(girl.course?.stage == .waiting)
        try girl.does(.referred, [.to: .word("interviewer"), .agency: .word("listening-post")])
        #expect(girl.course?.stage == .referred)
        #expect(girl.course?.referredTo == "listening-post")
        try girl.does(.interviewAssigned, [.interviewer: .word("i.viewer"), .kind: .word("independent")])
        try girl.does(.interviewContacted, [.how: .word("phone")])
        try girl.does(.interviewOffered, [.interviewer: .word("i.viewer")])
        #expect(girl.course?.stage == .offered)
        // A second call to arrange it does not take the offer back.
        try girl.does(.interviewContacted, [.how: .word("phone")])
        #expect(girl.course?.stage == .offered)
        #expect(girl.course?.attempts == 2)
        try girl.does(.interviewAccepted, [.at: .time(.at(at("2015-06-02T16:00")))])
        try girl.does(.interviewNotAttended, [.kind: .word("refused-on-arrival")])
        #expect(girl.course?.outcome == "accepted, but the child said no when it was to begin")
        try girl.does(.interviewHeld, [.interviewer: .word("i.viewer")])
        #expect(girl.course?.stage == .held)
        #expect(girl.course?.outcome == "offered and accepted")
        #expect(girl.course?.interviewer == "i.viewer")
    }

    @Test func `has its outcome in the categories that authorities report`() throws {
        var girl = try Interviewed()
        try girl.does(.interviewNotArranged, [.reason: .text("R."), .ground: .word("missing-again")])
        #expect(girl.course?.outcome == "not offered: missing again")
        #expect(
            girl.refuses(.interviewNotArranged, [.reason: .text("R."), .ground: .word("busy")])
                == .valueIsNotAllowed(.ground, given: "busy", allowed: ["missing-again", "no-contact", "other"]))
        try girl.does(.interviewDeclined, [.reason: .text("Not now")])
        #expect(girl.course?.stage == .declined)
        #expect(girl.course?.stage.isOpen == false)
    }

    @Test func `keeps each finding until it has an action or a reason why not`() throws {
        var girl = try Interviewed()
        try girl.does(.interviewHeld)
        try girl.does(.findingRecorded, [.kind: .word("bullying"), .narrative: .text("N.")])
        let first = Int(girl.state.position.number)
        try girl.does(.findingRecorded, [.kind: .word("see-family"), .narrative: .text("N.")])
        let second = Int(girl.state.position.number)
        #expect(girl.course?.unanswered.count == 2)
        try girl.does(
            .actionAgreed, [.action: .text("Talk to school"), .owner: .word("social-worker"), .what: .number(first)])
        #expect(girl.course?.unanswered.map { Int($0.position.number) } == [second])
        try girl.does(.findingNeedsNoAction, [.what: .number(second), .reason: .text("Already arranged")])
        #expect(girl.course?.unanswered.isEmpty == true)
        #expect(
            girl.refuses(.findingNeedsNoAction, [.what: .number(1), .reason: .text("R.")])
                == .entryIsNotHere(Position(1)))
    }

    @Test func `waits for police to say that they have what was given to them`() throws {
        var girl = try Interviewed()
        try girl.does(.intelligenceSubmitted, [.narrative: .text("N.")])
        let entry = Int(girl.state.position.number)
        #expect(girl.course?.unreceipted.count == 1)
        try girl.does(.intelligenceReceived, [.what: .number(entry), .reference: .word("INT-1")])
        #expect(girl.course?.unreceipted.isEmpty == true)
    }

    @Test func `is held by somebody whose standing is what the record says it is`() throws {
        var girl = try Interviewed()
        #expect(try girl.standing("i.viewer") == .independent)
        #expect(try girl.standing("s.worker") == .worksForAuthority)
        #expect(try girl.standing("h.worker") == .worksForPlacement)
        #expect(try girl.standing("o.worker") == .worksForPlacement)
        #expect(
            girl.refuses(.interviewAssigned, [.interviewer: .word("h.worker"), .kind: .word("independent")])
                == .valueIsNotAllowed(.kind, given: "independent", allowed: ["works-for-placement"]))
        // Of somebody the record does not know it says what it is told.
        try girl.does(.interviewAssigned, [.interviewer: .word("somebody-else"), .kind: .word("independent")])
    }
}

@Suite struct `A child's own part` {
    @Test func `corrects what was written for them, and nothing else`() throws {
        var girl = try Interviewed()
        try girl.does(.interviewHeld)
        let held = Int(girl.state.position.number)
        try girl.does(.interviewWrittenForChild, [.narrative: .text("You told me…")])
        let written = Int(girl.state.position.number)
        try girl.does(.childCorrected, [.what: .number(written), .wants: .text("It was Friday")])
        #expect(
            girl.refuses(.childCorrected, [.what: .number(held), .wants: .text("No")])
                == .entryIsNotHere(Position(Int64(held))))
    }
}

@Suite struct `The words of a language` {
    @Test func `are confirmed until they are doubted`() throws {
        var girl = try Interviewed()
        #expect(girl.state.confirmation(of: "ar") == nil)
        try girl.act(
            .catalogueConfirmed, .partnership,
            [.code: .word("ar"), .digest: .word("abc"), .name: .text("A Translator")])
        #expect(girl.state.confirmation(of: "ar")?.translator == "A Translator")
        // The same words may be confirmed once more: a digest here is of no import.
        try girl.act(
            .catalogueConfirmed, .partnership, [.code: .word("ar"), .digest: .word("abc"), .name: .text("Another")])
        try girl.act(.catalogueDoubted, .partnership, [.code: .word("ar"), .reason: .text("A wrong word")])
        #expect(girl.state.confirmation(of: "ar") == nil)
    }
}

@Suite struct `Somebody's training` {
    @Test func `counts until it runs out`() throws {
        var girl = try Interviewed()
        let until = at("2016-06-01T00:00")
        try girl.act(
            .trainingRecorded, .partnership,
            [.worker: .word("i.viewer"), .kind: .word(Training.returnInterviews), .until: .time(.at(until))])
        let kind = Training.returnInterviews
        #expect(girl.state.training(of: "i.viewer", in: kind, at: at("2015-07-01T00:00")) != nil)
        #expect(girl.state.training(of: "i.viewer", in: kind, at: until) == nil)
        #expect(girl.state.training(of: "s.worker", in: kind, at: at("2015-07-01T00:00")) == nil)
    }
}
