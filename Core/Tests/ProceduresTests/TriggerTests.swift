// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

enum TriggerSamples {
    static let panel = Samples.duty(
        "about: child, when: { triggered: three }, from: { trigger: three }, due: 10 working days, "
            + "doneBy: { event: meeting-held, kind: panel }, mayWaive: team-manager", id: "panel-discussion")

    static func trigger(_ keys: String, id: String = "three", makes: String = "panel-discussion") -> String {
        "triggers: [{ id: \(id), makes: [\(makes)], source: SG 1, \(keys) }]"
    }

    static let three = trigger("counts: { kinds: [missing], categories: [missing], atLeast: 3, within: 90 days }")

    /// Reports at ten in the evening, each with a return the next morning.
    static func away(_ dates: String..., then more: String = "") -> String {
        var events: [String] = []
        for (number, date) in dates.enumerated() {
            events.append("{ at: \(date)T22:00, is: reported, episode: e\(number + 1) }")
            events.append("{ at: \(date)T23:30, is: returned, episode: e\(number + 1) }")
        }
        return (events + [more].filter { !$0.isEmpty }).joined(separator: ", ")
    }
}

/// Checks what is expected where the trigger called `three` makes a panel discussion.
func expect(
    _ events: String, _ expected: String, trigger: String = TriggerSamples.three, duties: String = TriggerSamples.panel,
    child: String = "child: { lookedAfter: true }", sourceLocation: SourceLocation = #_sourceLocation
) {
    check(duties, child: child, events: events, expect: expected, rest: trigger, sourceLocation: sourceLocation)
}

@Suite struct `A count of episodes` {
    // Ninety dates from 1 May are up to 29 July.
    @Test func `takes in the ninetieth day and not the ninety-first`() {
        expect(
            TriggerSamples.away("2015-05-01", "2015-06-01", "2015-07-29"),
            """
            { at: 2015-07-29T21:59, trigger: three, fires: false },
            { at: 2015-07-29T22:00, trigger: three, fires: true, episodes: [e1, e2, e3], makes: [panel-discussion] },
            { at: 2015-07-29T22:00, duty: panel-discussion, instance: 1, state: owed, from: 2015-07-29T22:00,
              due: 2015-08-12 }
            """)
        expect(
            TriggerSamples.away("2015-05-01", "2015-06-01", "2015-07-30"),
            "{ at: 2015-09-01T00:00, trigger: three, fires: false }, { at: 2015-09-01T00:00, noDuty: panel-discussion }"
        )
    }

    @Test func `within months reaches back to after the same day`() {
        let months = TriggerSamples.trigger("counts: { atLeast: 2, within: 3 months }")
        expect(
            TriggerSamples.away("2015-03-16", "2015-06-15"), "{ at: 2015-07-01T00:00, trigger: three, fires: true }",
            trigger: months)
        expect(
            TriggerSamples.away("2015-03-15", "2015-06-15"), "{ at: 2015-07-01T00:00, trigger: three, fires: false }",
            trigger: months)
    }

    @Test func `within months takes the last day where a month is shorter`() {
        let months = TriggerSamples.trigger("counts: { atLeast: 2, within: 3 months }")
        // Three months before 31 May is 28 February.
        expect(
            TriggerSamples.away("2015-03-01", "2015-05-31"), "{ at: 2015-07-01T00:00, trigger: three, fires: true }",
            trigger: months)
        expect(
            TriggerSamples.away("2015-02-28", "2015-05-31"), "{ at: 2015-07-01T00:00, trigger: three, fires: false }",
            trigger: months)
    }

    @Test func `counts by London dates and by when the child was last where expected`() {
        // Stated as missing since half past midnight in summer time: 1 May, though 30 April in Greenwich.
        expect(
            """
            { at: 2015-05-01T02:00, is: reported, episode: e1, missingSince: 2015-05-01T00:30 },
            { at: 2015-05-01T23:30, is: returned, episode: e1 },
            { at: 2015-06-01T22:00, is: reported, episode: e2 }, { at: 2015-06-01T23:30, is: returned, episode: e2 },
            { at: 2015-07-30T01:00, is: reported, episode: e3, missingSince: 2015-07-29T23:50 }
            """,
            """
            { at: 2015-07-30T01:00, trigger: three, fires: true, episodes: [e1, e2, e3] },
            { at: 2015-07-30T01:00, duty: panel-discussion, state: owed, from: 2015-07-29T23:50 }
            """)
    }

