// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

private func why(_ duty: String, events: String, at time: String) -> [String] {
    let run = Samples.run(Samples.pack(duty), events: events)
    return run.standings(of: ChildID(number: 1), at: at(time)).last?.why ?? []
}

@Suite struct `Counting a due` {
    private let interview = Samples.duty("when: returned, from: returned, due: 72 hours, doneBy: interview-held")
    private let meeting = Samples.duty("from: { clock: start, plus: 72 hours }, due: 5 working days")

    private func returned(_ time: String) -> String {
        "{ at: 2015-01-05T10:00, is: reported }, { at: \(time), is: returned }"
    }

    @Test func `lets seventy-two hours elapse across both clock changes`() {
        check(
            interview, events: returned("2015-03-27T12:00"),
            expect: "{ at: 2015-03-28T12:00, duty: x, due: 2015-03-30T13:00 }")
        check(
            interview, events: returned("2015-10-23T12:00"),
            expect: "{ at: 2015-10-24T12:00, duty: x, due: 2015-10-26T11:00 }")
    }

    @Test func `tells the two hours of October apart`() {
        check(
            interview, events: returned("2015-10-22T01:30"),
            expect: "{ at: 2015-10-23T12:00, duty: x, due: 2015-10-25T01:30 }")
        check(
            interview, events: returned("2015-10-22T02:30"),
            expect: "{ at: 2015-10-23T12:00, duty: x, due: 2015-10-25T01:30+00:00 }")
    }

    @Test func `passes over Christmas and names each day`() {
        let events = "{ at: 2014-12-20T22:00, is: reported }"
        check(meeting, events: events, expect: "{ at: 2014-12-24T10:00, duty: x, state: owed, due: 2015-01-02 }")
        let told = why(meeting, events: events, at: "2014-12-24T10:00").joined(separator: " ")
        #expect(told.contains("Thursday 25 December (Christmas Day), Friday 26 December (Boxing Day)"))
        #expect(told.contains("Thursday 1 January (New Year's Day)"))
    }

    @Test func `passes over Easter, and is owed to the last second of its date`() {
        check(
            meeting, events: "{ at: 2015-03-29T12:00, is: reported }",
            expect: """
                { at: 2015-04-02T12:00, duty: x, state: owed, due: 2015-04-10 },
                { at: 2015-04-10T23:59:59, duty: x, state: owed },
                { at: 2015-04-11T00:00, duty: x, state: overdue }
                """)
    }

    @Test func `counts school days by the terms`() {
        check(
            Samples.duty("due: 3 school days"), events: "{ at: 2015-05-21T12:00, is: reported }",
            expect: "{ at: 2015-05-22T12:00, duty: x, due: 2015-06-02 }")
    }

    @Test func `counts dates from the day after and ends with the last`() {
        check(
            Samples.duty("due: 7 dates"), events: "{ at: 2015-06-05T00:10, is: reported }",
            expect: "{ at: 2015-06-05T12:00, duty: x, due: 2015-06-12 }")
    }

    @Test func `starts with the first clock of several that is known`() {
        let duty = Samples.duty(
            "due: 3 school days, from: { first-of: [{ event: leave-authorised, at: until }, "
                + "{ event: absence-noted, at: since }] }")
        let noted = "{ at: 2015-06-08T09:30, is: absence-noted, since: 2015-06-08 }"
        check(duty, events: noted, expect: "{ at: 2015-06-08T10:00, duty: x, due: 2015-06-11 }")
        let leave = "{ at: 2015-06-08T10:00, is: leave-authorised, until: 2015-06-15 }"
        check(duty, events: "\(noted), \(leave)", expect: "{ at: 2015-06-08T11:00, duty: x, due: 2015-06-18 }")
        let told = why(duty, events: noted, at: "2015-06-08T10:00").joined(separator: " ")
        #expect(told.contains("the first known of “until” of “leave authorised” or “since” of “absence noted”"))
    }

    @Test func `says where it is provisional`() {
        let told = why(meeting, events: "{ at: 2015-12-27T12:00, is: reported }", at: "2015-12-31T12:00")
        #expect(told.contains { $0.hasPrefix("Provisional: bank holidays are published only to 31 December 2015") })
    }

    @Test func `takes a word without a figure as the pack's figure and marks it`() throws {
        let duty = Samples.duty("due: immediately")
        check(
            duty, events: "{ at: 2015-06-05T12:00, is: reported }",
            expect: "{ at: 2015-06-05T12:00, duty: x, due: 2015-06-05T12:30 }",
            rest: "figures: { immediately: 30 minutes }")
        #expect(Samples.pack(duty).duties[0].isLocalChoice)
        let told = why(duty, events: "{ at: 2015-06-05T12:00, is: reported }", at: "2015-06-05T12:10")
        #expect(told.contains("The figure is a local choice: no clause gives one."))
    }
}

