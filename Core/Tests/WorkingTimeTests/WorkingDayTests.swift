// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@Suite struct `A working day` {
    @Test(arguments: [
        ("2015-04-03", "Good Friday"), ("2015-04-04", "Saturday"), ("2015-04-05", "Sunday"),
        ("2015-04-06", "Easter Monday"), ("2015-12-28", "Boxing Day"),
    ])
    func `is not one for a reason that has a name`(text: String, reason: String) {
        #expect(england2015.nonWorkingReason(day(text)) == reason)
        #expect(!england2015.isWorkingDay(day(text)))
    }

    @Test(arguments: ["2015-04-02", "2015-04-07", "2015-12-24", "2015-12-29"])
    func `has no reason against it`(text: String) {
        #expect(england2015.nonWorkingReason(day(text)) == nil)
        #expect(england2015.isWorkingDay(day(text)))
    }

    @Test func `comes next after Easter on the Tuesday`() {
        #expect(england2015.nextWorkingDay(after: day("2015-04-02")) == day("2015-04-07"))
    }

    @Test func `is counted between two dates without the first`() {
        #expect(england2015.workingDays(after: day("2015-04-02"), through: day("2015-04-10")) == 4)
        #expect(england2015.workingDays(after: day("2015-04-10"), through: day("2015-04-10")) == 0)
        #expect(england2015.workingDays(after: day("2015-04-10"), through: day("2015-04-02")) == 0)
    }

    @Test func `is provisional outside the dates published`() {
        #expect(england2015.isProvisional(day("2014-12-31")))
        #expect(!england2015.isProvisional(day("2015-01-01")))
        #expect(!england2015.isProvisional(day("2016-02-29")))
        #expect(england2015.isProvisional(day("2016-03-01")))
    }
}

@Suite struct `Office hours` {
    let hours = OfficeHours(
        weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday],
        opensSecondOfDay: 31_500,
        closesSecondOfDay: 62_100
    )!

    @Test(arguments: [
        ("2015-06-05T08:44:59", false), ("2015-06-05T08:45", true), ("2015-06-05T17:14:59", true),
        ("2015-06-05T17:15", false), ("2015-06-06T12:00", false), ("2015-04-03T12:00", false),
        ("2015-12-28T12:00", false), ("2015-01-02T08:45", true),
    ])
    func `run from opening to closing on working days`(text: String, isOpen: Bool) {
        #expect(hours.isOpen(at: at(text), in: england2015) == isOpen)
    }

    @Test(arguments: [
        ("2015-06-05T08:00", "2015-06-05T08:45"), ("2015-06-05T08:45", "2015-06-08T08:45"),
        ("2015-04-02T18:00", "2015-04-07T08:45"), ("2015-12-24T17:15", "2015-12-29T08:45"),
        ("2015-10-23T20:00", "2015-10-26T08:45"),
    ])
    func `begin again`(after: String, opening: String) {
        #expect(hours.nextOpening(after: at(after), in: england2015) == at(opening))
    }

    @Test func `that are on no day never begin`() throws {
        let never = try #require(OfficeHours(weekdays: [], opensSecondOfDay: 0, closesSecondOfDay: 86_400))
        #expect(never.nextOpening(after: at("2015-06-05T08:00"), in: england2015) == nil)
        #expect(!never.isOpen(at: at("2015-06-05T12:00"), in: england2015))
    }

    @Test func `that begin in the hour left out begin when the clocks have changed`() throws {
        let nights = try #require(OfficeHours(weekdays: [.sunday], opensSecondOfDay: 5_400, closesSecondOfDay: 86_400))
        #expect(nights.nextOpening(after: at("2015-03-28T12:00"), in: england2015) == at("2015-03-29T02:00"))
    }

    @Test func `do not close before they open`() {
        #expect(OfficeHours(weekdays: [.monday], opensSecondOfDay: 60, closesSecondOfDay: 60) == nil)
        #expect(OfficeHours(weekdays: [.monday], opensSecondOfDay: 0, closesSecondOfDay: 86_401) == nil)
    }
}
