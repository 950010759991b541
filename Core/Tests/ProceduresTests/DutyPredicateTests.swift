// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Procedures

@Suite struct `A condition on another duty's state` {
    private let report = "{ at: 2015-06-05T22:10, is: reported }"
    private let first = Samples.duty(
        "due: 4 hours, doneBy: { event: notified, to: iro }, lapses: returned", id: "first")

    private func second(_ states: String, _ keys: String = "") -> String {
        Samples.duty("when: { duty: { id: first, state: \(states) } }, due: 2 hours\(keys)", id: "second")
    }

    private func stands(
        _ states: String, events: String = "", _ expect: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        check(
            "\(first), \(second(states))", events: events.isEmpty ? report : "\(report), \(events)", expect: expect,
            sourceLocation: sourceLocation)
    }

    @Test func `begins a need from the instant at which it stands so`() {
        stands(
            "overdue",
            """
            { at: 2015-06-06T02:10, noDuty: second },
            { at: 2015-06-06T02:11, duty: second, state: owed, from: 2015-06-06, due: 2015-06-06T04:10:01 }
            """)
    }

    @Test func `ends the need when it stands so no more`() {
        stands(
            "overdue", events: "{ at: 2015-06-06T03:00, is: notified, to: iro }",
            """
            { at: 2015-06-06T02:30, duty: second, state: owed },
            { at: 2015-06-06T03:30, duty: second, state: lapsed },
            { at: 2015-06-06T03:30, duty: first, state: doneLate }
            """)
    }

    @Test func `is of how it stood then, and not of how it stands now`() {
        let told = "{ at: 2015-06-05T23:00, is: notified, to: iro }"
        stands("owed", events: told, "{ at: 2015-06-06T12:00, duty: second, state: lapsed }")
        stands("done", events: told, "{ at: 2015-06-06T00:59, duty: second, state: owed, due: 2015-06-06T01:00 }")
        stands("[done, doneLate]", events: told, "{ at: 2015-06-06T12:00, duty: second, state: overdue }")
        stands(
            "lapsed", events: "{ at: 2015-06-05T23:00, is: returned }",
            "{ at: 2015-06-06T12:00, duty: second, state: overdue, from: 2015-06-05T23:00 }")
        stands("[missed, waived, agreed, notYet]", "{ at: 2015-06-06T12:00, noDuty: second }")
    }

    @Test func `is of the newest instance of a duty that repeats`() {
        let daily = Samples.duty("when: open, every: 24 hours, doneBy: { event: contact-attempted }", id: "first")
        check(
            "\(daily), \(second("done"))",
            events: "\(report), { at: 2015-06-06T10:00, is: contact-attempted }",
            expect: """
                { at: 2015-06-06T09:59, noDuty: second },
                { at: 2015-06-06T10:01, duty: second, state: owed },
                { at: 2015-06-06T22:11, duty: second, state: missed }
                """)
    }

    @Test func `goes along a chain, whichever stands first in the pack`() {
        let third = Samples.duty("when: { duty: { id: second, state: owed } }, due: 30 minutes", id: "third")
        check(
            "\(third), \(second("overdue")), \(first)", events: report,
            expect: "{ at: 2015-06-06T02:30, duty: third, state: owed, due: 2015-06-06T02:40:01 }")
    }

    @Test func `never goes round in a circle, names a duty that is there, and stays in duties`() {
        func says(_ duties: String, _ rest: String = "") -> [String] {
            Samples.read(duties, rest).1.map(\.description)
        }
        let circle = Samples.duty("when: { duty: { id: second, state: owed } }", id: "first")
        #expect(says("\(circle), \(second("owed"))").contains { $0.contains("waits for itself") })
        let clock = Samples.duty("from: { duty: second, at: due }", id: "first")
        #expect(says("\(clock), \(second("owed"))").contains { $0.contains("waits for itself") })
        #expect(says(second("owed")).contains { $0.contains("“first” is no duty of this pack") })
        #expect(says("\(first), \(second("owd"))").contains { $0.contains("Did you mean “owed”?") })
        let ofChild = Samples.duty("about: child, when: always", id: "first")
        #expect(says("\(ofChild), \(second("owed"))").contains { $0.contains("both about the child") })
        let rest = "covers: { duty: { id: first, state: owed } }"
        #expect(says(first, rest).contains { $0.contains("asked in duties only, not in “covers”") })
        let notice =
            "notices: [{ id: n, on: closed, when: { duty: { id: first, state: owed } }, to: iro, says: S, source: SG 1 }]"
        #expect(says(first, notice).contains { $0.contains("not in “notices”") })
    }
}
