// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

private let report = "{ at: 2015-06-05T22:10, is: reported, by: carer, to: police }"
private let back = "{ at: 2015-06-06T10:00, is: returned }"
private let interview = Samples.duty(
    "when: returned, from: returned, due: 72 hours, doneBy: interview-held, lapses: [interview-declined], "
        + "mayAgree: [social-worker]",
    id: "return-interview")
private let tell = Samples.duty(
    "doneBy: { event: notified, to: iro }, due: 4 hours, lapses: [returned]", id: "notify-iro")

@Suite struct `A duty` {
    @Test func `is owed up to and at its due instant and overdue the moment after`() {
        check(
            tell, events: report,
            expect: """
                { at: 2015-06-05T22:09, noDuty: notify-iro },
                { at: 2015-06-05T22:10, duty: notify-iro, state: owed, due: 2015-06-06T02:10, from: 2015-06-05T22:10 },
                { at: 2015-06-06T02:10, duty: notify-iro, state: owed },
                { at: 2015-06-06T02:10:01, duty: notify-iro, state: overdue }
                """)
    }

    @Test func `is done in time at its due instant and late after it`() {
        check(
            tell, events: "\(report), { at: 2015-06-06T02:10, is: notified, to: iro }",
            expect: """
                { at: 2015-06-06T02:10, duty: notify-iro, state: done },
                { at: 2015-06-20T02:10, duty: notify-iro, state: done }
                """)
        check(
            tell, events: "\(report), { at: 2015-06-06T02:11, is: notified, to: iro }",
            expect: """
                { at: 2015-06-06T02:10:30, duty: notify-iro, state: overdue },
                { at: 2015-06-06T02:11, duty: notify-iro, state: doneLate }
                """)
    }

    @Test func `is not done by telling somebody else`() {
        check(
            tell, events: "\(report), { at: 2015-06-05T23:10, is: notified, to: parents }",
            expect: "{ at: 2015-06-06T00:00, duty: notify-iro, state: owed }")
    }

    @Test func `lapses where the need ended before it was due and was missed where it ended after`() {
        check(
            tell, events: "\(report), { at: 2015-06-06T02:10, is: returned }",
            expect: "{ at: 2015-06-06T02:10, duty: notify-iro, state: lapsed }")
        check(
            tell, events: "\(report), \(back), { at: 2015-06-06T11:00, is: notified, to: iro }",
            expect: """
                { at: 2015-06-06T09:59, duty: notify-iro, state: overdue },
                { at: 2015-06-06T12:00, duty: notify-iro, state: missed }
                """)
    }

    @Test func `ends when its condition no longer holds and begins anew when it holds again`() {
        let duty = Samples.duty("when: { risk: high }, due: 1 hour, doneBy: { event: notified, to: mpu }")
        let grades = ["high", "medium", "high"].enumerated().map {
            "{ at: 2015-06-06T0\($0):30, is: risk-graded, as: \($1), by: superintendent }"
        }
        check(
            duty,
            events: ([report] + grades + ["{ at: 2015-06-06T03:00, is: notified, to: mpu }"]).joined(separator: ", "),
            expect: """
                { at: 2015-06-06T00:20, noDuty: x },
                { at: 2015-06-06T00:30, duty: x, state: owed },
                { at: 2015-06-06T01:30, duty: x, instance: 1, state: lapsed },
                { at: 2015-06-06T02:30, duty: x, instance: 1, state: lapsed },
                { at: 2015-06-06T02:30, duty: x, instance: 2, state: owed, due: 2015-06-06T03:30 },
                { at: 2015-06-06T04:00, duty: x, instance: 2, state: done }
                """)
    }

    @Test func `is not owed again once done, unless the pack says so`() {
        let grades = ["high", "medium", "high"].enumerated().map {
            "{ at: 2015-06-06T0\($0):30, is: risk-graded, as: \($1), by: superintendent }"
        }
        let events = ([report, "{ at: 2015-06-06T00:40, is: notified, to: mpu }"] + grades).joined(separator: ", ")
        let keys = "when: { risk: high }, due: 1 hour, doneBy: { event: notified, to: mpu }"
        check(Samples.duty(keys), events: events, expect: "{ at: 2015-06-06T02:40, duty: x, instance: 1, state: done }")
        check(
            Samples.duty("\(keys), again: true"), events: events,
            expect: "{ at: 2015-06-06T02:40, duty: x, instance: 2, state: owed }")
    }

    @Test func `keeps to its beginning where that may stop holding`() {
        let duty = Samples.duty("when: open, once: out-of-hours, due: 1 hour, doneBy: { event: notified, to: edt }")
        check(
            duty, events: "{ at: 2015-06-05T16:00, is: reported }",
            expect: """
                { at: 2015-06-05T17:14, noDuty: x },
                { at: 2015-06-05T17:15, duty: x, state: owed, due: 2015-06-05T18:15 },
                { at: 2015-06-08T10:00, duty: x, state: overdue }
                """)
    }

