// SPDX-License-Identifier: MIT

import WorkingTime

/// The date written `2015-06-05`; a test with a misspelt one crashes.
func day(_ text: String) -> CivilDate {
    guard let date = try? TimeText.date(text) else { preconditionFailure("no date: \(text)") }
    return date
}

/// The instant written `2015-06-05T22:10`, as London clocks show it.
func at(_ text: String) -> Instant {
    guard let instant = try? TimeText.instant(text) else { preconditionFailure("no time: \(text)") }
    return instant
}

/// England and Wales from Christmas 2014 to the end of 2015, as published.
let holidays2015 = BankHolidays(
    holidays: [
        day("2015-01-01"): "New Year’s Day",
        day("2015-04-03"): "Good Friday",
        day("2015-04-06"): "Easter Monday",
        day("2015-05-04"): "Early May bank holiday",
        day("2015-05-25"): "Spring bank holiday",
        day("2015-08-31"): "Summer bank holiday",
        day("2015-12-25"): "Christmas Day",
        day("2015-12-28"): "Boxing Day",
        day("2016-01-01"): "New Year’s Day",
    ],
    publishedThrough: day("2016-02-29"),
    source: "a test"
)

let england2015 = WorkingCalendar(bankHolidays: holidays2015)

/// Two terms around Easter 2015, with a training day.
let schools2015 = SchoolCalendar(
    terms: [
        SchoolTerm(
            name: "Summer 1", first: day("2015-04-13"), last: day("2015-05-22"), breakAfter: "May half-term holiday")!,
        SchoolTerm(name: "Spring 2", first: day("2015-02-23"), last: day("2015-03-27"), breakAfter: "Easter holiday")!,
        SchoolTerm(name: "Summer 2", first: day("2015-06-01"), last: day("2015-07-22"), breakAfter: "Summer holiday")!,
    ],
    closures: [SchoolClosure(name: "Training day", first: day("2015-04-13"), last: day("2015-04-13"))!],
    source: "a test"
)!