@Suite struct `An uncertain time` {
    private let meeting = Samples.duty("from: start, due: 72 hours")

    @Test func `is taken at the end that makes the duty due sooner, and says so`() {
        let events = "{ at: 2015-06-06T09:00, is: reported, missingSince: 2015-06-05T22:00/2015-06-05T23:30 }"
        check(meeting, events: events, expect: "{ at: 2015-06-06T09:00, duty: x, due: 2015-06-08T22:00 }")
        let told = why(meeting, events: events, at: "2015-06-06T09:00").joined(separator: " ")
        #expect(told.contains("only as between 22:00 on Friday 5 June 2015 and 23:30 on Friday 5 June 2015"))
        #expect(told.contains("the earliest is taken, which makes this due sooner"))
    }

    @Test func `known as a date begins with its midnight`() {
        check(
            meeting, events: "{ at: 2015-06-06T09:00, is: reported, missingSince: 2015-06-05 }",
            expect: "{ at: 2015-06-06T09:00, duty: x, due: 2015-06-08T00:00 }")
    }

    @Test func `of an act leaves open whether it was late`() {
        let events = "{ at: 2015-06-05T12:00, is: reported }, { at: 2015-06-05T12:30/2015-06-05T14:00, is: note-added }"
        let told = why(Samples.duty("due: 1 hour"), events: events, at: "2015-06-05T15:00")
        #expect(told.contains("When it was done is not known exactly; it may have been late."))
    }
}

@Suite struct `What is known later` {
    private let interview = Samples.duty("when: returned, from: returned, due: 72 hours, doneBy: interview-held")
    private let story = """
        { at: 2015-06-05T22:10, is: reported }, { at: 2015-06-06T10:00, is: returned },
        { at: 2015-06-07T09:00, is: corrected, what: returned, to: { at: 2015-06-06T08:00 }, reason: Receipt },
        { at: 2015-06-07T08:00, recordedAt: 2015-06-08T08:00, is: interview-held }
        """

    @Test func `moves a clock by a correction, and as known at the time it had not moved`() {
        check(
            interview, events: story,
            expect: """
                { at: 2015-06-06T12:00, duty: x, state: owed, due: 2015-06-09T08:00 },
                { at: 2015-06-06T12:00, asKnown: true, duty: x, state: owed, due: 2015-06-09T10:00 },
                { at: 2015-06-06T09:00, duty: x, state: owed },
                { at: 2015-06-06T09:00, asKnown: true, noDuty: x }
                """)
    }

    @Test func `judges an act by when it happened, and as known it was not there until typed in`() {
        check(
            interview, events: story,
            expect: """
                { at: 2015-06-07T12:00, duty: x, state: done },
                { at: 2015-06-07T12:00, asKnown: true, duty: x, state: owed },
                { at: 2015-06-08T08:00, asKnown: true, duty: x, state: done }
                """)
    }

    @Test func `undoes what rested on a withdrawn entry`() {
        check(
            interview,
            events: """
                { at: 2015-06-05T22:10, is: reported }, { at: 2015-06-06T10:00, is: returned },
                { at: 2015-06-06T11:00, is: corrected, what: 2, withdrawn: true }, { at: 2015-06-06T12:00, is: sighted }
                """,
            expect: """
                { at: 2015-06-06T13:00, noDuty: x },
                { at: 2015-06-06T10:30, asKnown: true, duty: x, state: owed }
                """)
    }
}

@Suite struct `Who owes a duty` {
    private let rest = "fallbacks: { social-worker: { inHours: mash, outOfHours: edt } }"

    @Test func `is the allocated worker, else the fallback of the hour`() {
        let events = "{ at: 2015-06-05T12:00, is: reported }"
        let expect = { (night: String, day: String) in
            """
            { at: 2015-06-05T22:00, duty: x, by: \(night) }, { at: 2015-06-08T12:00, duty: x, by: \(day) }
            """
        }
        let duty = Samples.duty("due: 30 days")
        check(duty, events: events, expect: expect("social-worker", "social-worker"), rest: rest)
        check(duty, child: "child: { born: 2001-01-01 }", events: events, expect: expect("edt", "mash"), rest: rest)
        check(
            duty, child: "child: { lookedAfter: true, allocated: [] }", events: events, expect: expect("edt", "mash"),
            rest: rest)
    }

    @Test func `is told on to somebody else before and after it is due`() {
        let duty = Samples.duty("due: 24 hours, escalate: { to: team-manager, before: 2 hours, after: 4 hours }")
        let run = Samples.run(Samples.pack(duty), events: "{ at: 2015-06-05T12:00, is: reported }")
        let told = ["2015-06-06T09:59", "2015-06-06T10:00", "2015-06-07T10:00"].map {
            run.standings(of: ChildID(number: 1), at: at($0)).first?.escalatedTo
        }
        #expect(told == [nil, .teamManager, .teamManager])
    }
}
