// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Procedures

private let report = "{ at: 2015-06-05T22:10, is: reported, by: carer, to: police, missingSince: 2015-06-05T21:00 }"

private struct Case: CustomTestStringConvertible, Sendable {
    let condition: String
    var child = "lookedAfter: true"
    var more = ""
    var now = "2015-06-06T12:00"
    let holds: Bool

    var testDescription: String { "\(condition) \(holds ? "holds" : "does not hold"): \(child) \(more)" }

    init(
        _ condition: String, _ holds: Bool, child: String = "lookedAfter: true", _ more: String = "",
        now: String = "2015-06-06T12:00"
    ) {
        (self.condition, self.holds, self.child, self.more, self.now) = (condition, holds, child, more, now)
    }

    var standsSo: Bool {
        let made = Samples.duty("about: child, when: { triggered: twice }, from: { trigger: twice }", id: "made")
        let pack = Samples.pack(
            "\(Samples.duty("when: \(condition), due: 99 days", id: "asked")), \(made), "
                + Samples.duty("due: 99 days, doneBy: checks-completed", id: "other"),
            "triggers: [{ id: twice, counts: { atLeast: 2, within: 90 days }, makes: [made], source: SG 1 }]")
        let run = Samples.run(pack, child: "child: { \(child) }", events: "\(report), \(more)")
        return run.standings(of: run.scenario.children[0].id, at: at(now)).last { $0.duty == "asked" }?.state == .owed
    }
}

private let absent = "{ at: 2015-06-05T23:00, is: classified, as: absent }"
private let missing = "{ at: 2015-06-05T23:00, is: classified, as: missing }"
private let located = "{ at: 2015-06-06T09:00, is: located }"
private let back = "{ at: 2015-06-06T10:00, is: returned }"

