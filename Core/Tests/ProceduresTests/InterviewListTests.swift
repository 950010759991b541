// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

private let interview = """
    { id: return-interview, who: interviewer, what: Hold it., when: { returned: true }, from: returned, due: 72 hours,
      doneBy: interview-held, lapses: interview-declined, source: SG 1 }
    """

@Suite struct `The list of return interviews` {
    /// The only referral of a scenario's newest episode at `instant`.
    private func referral(
        _ events: String, at instant: String, child text: String = "child: { lookedAfter: true }"
    ) throws -> InterviewReferral {
        let now = at(instant)
        let pack = Samples.pack(interview)
        let scenario = Samples.scenario(child: text, events: events)
        let episode = try #require(scenario.state.episodes.values.max { $0.id < $1.id })
        let child = try #require(scenario.state.child(episode.child))
        let episodes = scenario.state.episodes(of: child.id)
        let book = DutyBook(pack: pack, calendars: Samples.calendars)
        let standings = book.standings(of: episode, child: child, others: episodes, at: now)
        return try #require(
            InterviewReferral(episode, of: child, episodes: episodes, standings: standings, triage: nil, at: now))
    }

    private let back = "{ at: 2015-06-05T20:00, is: reported }, { at: 2015-06-06T06:10, is: returned }"

    @Test func `shows the clock of 72 hours from the return`() throws {
        let referral = try referral(back, at: "2015-06-06T08:00")
        #expect(referral.dueBy == at("2015-06-09T06:10"))
        #expect(referral.band == .inTime)
    }

    @Test func `puts the overdue first, then what is due within twelve hours, then what matters most`() throws {
        let overdue = try referral(back, at: "2015-06-09T06:11")
        let soon = try referral(back, at: "2015-06-09T03:00")
        let matters = try referral(
            back, at: "2015-06-06T08:00", child: "child: { lookedAfter: true, knownRisks: [sexual-exploitation] }")
        let inTime = try referral(back, at: "2015-06-06T08:00")
        let held = try referral(back + ", { at: 2015-06-07T10:00, is: interview-held }", at: "2015-06-08T10:00")
        #expect(overdue.band == .overdue)
        #expect(soon.band == .soon)
        #expect(matters.band == .mattersMost)
        #expect(matters.circumstances == [.exploitation])
        #expect(matters.why(at: at("2015-06-06T08:00")).first?.contains("sexual exploitation") == true)
        #expect(held.band == .done)
        let ordered = InterviewList.ordered([held, inTime, matters, soon, overdue])
        #expect(ordered.map(\.band) == [.overdue, .soon, .mattersMost, .inTime, .done])
    }

    @Test func `keeps a held interview in sight until what came of it is seen to`() throws {
        let finding =
            ", { at: 2015-06-07T10:00, is: interview-held }, { at: 2015-06-07T11:00, is: finding-recorded, "
            + "kind: bullying, narrative: At school }"
        let referral = try referral(back + finding, at: "2015-06-08T10:00")
        #expect(referral.band == .followUp)
        #expect(referral.why(at: at("2015-06-08T10:00")).first == "Still open: 1 finding without an action.")
    }

    @Test func `counts each of the seven circumstances`() throws {
        let twice =
            "{ at: 2015-06-01T20:00, is: reported, episode: a }, "
            + "{ at: 2015-06-02T06:00, is: returned, episode: a }, "
            + "{ at: 2015-06-05T20:00, is: reported, episode: b }, { at: 2015-06-06T06:10, is: returned, episode: b, "
            + "harm: [violence] }, { at: 2015-06-06T07:00, is: safe-and-well-checked, offences: Took a bike, episode: b }"
        let risks = "child: { lookedAfter: true, knownRisks: [trafficking, gang, substance-misuse] }"
        let referral = try referral(twice, at: "2015-06-06T08:00", child: risks)
        #expect(
            referral.circumstances
                == [.twoOrMore, .harmed, .exploitation, .crimeOrDrugs, .dangerousPeople, .offended])
    }

    @Test func `does not take a list that names no harm for harm`() throws {
        let none =
            "{ at: 2015-06-05T20:00, is: reported }, "
            + "{ at: 2015-06-06T06:10, is: returned, harm: [none-known] }"
        #expect(try referral(none, at: "2015-06-06T08:00").circumstances == [])
    }
}

@Suite struct `A sample of interviews` {
    private let interviews = (1...40).map { EpisodeID(number: $0) }

    @Test func `is drawn again alike from the same seed, and otherwise from another`() {
        let first = InterviewSample(of: interviews, size: 6, seed: "2015-2")
        #expect(first.drawn.count == 6)
        #expect(InterviewSample(of: interviews.reversed(), size: 6, seed: "2015-2").drawn == first.drawn)
        #expect(InterviewSample(of: interviews, size: 6, seed: "2015-3").drawn != first.drawn)
        #expect(first.explanation.hasPrefix("6 of 40, drawn by lot from the seed “2015-2”"))
    }

    @Test func `changes by at most one when one more interview is held`() {
        for number in 41...80 {
            let before = Set(InterviewSample(of: interviews, size: 6, seed: "s").drawn)
            let after = Set(
                InterviewSample(of: interviews + [EpisodeID(number: UInt32(number))], size: 6, seed: "s").drawn)
            #expect(before.subtracting(after).count <= 1)
        }
    }

    @Test func `takes all where there are fewer`() {
        #expect(InterviewSample(of: Array(interviews.prefix(3)), size: 6, seed: "s").drawn.count == 3)
        #expect(InterviewSample(of: [], size: 6, seed: "s").drawn == [])
    }
}
