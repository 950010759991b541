// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

private let report = "{ at: 2015-06-05T22:00, is: reported }"
private let daily = Samples.duty(
    "when: open, from: start, every: 24 hours, doneBy: contact-attempted, lapses: [returned]", id: "daily-contact")

@Suite struct `A duty that repeats` {
    @Test func `is owed once in each period and done by the first act inside it`() {
        check(
            daily,
            events: """
                \(report), { at: 2015-06-06T21:00, is: contact-attempted }, { at: 2015-06-06T21:30, is: contact-attempted },
                { at: 2015-06-08T21:00, is: contact-attempted }, { at: 2015-06-09T10:00, is: returned }
                """,
            expect: """
                { at: 2015-06-05T22:00, duty: daily-contact, instance: 1, state: owed, due: 2015-06-06T22:00 },
                { at: 2015-06-06T21:00, duty: daily-contact, instance: 1, state: done },
                { at: 2015-06-06T22:00, duty: daily-contact, instance: 2, state: owed, due: 2015-06-07T22:00 },
                { at: 2015-06-07T22:00, duty: daily-contact, instance: 2, state: owed },
                { at: 2015-06-07T22:01, duty: daily-contact, instance: 2, state: missed },
                { at: 2015-06-08T21:00, duty: daily-contact, instance: 3, state: done },
                { at: 2015-06-09T09:00, duty: daily-contact, state: owed, instance: 4 },
                { at: 2015-06-09T10:00, duty: daily-contact, state: lapsed, instance: 4 },
                { at: 2015-06-20T10:00, duty: daily-contact, state: lapsed }
                """)
    }

    @Test func `takes an act at the very end for the period that ends`() {
        check(
            daily, events: "\(report), { at: 2015-06-06T22:00, is: contact-attempted }",
            expect: """
                { at: 2015-06-06T22:00, duty: daily-contact, instance: 1, state: done },
                { at: 2015-06-06T22:00, duty: daily-contact, instance: 2, state: owed }
                """)
    }

    @Test func `has no further instance once waived`() {
        check(
            daily, events: "\(report), { at: 2015-06-07T10:00, is: waived, duty: daily-contact, by: team-manager }",
            expect: """
                { at: 2015-06-09T10:00, duty: daily-contact, instance: 1, state: missed },
                { at: 2015-06-09T10:00, duty: daily-contact, instance: 2, state: waived },
                { at: 2015-06-09T10:00, duty: daily-contact, state: waived }
                """)
    }

    @Test func `owes nothing for periods before it was needed`() {
        let duty = Samples.duty("when: { category: absent }, from: start, every: 24 hours, doneBy: reviewed")
        check(
            duty, events: "\(report), { at: 2015-06-08T10:00, is: classified, as: absent }",
            expect: """
                { at: 2015-06-08T10:00, duty: x, instance: 3, state: owed, due: 2015-06-08T22:00 },
                { at: 2015-06-08T23:00, duty: x, instance: 4, state: owed }
                """)
    }

    @Test func `lists no more instances than anybody can read`() {
        let run = Samples.run(Samples.pack(daily), events: "{ at: 1999-06-05T22:00, is: reported }")
        let standings = run.standings(of: ChildID(number: 1), at: at("2015-06-05T22:30"))
        #expect(standings.count == Reckoning.mostPeriods + 1)
        #expect(standings.last?.instance == 5_845)
    }
}

@Suite struct `A review that was agreed` {
    private let review = Samples.duty(
        "when: { category: absent }, from: { each: { event: [review-agreed, reviewed], given: [next] } }, "
            + "due: { stated: next }, doneBy: reviewed", id: "review-absent")
    private let start =
        "\(report), { at: 2015-06-05T22:30, is: classified, as: absent }, "
        + "{ at: 2015-06-05T22:30, is: review-agreed, next: 2015-06-06T00:30 }"

    @Test func `is owed by the time agreed, and each review may agree the next`() {
        check(
            review,
            events: """
                \(start), { at: 2015-06-06T00:20, is: reviewed, next: 2015-06-06T06:00 },
                { at: 2015-06-06T07:00, is: reviewed, next: 2015-06-06T12:00 },
                { at: 2015-06-06T09:00, is: reclassified, as: missing }
                """,
            expect: """
                { at: 2015-06-05T22:30, duty: review-absent, instance: 1, state: owed, due: 2015-06-06T00:30 },
                { at: 2015-06-06T00:20, duty: review-absent, instance: 1, state: done },
                { at: 2015-06-06T00:20, duty: review-absent, instance: 2, state: owed, due: 2015-06-06T06:00 },
                { at: 2015-06-06T06:30, duty: review-absent, state: overdue },
                { at: 2015-06-06T07:00, duty: review-absent, instance: 2, state: doneLate },
                { at: 2015-06-06T09:00, duty: review-absent, instance: 3, state: lapsed }
                """)
    }

    @Test func `gives way to a later agreement`() {
        check(
            review, events: "\(start), { at: 2015-06-06T00:00, is: review-agreed, next: 2015-06-06T03:00 }",
            expect: """
                { at: 2015-06-06T01:00, duty: review-absent, instance: 1, state: lapsed },
                { at: 2015-06-06T01:00, duty: review-absent, instance: 2, state: owed, due: 2015-06-06T03:00 }
                """)
    }
}
