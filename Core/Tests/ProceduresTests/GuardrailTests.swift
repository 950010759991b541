// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

private let guardrails = """
    guardrails: [
      { id: reduce-from-high, refuses: { event: risk-graded, as: [medium, low] }, when: { risk: high },
        needs: superintendent, says: Only a superintendent., wayOn: Ask one., source: SG 1,
        except: [{ by: duty-inspector, mistaken: true, when: { happened: { event: risk-graded, atMost: 1 } } }] },
      { id: exploitation-never-absent, refuses: { event: [classified, reclassified], as: absent },
        when: { known-risk: sexual-exploitation }, says: Missing., wayOn: Classify as missing., source: SG 1 },
      { id: no-absent-where-unanswered, refuses: { event: [classified, reclassified], as: absent },
        when: unanswered-questions, says: Missing., wayOn: Ask again., source: SG 1 },
      { id: never-below-medium, refuses: { event: risk-graded, as: [low, no-apparent-risk] },
        says: Never., wayOn: Grade medium., source: SG 1 }
    ]
    """
private let report = "{ at: 2015-06-05T22:10, is: reported }"
private let high = "{ at: 2015-06-05T22:30, is: risk-graded, as: high, by: attending-officer }"

private func differences(_ command: String, child: String = "", events: String) -> [String] {
    Samples.differences(
        "", child: "child: { lookedAfter: true \(child) }", events: events, expect: "{ \(command) }", rest: guardrails)
}

@Suite struct `A guardrail` {
    private let lower = "command: { at: 2015-06-06T10:00, is: risk-graded, as: medium, by:"

    @Test func `refuses, names itself and says whose authority it needs`() {
        #expect(
            differences(
                "\(lower) duty-inspector }, refused: reduce-from-high, needs: superintendent",
                events: "\(report), \(high)") == [])
    }

    @Test func `lets through who has the authority, and their superiors`() {
        #expect(differences("\(lower) superintendent }, allowed: true", events: "\(report), \(high)") == [])
    }

    @Test func `lets through its exception, and only that`() {
        let mistaken =
            "command: { at: 2015-06-06T10:00, is: risk-graded, as: medium, mistaken: true, by: duty-inspector }"
        #expect(differences("\(mistaken), allowed: true", events: "\(report), \(high)") == [])
        let again = "{ at: 2015-06-05T23:30, is: risk-graded, as: high, by: attending-officer }"
        #expect(
            differences("\(mistaken), refused: reduce-from-high", events: "\(report), \(high), \(again)") == [])
    }

    @Test func `does not look at what is so after the command`() {
        #expect(differences("\(lower) supervisor }, allowed: true", events: report) == [])
    }

    @Test func `keeps a child at risk of exploitation from being held as absent`() {
        let absent = "command: { at: 2015-06-05T22:40, is: classified, as: absent, by: duty-inspector }"
        #expect(
            differences(
                "\(absent), refused: exploitation-never-absent", child: ", knownRisks: [sexual-exploitation]",
                events: report) == [])
        #expect(differences("\(absent), allowed: true", events: report) == [])
        let unanswered = "{ at: 2015-06-05T22:20, is: questions-answered, unanswered: [friends] }"
        #expect(differences("\(absent), refused: no-absent-where-unanswered", events: "\(report), \(unanswered)") == [])
    }

    @Test func `has nobody above it where it names none`() {
        let low = "command: { at: 2015-06-05T22:40, is: risk-graded, as: low, by: superintendent }"
        #expect(differences("\(low), refused: never-below-medium", events: report) == [])
    }

    @Test func `flags a breach that was recorded all the same`() throws {
        let low = "{ at: 2015-06-05T22:40, is: risk-graded, as: low, by: supervisor }"
        let scenario = Samples.scenario(child: "child: { lookedAfter: true }", events: "\(report), \(low)")
        let episode = try #require(scenario.state.episode(EpisodeID(number: 1)))
        let child = try #require(scenario.state.child(ChildID(number: 1)))
        let mark = try #require(episode.history.recorded.last)
        let rails = Guardrails(pack: Samples.pack("", guardrails), calendars: Samples.calendars)
        #expect(rails.breaches(by: mark, episode: episode, child: child).map(\.rule) == ["never-below-medium"])
    }
}

@Suite struct `A report` {
    private let items = """
        reportItems: [
          { id: clothing, says: Clothing., heldBy: [clothing, belongings], needsAll: true, source: SG 1 },
          { id: medical, says: Medical., heldBy: [medical], source: SG 1 },
          { id: circumstances, says: Circumstances., heldBy: [circumstances, intentions], source: SG 1 },
          { id: risk, says: Risk., lookedAfterOnly: true, heldByEvents: [risk-assessment-updated], source: SG 1 }
        ]
        """

    private func lacking(_ events: String, child: String = "lookedAfter: true") throws -> [String] {
        let scenario = Samples.scenario(child: "child: { \(child) }", events: events)
        let episode = try #require(scenario.state.episode(EpisodeID(number: 1)))
        let record = try #require(scenario.state.child(ChildID(number: 1)))
        return ReportCheck(of: episode, child: record, pack: Samples.pack("", items)).lacking.map(\.id)
    }

    @Test func `lacks what nobody gave`() throws {
        #expect(try lacking(report) == ["clothing", "medical", "circumstances", "risk"])
        #expect(try lacking(report, child: "name: A") == ["clothing", "medical", "circumstances"])
    }

    @Test func `holds texts that were given, accounts added later, and items that it names`() throws {
        let told = "{ at: 2015-06-05T22:10, is: reported, clothing: Red coat, intentions: To go out, items: [medical] }"
        #expect(try lacking(told) == ["clothing", "risk"])
        let more = "{ at: 2015-06-05T22:30, is: account-received, agency: larch-house, belongings: A bag }"
        let risk = "{ at: 2015-06-05T22:40, is: risk-assessment-updated }"
        #expect(try lacking("\(told), \(more), \(risk)") == [])
    }
}