    @Test func `goes by the category that an episode ended with`() {
        let missing = TriggerSamples.trigger("counts: { categories: [missing], atLeast: 2, within: 90 days }")
        expect(
            TriggerSamples.away(
                "2015-05-01", "2015-05-10",
                then: """
                    { at: 2015-05-01T22:30, is: classified, as: absent, episode: e1 },
                    { at: 2015-05-10T22:30, is: classified, as: missing, episode: e2 },
                    { at: 2015-05-20T10:00, is: decided-by-incident-manager, as: missing, episode: e1 }
                    """),
            """
            { at: 2015-05-19T00:00, trigger: three, fires: false },
            { at: 2015-05-20T10:00, trigger: three, fires: true, episodes: [e1, e2] },
            { at: 2015-05-20T10:00, duty: panel-discussion, from: 2015-05-10T22:00 }
            """, trigger: missing)
    }

    @Test func `still counts a missing child who was located before coming back`() {
        let missing = TriggerSamples.trigger("counts: { kinds: [missing], atLeast: 2, within: 90 days }")
        expect(
            TriggerSamples.away(
                "2015-05-01", "2015-05-10",
                then: "{ at: 2015-05-01T22:30, is: located, episode: e1 }"),
            "{ at: 2015-05-20T00:00, trigger: three, fires: true }", trigger: missing)
    }

    @Test func `looks at its condition once the newest episode was reported`() {
        let placed = TriggerSamples.trigger("counts: { atLeast: 2, within: 90 days }, when: { went-from: larch-house }")
        let events = """
            { at: 2015-05-01T22:00, is: reported, episode: e1, from: larch-house },
            { at: 2015-05-01T23:00, is: returned, episode: e1 },
            { at: 2015-05-10T22:00, is: reported, episode: e2, from: PLACE, missingSince: 2015-05-10T20:00 }
            """
        expect(
            events.replacing("PLACE", with: "larch-house"), "{ at: 2015-05-20T00:00, trigger: three, fires: true }",
            trigger: placed)
        expect(
            events.replacing("PLACE", with: "elm-house"), "{ at: 2015-05-20T00:00, trigger: three, fires: false }",
            trigger: placed)
    }
}

@Suite struct `A trigger that fired` {
    private let four = TriggerSamples.away("2015-05-01", "2015-05-10", "2015-05-20", "2015-06-10")

    @Test func `does not fire again while what it made stands open`() {
        expect(
            four,
            """
            { at: 2015-07-01T00:00, trigger: three, episodes: [e1, e2, e3], dealtWith: false },
            { at: 2015-07-01T00:00, trigger: three, fires: false, episodes: [e1, e2, e3, e4] },
            { at: 2015-07-01T00:00, duty: panel-discussion, instance: 1, state: overdue }
            """)
    }

    @Test func `fires anew with the next episode once that is dealt with`() {
        expect(
            "\(four), { at: 2015-06-01T10:00, is: meeting-held, kind: panel, episode: e3 }",
            """
            { at: 2015-07-01T00:00, trigger: three, episodes: [e1, e2, e3], dealtWith: true },
            { at: 2015-07-01T00:00, trigger: three, episodes: [e1, e2, e3, e4], dealtWith: false },
            { at: 2015-07-01T00:00, duty: panel-discussion, instance: 1, state: done },
            { at: 2015-07-01T00:00, duty: panel-discussion, instance: 2, state: overdue, from: 2015-06-10T22:00 }
            """)
    }

