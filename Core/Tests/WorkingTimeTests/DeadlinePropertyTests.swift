// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@Suite struct `Every deadline` {
    private func lengths(_ count: Int) -> [DueLength] {
        [.minutes(count), .hours(count), .days(count), .workingDays(count), .schoolDays(count), .dates(count)]
    }

    private func due(_ length: DueLength, _ start: Instant) -> Due {
        deadline(length, from: start, working: england2015, school: schools2015).due
    }

    @Test func `is no sooner for starting later, and no sooner for being longer`() {
        var random = SplitMix64(seed: 8)
        for _ in 0..<2_000 {
            let start = random.instant(in: 2014...2016)
            let later = start + Elapsed(seconds: Int64.random(in: 0...1_000_000, using: &random))
            let count = Int.random(in: 0...40, using: &random)
            for (length, longer) in zip(lengths(count), lengths(count + 1)) {
                #expect(due(length, start) <= due(length, later))
                // None and one working day from a Saturday are both the Monday.
                #expect(due(length, start) <= due(longer, start))
                #expect(count == 0 || due(length, start) < due(longer, start))
                #expect(!due(length, start).isOverdue(at: start))
            }
        }
    }

    @Test func `in working or school days lands on such a day, and skips each other day once with its reason`() {
        var random = SplitMix64(seed: 24)
        for _ in 0..<2_000 {
            let start = random.instant(in: 2014...2016)
            let count = Int.random(in: 1...30, using: &random)
            let working = deadline(.workingDays(count), from: start, working: england2015, school: nil)
            #expect(england2015.isWorkingDay(working.due.date))
            #expect(working.skipped.allSatisfy { england2015.nonWorkingReason($0.date) == $0.reason })
            let days = London.date(of: start).days(until: working.due.date)
            #expect(days == count + working.skipped.count)
            #expect(england2015.workingDays(after: London.date(of: start), through: working.due.date) == count)

            let school = deadline(.schoolDays(count), from: start, working: england2015, school: schools2015)
            #expect(schools2015.isSchoolDay(school.due.date, in: england2015))
            #expect(working.due <= school.due)
        }
    }
}
