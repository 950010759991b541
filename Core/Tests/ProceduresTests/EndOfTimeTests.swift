// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Procedures

/// Nobody asks what is owed in the year 9999 but by a slip of the hand; the answer comes all the same.
@Suite struct `At the end of the calendar` {
    private static let last = "9999-12-31T23:59"

    @Test func `stretches of months are still counted`() {
        let period = CalendarPeriod.months(3)
        #expect(period.count(from: date("2015-01-31"), to: date("9999-12-31")) == 31_940)
        #expect(date("9999-12-31") < period.start(after: 31_940, from: date("2015-01-31")))
    }

    @Test(arguments: [
        "every: 5 minutes", "every: 1 minute", "due: 99999 days", "due: 2000 working days", "due: 2000 school days",
        "due: 99999 dates", "from: { clock: start, plus: 99999 days }, due: 99999 hours",
        "when: { episodes: { atLeast: 1, within: 240 months } }", "when: { open-longer-than: 99999 days }",
        "when: { happened: { event: reported, within: 99999 days } }",
        "when: { looked-after-for-less-than: 99999 days }",
        "when: { age-under: 199 }", "when: { age-at-least: 999999999 }", "once: out-of-hours",
        "escalate: { to: team-manager, before: 99999 days, after: 99999 days }",
        "sooner: [{ when: always, due: 2000 working days, from: start }]",
    ])
    func `a duty that is owed for eight thousand years is listed`(form: String) {
        for start in ["2015-06-05T22:10", "0001-01-01T00:00", "9999-12-31T23:00"] {
            let (pack, _) = Samples.read(Samples.duty(form))
            guard let pack else { continue }
            let run = Samples.run(pack, events: "{ at: \(start), is: reported }")
            for instant in [Self.last, "0001-01-01T00:00", "2015-06-06T00:00"] {
                #expect(run.evaluate(at: at(instant)).hasSuffix("}\n"))
            }
        }
    }
}
