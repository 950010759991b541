// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Demo

@Suite struct `The panels of the invented area` {
    @Test(arguments: 0...27) func `sit on working days, whatever day the demonstration is started on`(_ days: Int)
        throws
    {
        let through = try #require(CivilDate(year: 2030, month: 12, day: 31))
        let holiday = try #require(CivilDate(year: 2026, month: 8, day: 31))
        let known = BankHolidays(
            holidays: [holiday: "Summer bank holiday"], publishedThrough: through, source: "A test")
        let calendar = WorkingCalendar(bankHolidays: known)
        let panels = PanelDays(now: Invented.now + .days(days), calendar: calendar)
        for number in -1...24 {
            let at = panels.panel(before: number)
            #expect(calendar.isWorkingDay(London.date(of: at)), "\(number)")
            #expect(panels.panel(before: number + 1) < at)
        }
        #expect(panels.panel(before: 0) < panels.now && panels.now < panels.panel(before: -1))
        #expect(calendar.isWorkingDay(London.date(of: panels.morning(of: 1))))
    }
}