    @Test func `is dealt with by a waiver of somebody who may, recorded in any episode`() {
        expect(
            "\(four), { at: 2015-06-01T10:00, is: waived, duty: panel-discussion, by: team-manager, episode: e1 }",
            """
            { at: 2015-07-01T00:00, duty: panel-discussion, instance: 1, state: waived },
            { at: 2015-07-01T00:00, duty: panel-discussion, instance: 2, state: overdue }
            """)
        expect(
            "\(four), { at: 2015-06-01T10:00, is: waived, duty: panel-discussion, by: carer, episode: e1 }",
            "{ at: 2015-07-01T00:00, duty: panel-discussion, state: overdue, instance: 1 }")
    }

    @Test func `is marked and not deleted when a correction undoes the count`() {
        let withdrawn =
            "{ at: 2015-05-25T09:00, is: corrected, what: 3, withdrawn: true, by: social-worker }, "
            + "{ at: 2015-05-25T09:00, is: corrected, what: 4, withdrawn: true, by: social-worker }"
        expect(
            TriggerSamples.away("2015-05-01", "2015-05-10", "2015-05-20", then: withdrawn),
            """
            { at: 2015-05-24T00:00, asKnown: true, trigger: three, fires: true },
            { at: 2015-06-01T00:00, trigger: three, fires: false },
            { at: 2015-06-01T00:00, trigger: three, undone: true, episodes: [e1, e2, e3] },
            { at: 2015-06-01T00:00, duty: panel-discussion, instance: 1, state: owed },
            { at: 2015-06-20T00:00, duty: panel-discussion, instance: 1, state: overdue }
            """)
    }

    @Test func `keeps its one firing when a start is put right and still counts`() {
        let moved =
            "{ at: 2015-05-25T09:00, is: corrected, what: 5, to: { at: 2015-05-20T21:00 }, by: social-worker }"
        expect(
            TriggerSamples.away("2015-05-01", "2015-05-10", "2015-05-20", then: moved),
            """
            { at: 2015-06-01T00:00, trigger: three, fires: true },
            { at: 2015-06-01T00:00, trigger: three, fires: false, undone: true },
            { at: 2015-06-01T00:00, duty: panel-discussion, instance: 1, from: 2015-05-20T21:00 }
            """)
    }

    @Test func `is undone when a start is put right to after the window`() {
        let moved =
            "{ at: 2015-08-05T09:00, is: corrected, what: 5, to: { at: 2015-07-30T00:10 }, by: social-worker }"
        expect(
            TriggerSamples.away("2015-05-01", "2015-06-01", "2015-07-29", then: moved),
            """
            { at: 2015-08-04T00:00, asKnown: true, trigger: three, fires: true },
            { at: 2015-08-06T00:00, trigger: three, fires: false },
            { at: 2015-08-06T00:00, trigger: three, undone: true }
            """)
    }

    @Test func `says which episodes and which window`() throws {
        let run = Samples.run(
            Samples.pack(TriggerSamples.panel, TriggerSamples.three),
            events: TriggerSamples.away("2015-05-01", "2015-05-10", "2015-05-20"))
        let firing = try #require(run.firings(of: ChildID(number: 1), at: at("2015-06-01T00:00")).first)
        #expect(
            firing.why == [
                "3 missing episodes, which started on 1 May 2015, 10 May 2015, 20 May 2015. "
                    + "That is within 90 days, counted from 20 February 2015."
            ])
    }
}

@Suite struct `More than before` {
    private let rising = TriggerSamples.trigger("rising: { days: 30, atLeast: 2 }")

    @Test func `fires when the last thirty dates hold more than the thirty before`() {
        expect(
            TriggerSamples.away("2015-05-01", "2015-06-01", "2015-06-20"),
            "{ at: 2015-07-01T00:00, trigger: three, fires: true, episodes: [e2, e3] }", trigger: rising)
    }

    @Test func `does not fire when as many came before, nor for one alone`() {
        expect(
            TriggerSamples.away("2015-05-01", "2015-05-05", "2015-06-10", "2015-06-12"),
            "{ at: 2015-07-01T00:00, trigger: three, fires: true, episodes: [e1, e2] }, "
                + "{ at: 2015-07-01T00:00, trigger: three, fires: false, episodes: [e3, e4] }",
            trigger: rising)
        expect(
            TriggerSamples.away("2015-05-01"), "{ at: 2015-07-01T00:00, trigger: three, fires: false }",
            trigger: rising)
    }
}