private let cases: [Case] = [
    Case("always", true), Case("{ always: false }", false),
    Case("reported", true), Case("{ reported-to: police }", true), Case("{ reported-to: edt }", false),
    Case("{ reported-to: [edt, police] }", true),
    Case("open", true), Case("open", false, back), Case("located", true, located), Case("located", false),
    Case("returned", true, back), Case("returned", false, located), Case("back", true, located),
    Case("closed", true, "\(back), { at: 2015-06-06T11:00, is: closed }"), Case("closed", false, back),
    Case("{ stage: away }", true), Case("{ stage: [located, returned] }", true, located),
    Case("{ stage: away }", false, located),
    Case("{ kind: missing }", true), Case("{ kind: missing-from-care }", true),
    Case("{ kind: missing-from-home }", false), Case("{ kind: missing }", true, child: "name: A"),
    Case("{ care-kind: away-without-authorisation }", true, located), Case("{ kind: missing }", false, located),
    Case("{ kind-ever: missing }", true, located), Case("{ kind-ever: unreported }", false),
    Case("{ category: unclassified }", true), Case("{ category: absent }", true, absent),
    Case("{ category-ever: absent }", true, "\(absent), { at: 2015-06-06T01:00, is: reclassified, as: missing }"),
    Case("{ category-ever: missing }", false, absent),
    Case("{ risk: ungraded }", true),
    Case("{ risk: high }", true, "{ at: 2015-06-05T23:10, is: risk-graded, as: high }"),
    Case("{ risk-at-least: medium }", true, "{ at: 2015-06-05T23:10, is: risk-graded, as: high }"),
    Case("{ risk-at-least: high }", false, "{ at: 2015-06-05T23:10, is: risk-graded, as: medium }"),
    Case("{ risk-at-least: medium }", false),
    Case("unanswered-questions", true, "{ at: 2015-06-05T22:20, is: questions-answered, unanswered: [friends] }"),
    Case(
        "unanswered-questions", false,
        "{ at: 2015-06-05T22:20, is: questions-answered, unanswered: [friends] }, "
            + "{ at: 2015-06-05T22:40, is: questions-answered, unanswered: [] }"),
    Case("risk-learnt-while-absent", true, "\(absent), { at: 2015-06-06T01:00, is: risk-noted, kind: self-harm }"),
    Case("risk-learnt-while-absent", true, "\(absent), { at: 2015-06-06T01:00, is: risk-graded, as: medium }"),
    Case("risk-learnt-while-absent", false, child: "knownRisks: [self-harm]", absent),
    Case("risk-learnt-while-absent", false, "\(missing), { at: 2015-06-06T01:00, is: risk-noted, kind: self-harm }"),
    Case("{ open-longer-than: 15 hours }", true), Case("{ open-longer-than: 16 hours }", false),
    Case("{ open-longer-than: 13 hours }", false, back, now: "2015-06-06T23:00"),
    Case("out-of-hours", true), Case("out-of-hours", false, now: "2015-06-08T12:00"),
    Case("{ out-of-hours: report }", true, now: "2015-06-08T12:00"),
    Case("{ out-of-hours: returned }", false), Case("{ out-of-hours: returned }", true, back),
    Case("{ out-of-hours: false }", true, now: "2015-06-08T12:00"),
    Case("{ went-from: larch-house }", false),
    Case("{ went-from: larch-house }", true, "{ at: 2015-06-05T22:20, is: reported, from: larch-house }"),
    Case("with-others", false), Case("with-others", true, "{ at: 2015-06-05T22:20, is: reported, with: [Tom] }"),
    Case("with-other-children", false, "{ at: 2015-06-05T22:20, is: reported, with: [Tom] }"),
    Case("imminent-risk", false),
    Case("imminent-risk", true, "{ at: 2015-06-05T22:20, is: reported, imminentRisk: true }"),
    Case("{ happened: { event: classified, as: missing, by: police } }", true, missing),
    Case("{ happened: { event: classified, as: missing } }", false, absent),
    Case("{ happened: { event: classified, atMost: 1 } }", true),
    Case(
        "{ happened: { event: notified, to: police, atLeast: 2 } }", false,
        "{ at: 2015-06-05T23:10, is: notified, to: police }"),
    Case("{ happened: { event: classified, within: 14 hours } }", true, missing),
    Case("{ happened: { event: classified, within: 12 hours } }", false, missing),
    Case("{ not-yet: { event: classified } }", true), Case("{ not-yet: classified }", false, missing),
    Case("{ episodes: { kinds: [missing], atLeast: 1, within: 90 days } }", true),
    Case("{ episodes: { kinds: [missing], atLeast: 2, within: 90 days } }", false),
    Case("{ earlier-episodes: 1 }", false),
    Case("{ triggered: twice }", false),
    Case(
        "{ triggered: twice }", true,
        "{ at: 2015-06-06T09:00, is: returned }, { at: 2015-06-06T11:00, is: reported, episode: e2 }"),
    Case("{ longest-episode: 15 hours }", true), Case("{ longest-episode: 16 hours }", false),
    Case("{ longest-episode: 10 hours }", false, "{ at: 2015-06-06T06:00, is: returned }"),
    Case(
        "{ longest-episode: { atLeast: 9 hours, within: 12 months } }", true, "{ at: 2015-06-06T06:00, is: returned }"),
    Case("{ duty: { id: other, state: owed } }", true), Case("{ duty: { id: other, state: [done, overdue] } }", false),
    Case("{ duty: { id: other, state: done } }", true, "{ at: 2015-06-06T01:00, is: checks-completed }"),
    Case("looked-after", true), Case("looked-after", false, child: "name: A"), Case("at-home", true, child: "name: A"),
    Case("in-or-leaving-care", true), Case("in-or-leaving-care", false, child: "name: A"),
    Case("in-or-leaving-care", true, child: "statuses: [care-leaver], born: 1997-06-07"),
    Case("in-or-leaving-care", false, child: "statuses: [care-leaver], born: 1997-06-04"),
    Case("{ placement: [childrens-home, foster-care] }", true, child: "placement: { kind: foster-care }"),
    Case("{ placement: foster-care }", false),
    Case("placed-out-of-area", true, child: "placement: { kind: foster-care, outOfArea: true }"),
    Case("placed-out-of-area", true, child: "responsible: eastmoor, placement: { kind: foster-care, host: northvale }"),
    Case("placed-out-of-area", false, child: "responsible: eastmoor, placement: { kind: foster-care, host: eastmoor }"),
    Case("{ status: child-protection-plan }", true, child: "statuses: [child-protection-plan]"),
    Case("{ status: section-47 }", false, child: "statuses: [child-protection-plan]"),
    Case("{ known-risk: sexual-exploitation }", true, child: "knownRisks: [sexual-exploitation]"),
    Case("{ known-risk: any }", true, child: "knownRisks: [self-harm]"), Case("{ known-risk: any }", false),
    Case("subject-to-restriction", true, child: "subjectToRestriction: true"), Case("subject-to-restriction", false),
    Case("unaccompanied", true, child: "unaccompanied: true"), Case("unaccompanied", false),
    Case("{ looked-after-for-less-than: 7 days }", true, child: "lookedAfter: true, becameLookedAfter: 2015-06-03"),
    Case("{ looked-after-for-less-than: 2 days }", false, child: "lookedAfter: true, becameLookedAfter: 2015-06-03"),
    Case("{ age-under: 16 }", true, child: "born: 1999-06-07"),
    Case("{ age-under: 16 }", false, child: "born: 1999-06-06"),
    Case("{ age-under: 16 }", true), Case("{ age-at-least: 16 }", false),
    Case("{ age-at-least: 16 }", true, child: "born: 1999-06-06"),
    Case("pen-picture", true, child: "penPicture: true"), Case("pen-picture", false),
    Case("{ allocated: social-worker }", true), Case("{ allocated: social-worker }", false, child: "allocated: []"),
    Case("{ all: [reported, { category: unclassified }] }", true), Case("{ any: [returned, reported] }", true),
    Case("{ not: reported }", false), Case("{ reported: true, open: true }", true),
]

