// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@Suite struct `A due` {
    @Test func `at an instant is in time at that instant and overdue the moment after`() {
        let due = Due.instant(at("2015-06-05T22:10"))
        #expect(!due.isOverdue(at: at("2015-06-05T22:10")))
        #expect(due.isOverdue(at: at("2015-06-05T22:10:01")))
    }

    @Test func `on a date is in time until that date ends in London`() {
        let due = Due.date(day("2015-06-05"))
        #expect(due.lastInstant == at("2015-06-05T23:59:59+01:00"))
        #expect(!due.isOverdue(at: at("2015-06-05T23:59:59")))
        #expect(due.isOverdue(at: at("2015-06-06T00:00")))
    }

    @Test func `is sooner by its last instant`() {
        let dues = [
            Due.date(day("2015-06-05")), .instant(at("2015-06-06T00:00")), .instant(at("2015-06-05T23:59:59")),
            .date(day("2015-06-04")),
        ]
        #expect(dues.sorted() == [dues[3], dues[2], dues[0], dues[1]])
    }

    @Test func `has a date in London`() {
        #expect(Due.instant(at("2015-06-05T23:30:00Z")).date == day("2015-06-06"))
        #expect(Due.date(day("2015-06-05")).date == day("2015-06-05"))
    }
}