    @Test func `waits for its clock and says when it starts`() {
        let duty = Samples.duty(
            "when: { kind-ever: missing }, from: { clock: start, plus: 72 hours }, due: 5 working days, "
                + "doneBy: { event: meeting-held, kind: strategy-meeting }, lapses: [returned]")
        check(
            duty, events: "\(report), { at: 2015-06-12T10:00, is: returned }",
            expect: """
                { at: 2015-06-05T22:10, duty: x, state: notYet, from: 2015-06-08T22:10, due: 2015-06-15 },
                { at: 2015-06-08T22:09, duty: x, state: notYet },
                { at: 2015-06-08T22:10, duty: x, state: owed },
                { at: 2015-06-12T10:00, duty: x, state: lapsed }
                """)
        check(
            duty, events: "\(report), { at: 2015-06-07T10:00, is: meeting-held, kind: strategy-meeting }",
            expect: "{ at: 2015-06-09T10:00, duty: x, state: done }")
    }

    @Test func `needs every part where all are named`() {
        let duty = Samples.duty(
            "doneBy: { all: [{ event: notified, to: police }, { any: [{ event: notified, to: edt }, placement-reviewed] }] }"
        )
        let police = "{ at: 2015-06-05T22:20, is: notified, to: police }"
        check(
            duty, events: "\(report), \(police), { at: 2015-06-05T22:40, is: notified, to: edt }",
            expect: """
                { at: 2015-06-05T22:30, duty: x, state: owed },
                { at: 2015-06-05T22:40, duty: x, state: done }
                """)
    }

    @Test func `is discharged by the report itself where the report says to whom`() {
        let duty = Samples.duty("doneBy: { any: [{ event: reported, to: police }, { event: notified, to: police }] }")
        check(duty, events: report, expect: "{ at: 2015-06-05T22:10, duty: x, state: done }")
        check(
            duty, events: "{ at: 2015-06-05T22:10, is: reported }",
            expect: "{ at: 2015-06-05T22:10, duty: x, state: owed }")
    }

    @Test func `takes the earliest of its own due and those of conditions that hold`() {
        let duty = Samples.duty(
            "when: reported, due: 72 hours, sooner: [{ when: { risk: high }, due: 24 hours }, { when: { known-risk: any }, due: 1 hour }]"
        )
        check(
            duty, events: "\(report), { at: 2015-06-05T23:10, is: risk-graded, as: high }",
            expect: """
                { at: 2015-06-05T23:00, duty: x, due: 2015-06-08T22:10 },
                { at: 2015-06-05T23:10, duty: x, due: 2015-06-06T22:10 }
                """)
    }

    @Test func `is due when somebody said it would be, else by its figure`() {
        let duty = Samples.duty(
            "when: always, from: checks, due: { stated: deadline, else: 2 hours }, doneBy: checks-completed")
        check(
            duty, events: "{ at: 2015-06-05T22:10, is: checks-started, deadline: 2015-06-05T22:40 }",
            expect: """
                { at: 2015-06-05T22:40, duty: x, state: owed, due: 2015-06-05T22:40 },
                { at: 2015-06-05T22:41, duty: x, state: overdue }
                """)
        let review = Samples.duty("due: { stated: next, of: { event: review-agreed } }, doneBy: reviewed")
        check(review, events: report, expect: "{ at: 2015-06-30T22:10, duty: x, state: owed }")
    }

    @Test func `starts its clock when another is due or was done`() {
        let duties = [
            tell, Samples.duty("from: { duty: notify-iro, at: done }, due: 1 hour", id: "after"),
            Samples.duty("from: { duty: notify-iro, at: due }, due: 1 hour", id: "later"),
        ].joined(separator: ", ")
        check(
            duties, events: "\(report), { at: 2015-06-05T23:10, is: notified, to: iro }",
            expect: """
                { at: 2015-06-05T23:00, noDuty: after },
                { at: 2015-06-05T23:10, duty: after, state: owed, due: 2015-06-06T00:10 },
                { at: 2015-06-05T23:10, duty: later, state: notYet, due: 2015-06-06T03:10 }
                """)
    }

    @Test func `counts acts from before the need only where the pack says so`() {
        let events =
            "{ at: 2015-06-05T21:10, is: checks-started, deadline: 2015-06-05T22:40 }, "
            + "{ at: 2015-06-05T21:30, is: notified, to: iro }, \(report)"
        check(tell, events: events, expect: "{ at: 2015-06-05T23:00, duty: notify-iro, state: owed }")
        let whole = Samples.duty("doneBy: { event: notified, to: iro }, counts: whole-episode", id: "notify-iro")
        check(whole, events: events, expect: "{ at: 2015-06-05T23:00, duty: notify-iro, state: done }")
    }

