// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@Suite struct `A time in plain English` {
    let now = at("2015-06-08T14:00")

    @Test func `names the day, and the year where it is another`() {
        #expect(Spoken.date(day("2015-06-09")) == "Tuesday 9 June")
        #expect(Spoken.date(day("2015-06-09"), today: day("2015-01-01")) == "Tuesday 9 June")
        #expect(Spoken.date(day("2016-01-04"), today: day("2015-12-23")) == "Monday 4 January 2016")
        #expect(Spoken.fullDate(day("2001-12-09")) == "9 December 2001")
    }

    @Test(arguments: [
        ("2015-06-08T06:10", "today 06:10"), ("2015-06-09T06:10", "tomorrow 06:10"),
        ("2015-06-07T23:59", "yesterday 23:59"), ("2015-06-10T00:00", "Wednesday 10 June 00:00"),
        ("2014-06-10T00:00", "Tuesday 10 June 2014 00:00"),
    ])
    func `is said from where one stands`(text: String, spoken: String) {
        #expect(Spoken.moment(at(text), now: now) == spoken)
    }

    @Test func `tells the two hours of October apart`() {
        #expect(Spoken.time(at("2015-10-25T01:30:00+01:00")) == "01:30 BST")
        #expect(Spoken.time(at("2015-10-25T01:30:00+00:00")) == "01:30 GMT")
        #expect(Spoken.time(at("2015-10-25T02:30")) == "02:30")
    }

    @Test(arguments: [
        (0, "under a minute"), (59, "under a minute"), (60, "1 minute"), (3_599, "59 minutes"), (3_600, "1 hour"),
        (5_460, "1 hour 31 minutes"), (86_399, "23 hours 59 minutes"), (86_400, "1 day"), (273_600, "3 days 4 hours"),
        (90_000, "1 day 1 hour"), (-5_460, "1 hour 31 minutes"),
    ])
    func `has two units of length at most`(seconds: Int, spoken: String) {
        #expect(Spoken.elapsed(Elapsed(seconds: Int64(seconds))) == spoken)
    }

    @Test(arguments: [
        ("2015-06-08T17:00", "due in 3 hours, Monday 8 June 17:00"),
        ("2015-06-09T06:10", "due in 16 hours 10 minutes, Tuesday 9 June 06:10"),
        ("2015-06-08T12:00", "2 hours overdue, Monday 8 June 12:00"),
        ("2015-06-08T14:00", "due now, Monday 8 June 14:00"),
        ("2015-06-08T14:00:30", "due in under a minute, Monday 8 June 14:00"),
    ])
    func `says how far off a due instant is`(text: String, spoken: String) {
        #expect(Spoken.due(.instant(at(text)), now: now) == spoken)
    }

    @Test(arguments: [
        ("2015-06-15", "due by Monday 15 June"), ("2015-06-08", "due by the end of today, Monday 8 June"),
        ("2015-06-07", "1 day overdue, was due by Sunday 7 June"),
        ("2015-06-01", "7 days overdue, was due by Monday 1 June"),
    ])
    func `says by which date something is due`(text: String, spoken: String) {
        #expect(Spoken.due(.date(day(text)), now: now) == spoken)
    }

    @Test(arguments: [
        ("2015-06-08T06:10", "today 06:10"), ("~2015-06-08T06:10", "about today 06:10"),
        ("2015-06-07T22:00/2015-06-07T23:30", "yesterday between 22:00 and 23:30"),
        ("2015-06-07T22:00/2015-06-08T01:00", "between yesterday 22:00 and today 01:00"),
        ("2015-06-05", "Friday 5 June, time not known"),
    ])
    func `is no more exact than what is known`(text: String, spoken: String) throws {
        #expect(Spoken.moment(try TimeText.uncertain(text), now: now) == spoken)
    }

    @Test(arguments: [
        ("2015-06-05T22:00", "2015-06-05T23:31", "1 hour 31 minutes"),
        ("~2015-06-05T22:00", "2015-06-06T00:00", "about 2 hours"),
        ("2015-06-05T21:00/2015-06-05T22:30", "2015-06-05T23:30", "between 1 hour and 2 hours 30 minutes"),
        ("2015-06-05T21:00/2015-06-05T23:30", "2015-06-05T23:30", "up to 2 hours 30 minutes"),
        ("2015-06-05T22:00", "2015-06-05T21:00", "times disagree"),
    ])
    func `gives a length as a range where its ends are uncertain`(start: String, end: String, spoken: String) throws {
        let length = try TimeText.uncertain(start).elapsed(until: try TimeText.uncertain(end))
        #expect(Spoken.elapsed(length) == spoken)
    }

    @Test func `names the days passed over, dates in a row together`() {
        let easter = deadline(.schoolDays(2), from: at("2015-03-31T09:00"), working: england2015, school: schools2015)
        #expect(
            Spoken.skipped(easter.skipped)
                == "Easter holiday 1 April to 2 April, Good Friday 3 April, Saturday 4 April, Sunday 5 April, "
                + "Easter Monday 6 April, Easter holiday 7 April to 10 April, Saturday 11 April, Sunday 12 April, "
                + "Training day 13 April"
        )
        #expect(Spoken.skipped([]).isEmpty)
    }

    @Test func `says why a time never occurred`() throws {
        let local = try TimeText.localTime("2015-03-29T01:30")
        do throws(LocalTimeFault) {
            _ = try London.instant(of: local)
            Issue.record("01:30 occurred")
        } catch {
            let sentence = "01:30 did not occur on 29 March 2015: the clocks went from 01:00 to 02:00."
            #expect(Spoken.sentence(error) == sentence)
        }
    }

    @Test(arguments: [
        (CalendarNote.bankHolidaysUnpublishedAfter(day("2028-12-31")), "up to 31 December 2028"),
        (.bankHolidaysNotHeldBefore(day("2012-01-01")), "from 1 January 2012"),
        (.schoolTermsUnknown, "not known"),
        (.schoolTermsUnknownAfter(day("2015-07-22")), "up to 22 July 2015"),
        (.schoolTermsUnknownBefore(day("2015-02-23")), "from 23 February 2015"),
    ])
    func `says what a calendar did not know`(note: CalendarNote, part: String) {
        #expect(Spoken.sentence(note).contains(part))
        #expect(Spoken.sentence(note).hasSuffix("."))
    }
}
