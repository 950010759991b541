// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `The words in which police decide` {
    private static let today = """
        inForce: { from: 2024-04-01 },
        vocabulary: { categories: [very-low, low, medium, high], grades: [very-low, low, medium, high], source: SG 9 },
        crosswalk: [
          { was: absent, now: very-low, note: Renamed., source: SG 9 },
          { was: no-apparent-risk, now: very-low, source: SG 9 },
          { was: missing, now: nothing, note: Graded since., source: SG 9 }]
        """
    private static let earlier = """
        inForce: { from: 2014-01-01 }, vocabulary: { categories: [missing, absent], grades: [medium, high] }
        """

    private func check(_ pack: String, _ events: String, _ expect: String) {
        let found = Samples.differences("", events: events, expect: expect, rest: pack)
        #expect(found == [])
    }

    private let reported = "{ at: 2024-06-05T22:10, is: reported }"

    @Test func `are those of the pack that governs the episode`() {
        check(
            Self.today, reported,
            """
            { command: { at: 2024-06-05T22:30, is: classified, by: duty-inspector, as: very-low }, allowed: true },
            { command: { at: 2024-06-05T22:30, is: risk-graded, by: duty-inspector, as: low }, allowed: true },
            { command: { at: 2024-06-05T22:30, is: classified, by: duty-inspector, as: absent }, refused: vocabulary },
            { command: { at: 2024-06-05T22:30, is: risk-graded, by: duty-inspector, as: no-apparent-risk },
              refused: vocabulary }
            """)
        check(
            Self.earlier, reported,
            """
            { command: { at: 2024-06-05T22:30, is: classified, by: duty-inspector, as: absent }, allowed: true },
            { command: { at: 2024-06-05T22:30, is: classified, by: duty-inspector, as: very-low }, refused: vocabulary },
            { command: { at: 2024-06-05T22:30, is: reclassified, by: duty-inspector, as: high }, refused: vocabulary },
            { command: { at: 2024-06-05T22:30, is: decided-by-incident-manager, by: force-incident-manager, as: low },
              refused: vocabulary },
            { command: { at: 2024-06-05T22:30, is: risk-graded, by: duty-inspector, as: very-low }, refused: vocabulary }
            """)
    }

    @Test func `are named in the refusal, with the date they are in force from, and the word for it now`() throws {
        let pack = Samples.pack("", Self.today)
        let absent = try #require(pack.refusal(of: .classified, [.as: .word("absent")]))
        #expect(
            absent.says
                == "“absent” is none of the police categories in force since 1 April 2024: "
                + "they are “very low”, “low”, “medium”, “high”.")
        #expect(absent.wayOn == "Record “very low”, the word for it now.")
        #expect(absent.source == "SG 9")
        let missing = try #require(pack.refusal(of: .reclassified, [.as: .word("missing")]))
        #expect(missing.wayOn == "Choose one of these words.")
        #expect(pack.refusal(of: .deploymentGraded, [.as: .word("prompt")]) == nil)
    }

    @Test func `give way to a guardrail, which says more`() {
        check(
            Self.earlier
                + ", guardrails: [{ id: never, refuses: { event: risk-graded, as: low }, says: S, wayOn: W, source: SG 1 }]",
            reported,
            "{ command: { at: 2024-06-05T22:30, is: risk-graded, by: superintendent, as: low }, refused: never }")
    }

    @Test func `flag what was recorded elsewhere in another word, and let it in`() throws {
        let events = "\(reported), { at: 2024-06-05T22:20, is: classified, as: absent }"
        let scenario = Samples.scenario(child: "child: { lookedAfter: true }", events: events)
        let episode = try #require(scenario.state.episodes.values.first { _ in true })
        let child = try #require(scenario.state.child(episode.child))
        let mark = try #require(episode.history.standing.last)
        func breaches(_ rest: String) -> [String] {
            Guardrails(pack: Samples.pack("", rest), calendars: Samples.calendars)
                .breaches(by: mark, episode: episode, child: child).map(\.rule)
        }
        #expect(breaches(Self.today) == ["vocabulary"])
        #expect(breaches(Self.earlier) == [])
    }
}

@Suite struct `A crosswalk between vocabularies` {
    private static let pack = Samples.pack(
        "",
        """
        vocabulary: { categories: [very-low, low, medium, high], grades: [very-low, low, medium, high] },
        crosswalk: [
          { was: absent, now: no-apparent-risk, note: Graded since 2018., source: SG 1 },
          { was: no-apparent-risk, now: very-low, note: Renamed., source: SG 1 },
          { was: missing, now: nothing, note: Graded since., source: SG 1 }]
        """)
    private let crosswalk = Crosswalk(to: pack)

    private func facts(_ decisions: String) -> EpisodeFacts {
        let events = "{ at: 2015-06-05T22:10, is: reported }\(decisions.isEmpty ? "" : ", \(decisions)")"
        let scenario = Samples.scenario(child: "child: { lookedAfter: true }", events: events)
        return scenario.state.episodes.values.map(\.facts).first ?? EpisodeFacts(lookedAfter: false)
    }

    private let absent = "{ at: 2015-06-05T22:20, is: classified, as: absent }"
    private let missing = "{ at: 2015-06-05T22:20, is: classified, as: missing }"
    private let graded = "{ at: 2015-06-05T22:30, is: risk-graded, as: high }"

    @Test func `follows a word over several changes, and says why`() {
        #expect(
            crosswalk.compare("absent")
                == .comparable("very-low", was: "absent", note: "Graded since 2018. Renamed."))
        #expect(crosswalk.compare("high") == .same("high"))
        #expect(crosswalk.compare("missing") == .notComparable("missing", note: "Graded since."))
        #expect(crosswalk.compare("unheard-of") == .notComparable("unheard-of", note: nil))
    }

    @Test func `takes the grade where no word says what the category said`() {
        #expect(crosswalk.compare(facts("\(missing), \(graded)")) == .same("high"))
        #expect(crosswalk.compare(facts(missing)) == .notComparable("missing", note: "Graded since."))
        #expect(crosswalk.compare(facts("")) == .undecided)
    }

    @Test func `counts each episode once and drops none`() {
        let now = "{ at: 2015-06-05T22:20, is: classified, as: very-low }"
        let all = [absent, now, "\(missing), \(graded)", missing, "", absent].map(facts)
        let counts = crosswalk.count(all)
        #expect(counts.byWord == ["very-low": 3, "high": 1])
        #expect(counts.renamed == ["absent": 2])
        #expect(counts.notComparable == ["missing": 1])
        #expect(counts.undecided == 1)
        let counted = counts.byWord.values.reduce(0, +) + counts.notComparable.values.reduce(0, +) + counts.undecided
        #expect(counted == all.count)
    }

    @Test func `never goes round in a circle`() {
        let lines = [
            CrosswalkLine(was: "absent", now: "low", note: nil, source: ""),
            CrosswalkLine(was: "low", now: "absent", note: nil, source: ""),
        ]
        let circle = Crosswalk(to: PoliceVocabulary(categories: [.missing], grades: [.high]), by: lines)
        #expect(circle.compare("absent").word == nil)
    }

    @Test func `keeps very low below low, and no apparent risk with it`() {
        #expect(RiskGrade.veryLow < .low && RiskGrade.noApparentRisk < .low)
        #expect(PoliceCategory.veryLow.isUnderReview && !PoliceCategory.low.isUnderReview)
    }
}