    @Test func `counts the acts of superiors and of groups`() {
        let duty = Samples.duty("doneBy: { event: reviewed, by: supervisor }")
        check(
            duty, events: "\(report), { at: 2015-06-05T22:20, is: reviewed, by: superintendent }",
            expect: "{ at: 2015-06-05T22:30, duty: x, state: done }")
        check(
            duty, events: "\(report), { at: 2015-06-05T22:20, is: reviewed, by: call-handler }",
            expect: "{ at: 2015-06-05T22:30, duty: x, state: owed }")
        let group = Samples.duty("doneBy: { event: contact-attempted, by: social-care, given: [result] }")
        check(
            group, events: "\(report), { at: 2015-06-05T22:20, is: contact-attempted, by: iro, result: No answer }",
            expect: "{ at: 2015-06-05T22:30, duty: x, state: done }")
        check(
            group, events: "\(report), { at: 2015-06-05T22:20, is: contact-attempted, by: iro }",
            expect: "{ at: 2015-06-05T22:30, duty: x, state: owed }")
    }
}

@Suite struct `A waiver` {
    private let waived = "{ at: 2015-06-05T22:40, is: waived, duty: notify-iro, reason: none, by:"

    @Test func `counts from a role that may`() {
        check(
            tell, events: "\(report), \(waived) team-manager }",
            expect: """
                { at: 2015-06-05T22:30, duty: notify-iro, state: owed },
                { at: 2015-06-05T22:40, duty: notify-iro, state: waived }
                """)
    }

    @Test func `changes nothing from a role that may not, and says so`() throws {
        check(
            tell, events: "\(report), \(waived) social-worker }",
            expect: "{ at: 2015-06-05T22:40, duty: notify-iro, state: owed }")
        let run = Samples.run(Samples.pack(tell), events: "\(report), \(waived) social-worker }")
        let standing = try #require(run.standings(of: ChildID(number: 1), at: at("2015-06-05T22:40")).first)
        #expect(standing.why.contains { $0.contains("does not count: it needs a team manager") })
    }

    @Test func `is nobody's where the pack says so`() {
        let duty = Samples.duty("doneBy: { event: notified, to: iro }, mayWaive: nobody", id: "notify-iro")
        check(
            duty, events: "\(report), \(waived) team-manager }",
            expect: "{ at: 2015-06-05T22:40, duty: notify-iro, state: owed }")
    }
}

@Suite struct `An agreement` {
    private let agreed = "{ at: 2015-06-05T23:00, is: agreed, duty: return-interview, until: 2015-09-01, by:"

    @Test func `says that a duty is not due for this child, where the pack lets it`() {
        check(
            interview, events: "\(report), \(agreed) social-worker }, \(back)",
            expect: "{ at: 2015-06-06T10:00, duty: return-interview, state: agreed }")
        check(
            interview, events: "\(report), \(agreed) supervisor }, \(back)",
            expect: "{ at: 2015-06-06T10:00, duty: return-interview, state: owed, due: 2015-06-09T10:00 }")
    }

    @Test func `made in an earlier episode holds in a later one until its date`() {
        let again =
            "{ at: 2015-08-01T10:00, is: reported }, { at: 2015-08-01T20:00, is: returned }, "
            + "{ at: 2015-09-02T10:00, is: reported }, { at: 2015-09-02T20:00, is: returned }"
        check(
            interview, events: "\(report), \(back), \(agreed) social-worker }, \(again)",
            expect: """
                { at: 2015-08-01T21:00, duty: return-interview, state: agreed },
                { at: 2015-09-02T21:00, duty: return-interview, state: owed }
                """)
    }
}

@Suite struct `An interview declined` {
    @Test func `ends the interview's duty and leaves the offer done`() {
        let offer = Samples.duty(
            "when: returned, from: returned, due: 24 hours, doneBy: { any: [interview-offered, interview-declined] }",
            id: "offer-return-interview")
        let parents = Samples.duty(
            "when: { happened: interview-declined }, due: 24 hours, doneBy: parents-view-offered",
            id: "offer-parents-view")
        check(
            [offer, interview, parents].joined(separator: ", "),
            events: "\(report), \(back), { at: 2015-06-06T12:00, is: interview-declined }",
            expect: """
                { at: 2015-06-06T11:00, noDuty: offer-parents-view },
                { at: 2015-06-06T12:00, duty: offer-return-interview, state: done },
                { at: 2015-06-06T12:00, duty: return-interview, state: lapsed },
                { at: 2015-06-06T12:00, duty: offer-parents-view, state: owed, due: 2015-06-07T12:00 }
                """)
    }
}
