// SPDX-License-Identifier: MIT

import WorkingTime

/// The calendars that clocks are counted in.
public struct Calendars: Sendable {
    public let working: WorkingCalendar
    public let school: SchoolCalendar?

    public init(working: WorkingCalendar, school: SchoolCalendar? = nil) {
        self.working = working
        self.school = school
    }
}
