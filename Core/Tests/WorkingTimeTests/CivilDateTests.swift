// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@Suite struct `A date` {
    @Test func `and its day number are the same thing, 1900 to 2200`() {
        var date = CivilDate(year: 1900, month: 1, day: 1)!
        let last = CivilDate(year: 2200, month: 12, day: 31)!
        var (year, month, dayOfMonth) = (1900, 1, 1)
        while date <= last {
            #expect(date.parts == (year, month, dayOfMonth))
            #expect(CivilDate(year: year, month: month, day: dayOfMonth) == date)
            date = date.next
            dayOfMonth += 1
            if dayOfMonth > CivilDate.daysInMonth(month, of: year) { (month, dayOfMonth) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(year == 2201)
    }

    @Test(arguments: [
        (2015, 2, 29), (1900, 2, 29), (2015, 6, 31), (2015, 13, 1), (2015, 0, 1), (2015, 1, 0), (0, 1, 1),
    ])
    func `that no calendar has is nil`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test func `has a leap day in 2000 and 2016`() {
        #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
        #expect(CivilDate(year: 2016, month: 2, day: 29) != nil)
    }

    @Test(arguments: [
        ("2015-06-05", Weekday.friday), ("1970-01-01", .thursday), ("1969-12-28", .sunday), ("1900-01-01", .monday),
        ("2000-02-29", .tuesday), ("2026-12-25", .friday), ("0001-01-01", .monday),
    ])
    func `knows its day of the week`(text: String, weekday: Weekday) {
        #expect(day(text).weekday == weekday)
    }

    @Test func `is at the weekend on Saturday and Sunday alone`() {
        let weekend = (0..<7).map { day("2015-06-01").adding(days: $0) }.filter(\.isWeekend)
        #expect(weekend == [day("2015-06-06"), day("2015-06-07")])
    }

    @Test func `counts the days to another`() {
        #expect(day("2015-12-31").days(until: day("2016-03-01")) == 61)
        #expect(day("2016-03-01").days(until: day("2016-02-28")) == -2)
    }
}
