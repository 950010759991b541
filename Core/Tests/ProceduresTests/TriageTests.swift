// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

private let triage = """
    triage: {
      within: 12 months, green: { missingBelow: 2, factorsAtMost: 1 },
      red: { missingOver: 2, seriousFactors: [exploitation] }, withAbsences: { redAtLeast: 5 },
      lacking: amber, lackingWhen: { returned: true, not-yet: [conversation-held, risk-assessment-updated] }, source: SG 1,
      factors: [
        { id: exploitation, says: exploitation, risk: [sexual-exploitation, criminal-exploitation], source: SG 1 },
        { id: substance, says: drugs or drink, risk: [substance-misuse], source: SG 1 },
        { id: places, says: places of concern, risk: [places], source: SG 1 },
        { id: length, says: a long time away, condition: { longest-episode: { atLeast: 24 hours, within: 12 months } }, source: SG 1 }
      ]
    }
    """

private func expect(
    _ colour: String, _ withAbsences: String, on date: String = "2015-09-01", risks: String = "",
    _ events: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    check(
        "", child: "child: { lookedAfter: true, knownRisks: [\(risks)] }", events: events,
        expect: "{ at: \(date)T12:00, triage: \(colour), withAbsences: \(withAbsences) }", rest: triage,
        sourceLocation: sourceLocation)
}

/// Episodes that police held so, each followed by a conversation.
private func episodes(_ category: String, _ dates: String...) -> String {
    dates.enumerated().map { number, date in
        let episode = "episode: \(category)\(number)"
        return
            "{ at: \(date)T20:00, is: reported, \(episode) }, { at: \(date)T20:30, is: classified, as: \(category), \(episode) }, "
            + "{ at: \(date)T22:00, is: returned, \(episode) }, { at: \(date)T22:30, is: conversation-held, \(episode) }"
    }.joined(separator: ", ")
}

@Suite struct `Triage` {
    @Test func `is green under two missing episodes with no more than one factor`() {
        expect("green", "green", episodes("missing", "2015-08-01"))
        expect("green", "green", risks: "substance-misuse", episodes("missing", "2015-08-01"))
        expect("amber", "amber", risks: "substance-misuse, places", episodes("missing", "2015-08-01"))
    }

    @Test func `is amber at two and red above`() {
        expect("amber", "amber", episodes("missing", "2015-08-01", "2015-08-10"))
        expect("red", "red", episodes("missing", "2015-08-01", "2015-08-10", "2015-08-20"))
    }

    @Test func `is red with one serious factor`() {
        expect("red", "red", risks: "sexual-exploitation", episodes("missing", "2015-08-01"))
    }

    @Test func `is red with absences where there were five or more`() {
        let absences = episodes("absent", "2015-08-01", "2015-08-02", "2015-08-03", "2015-08-04", "2015-08-05")
        expect("green", "red", absences)
        expect("green", "green", episodes("absent", "2015-08-01", "2015-08-02", "2015-08-03", "2015-08-04"))
    }

    @Test func `counts from after the same day a year before`() {
        expect("green", "green", on: "2015-09-01", episodes("missing", "2014-09-01", "2015-08-01"))
        expect("amber", "amber", on: "2015-09-01", episodes("missing", "2014-09-02", "2015-08-01"))
    }

    @Test func `is amber while information is lacking`() {
        let away = "{ at: 2015-08-01T20:00, is: reported }"
        expect("green", "green", away)
        expect("amber", "amber", "\(away), { at: 2015-08-01T22:00, is: returned }")
        expect(
            "green", "green",
            "\(away), { at: 2015-08-01T22:00, is: returned }, { at: 2015-08-02T22:00, is: conversation-held }")
    }

    @Test func `goes by the care kind until police decide, and by what they decided in the end`() {
        let away = "{ at: 2015-08-01T20:00, is: reported, episode: e1 }"
        let run = Samples.run(
            Samples.pack("", triage),
            events: "\(away), { at: 2015-08-02T20:00, is: classified, as: absent, episode: e1 }")
        let before = run.triage(of: ChildID(number: 1), at: at("2015-08-02T10:00"))
        let after = run.triage(of: ChildID(number: 1), at: at("2015-08-02T20:00"))
        #expect(before?.missing == 1 && before?.absences == 0)
        #expect(after?.missing == 0 && after?.absences == 1)
    }

    @Test func `finds factors on the record and in what happened, and says why`() throws {
        let run = Samples.run(
            Samples.pack("", triage), child: "child: { lookedAfter: true, knownRisks: [places] }",
            events:
                "{ at: 2015-08-01T20:00, is: reported }, { at: 2015-08-02T21:00, is: returned }, { at: 2015-08-03T21:00, is: conversation-held }"
        )
        let reading = try #require(run.triage(of: ChildID(number: 1), at: at("2015-08-04T10:00")))
        #expect(reading.factors == ["places", "length"])
        #expect(
            reading.why == [
                "1 missing episode and 0 absences since 5 August 2014, in the last 12 months.",
                "2 factors of risk: places of concern; a long time away.",
                "Amber: more than green allows, and not red.",
                "With absences amber as well.",
            ])
    }

    @Test func `is read whole, with faults where it is wrong`() {
        func faults(_ wrong: String, _ right: String) -> [String] {
            Samples.read("", triage.replacing(right, with: wrong)).1.map(\.description)
        }
        #expect(
            faults("seriousFactors: [exploitaton]", "seriousFactors: [exploitation]").contains {
                $0.contains("Did you mean “exploitation”?")
            })
        #expect(faults("", "lacking: amber, ").contains { $0.contains("each needs the other") })
        #expect(faults("", "withAbsences: { redAtLeast: 5 },").contains { $0.contains("needs “withAbsences”") })
        let parent = Samples.pack("", triage)
        let child = Samples.pack("", "", extending: parent)
        #expect(child.triage?.factors.count == 4)
    }
}