@Suite struct `A condition` {
    @Test(arguments: cases) private func `holds as its page says`(_ one: Case) {
        #expect(one.standsSo == one.holds)
    }

    @Test func `is tried here under every name that packs may use`() {
        let tried = cases.map(\.condition).joined(separator: " ")
        for form in PredicateForm.all { #expect(tried.contains(form.name), "\(form.name) is not tried") }
    }
}

@Suite struct `Counting episodes` {
    private func differences(_ starts: [String], within: String, atLeast: Int) -> [String] {
        let events = starts.flatMap {
            ["{ at: \($0)T10:00, is: reported, by: carer }", "{ at: \($0)T20:00, is: returned }"]
        }
        let duty = Samples.duty("when: { episodes: { kinds: [missing], atLeast: \(atLeast), within: \(within) } }")
        return Samples.differences(
            duty, events: events.joined(separator: ", "),
            expect: "{ at: \(starts.last ?? "")T10:00, duty: x, state: owed }")
    }

    @Test func `takes the ninetieth date with the first and not the ninety-first`() {
        #expect(differences(["2015-01-01", "2015-02-01", "2015-03-31"], within: "90 days", atLeast: 3) == [])
        #expect(differences(["2015-01-01", "2015-02-01", "2015-04-01"], within: "90 days", atLeast: 3) != [])
    }

    @Test func `takes what is after the same day three months before`() {
        #expect(differences(["2015-01-02", "2015-02-01", "2015-04-01"], within: "3 months", atLeast: 3) == [])
        #expect(differences(["2015-01-01", "2015-02-01", "2015-04-01"], within: "3 months", atLeast: 3) != [])
    }
}
