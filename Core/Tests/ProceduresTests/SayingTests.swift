// SPDX-License-Identifier: MIT

import Casework
import Testing

@testable import Procedures

@Suite struct `A condition in plain English` {
    private func check(
        _ condition: String, says: String, not: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let faults = Faults()
        let read = faults.condition(FlowText.tree(condition))
        #expect(faults.all.map(\.description) == [], sourceLocation: sourceLocation)
        #expect(read?.english == says, sourceLocation: sourceLocation)
        if let not { #expect(read.map { Condition.not($0).english } == not, sourceLocation: sourceLocation) }
    }

    @Test func `says the subject once`() {
        check(
            "{ looked-after: true, placed-out-of-area: true, returned: false }",
            says: "where the child is looked after, is placed outside the responsible authority's area and has not "
                + "returned")
    }

    @Test func `says an opposite of each part`() {
        check(
            "{ not: { all: [looked-after, { risk: high }] } }",
            says: "where the child is not looked after or the risk is not graded high",
            not: "where the child is looked after and the risk is graded high")
    }

    @Test func `keeps choices apart from what has to be so`() {
        check(
            "{ all: [reported, { any: [unaccompanied, { known-risk: trafficking }] }] }",
            says:
                "where the child was reported, and either the child is unaccompanied or a risk of trafficking is noted "
                + "for the child")
        check(
            "{ all: [reported, { any: [{ known-risk: gangs }, { all: [unaccompanied, looked-after] }] }] }",
            says: "where the child was reported, and at least one of these: a risk of gangs is noted for the child; or "
                + "the child is unaccompanied and is looked after")
    }

    @Test func `asks nothing where it always holds`() {
        check("always", says: "in every case")
        check("{ all: [always, reported] }", says: "where the child was reported")
    }

    @Test func `tells what has happened and what has not`() {
        check(
            "{ happened: { event: notified, to: [police, iro] } }",
            says: "where police or the independent reviewing officer was told",
            not: "where police or the independent reviewing officer has not yet been told")
        check(
            "{ not-yet: { event: meeting-held, kind: strategy-meeting } }",
            says: "where a strategy meeting has not yet been held", not: "where a strategy meeting was held")
        check(
            "{ happened: { event: risk-graded, as: high, by: superintendent, atMost: 1 } }",
            says: "where the risk was graded high by a superintendent, at most once")
    }

    @Test func `counts episodes`() {
        check(
            "{ episodes: { kinds: [missing], categories: [absent], atLeast: 3, within: 90 days } }",
            says: "where counting this one, the child has had 3 or more episodes as missing from home or care, or held "
                + "by police as absent within 90 days")
    }

    @Test func `has words for every predicate`() {
        for form in PredicateForm.all {
            #expect(PredicatePhrases.byName[form.name] != nil, "“\(form.name)” has no English yet")
        }
    }

    @Test func `has words for every event`() {
        for word in EventWord.allCases {
            #expect(EventClause.table[word] != nil, "“\(word.rawValue)” has no English yet")
        }
    }

    @Test func `sets nested choices out line by line`() {
        let read = Faults().condition(
            FlowText.tree(
                "{ all: [reported, { any: [{ known-risk: gangs }, { all: [unaccompanied, looked-after] }] }] }"))
        let lines = read?.clause.lines.map { "\($0.depth) \($0.text)" }
        #expect(
            lines == [
                "0 the child was reported", "0 at least one of these:", "1 a risk of gangs is noted for the child",
                "1 the child is unaccompanied and is looked after",
            ])
    }
}

@Suite struct `A duty in plain English` {
    private func check(
        _ duty: String, _ aspect: Aspect, _ says: String?, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let pack = Samples.pack(Samples.duty(duty))
        #expect(pack.sayings(of: .duty).first?.says(aspect) == says, sourceLocation: sourceLocation)
    }

    @Test func `says by when`() {
        check("from: returned, due: 72 hours", .due, "72 hours after the child returned")
        check(
            "from: located-or-returned, due: 5 working days", .due,
            "5 working days after the child was located or returned, whichever came first, not counting that day")
        check("due: immediately", .due, "immediately (taken as 1 hour) after it was first needed")
        check("from: report, every: 30 minutes", .due, "every 30 minutes, from when the child was reported")
        check(
            "from: { clock: start, plus: 72 hours }, due: 1 hour", .due,
            "1 hour after 72 hours had gone by since the episode started")
        check(
            "due: { stated: at, of: { event: meeting-arranged, kind: strategy-meeting } }", .due,
            "at the time that was stated, the last time that a strategy meeting was arranged; until one is, it has no "
                + "due time")
    }

    @Test func `says what ends it`() {
        check("doneBy: { event: notified, to: iro }", .done, "the independent reviewing officer is told")
        check(
            "doneBy: { any: [{ event: [referred, notified], to: mash }, { event: returned, by: police }] }", .done,
            "the child is referred to the multi-agency safeguarding hub or the multi-agency safeguarding hub is told; "
                + "or the child returns, as recorded by police")
        check("mayWaive: nobody", .waivable, "nobody")
        check(
            "escalate: { to: team-manager, before: 12 hours, after: 1 hour }", .escalates,
            "the team manager is told 12 hours before it is due and 1 hour after it was due")
    }
}
