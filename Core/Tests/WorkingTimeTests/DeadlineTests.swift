// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

/// What `length` from `start` comes to, as one line to read.
private func check(
    _ length: DueLength, from start: String, is expected: String, working: WorkingCalendar = england2015,
    school: SchoolCalendar? = schools2015, sourceLocation: SourceLocation = #_sourceLocation
) {
    let deadline = deadline(length, from: at(start), working: working, school: school)
    let skipped = deadline.skipped.map { "\($0.date.day) \($0.reason)" }.joined(separator: ", ")
    let text = [deadline.due.description, skipped, deadline.isProvisional ? "provisional" : ""]
    #expect(text.filter { !$0.isEmpty }.joined(separator: "; ") == expected, sourceLocation: sourceLocation)
}

@Suite struct `An elapsed deadline` {
    @Test func `of 72 hours is 72 hours across both clock changes`() {
        check(.hours(72), from: "2015-03-27T22:00", is: "2015-03-30T23:00:00+01:00")
        check(.hours(72), from: "2015-10-23T22:00", is: "2015-10-26T21:00:00+00:00")
        check(.hours(72), from: "2015-06-05T22:10", is: "2015-06-08T22:10:00+01:00")
    }

    @Test func `in days has 24 hours to each`() {
        check(.days(3), from: "2015-03-27T22:00", is: "2015-03-30T23:00:00+01:00")
    }

    @Test func `in minutes runs through the doubled hour`() {
        check(.minutes(90), from: "2015-10-25T00:30", is: "2015-10-25T01:00:00+00:00")
        check(.minutes(30), from: "2015-10-25T01:00:00+01:00", is: "2015-10-25T01:30:00+01:00")
    }
}

@Suite struct `A deadline in dates` {
    @Test func `counts every one from the day after`() {
        check(.dates(7), from: "2015-04-01T23:59", is: "2015-04-08")
        check(.dates(1), from: "2015-03-28T00:00", is: "2015-03-29")
        check(.dates(0), from: "2015-04-01T12:00", is: "2015-04-01")
    }

    @Test func `starts from the date in London, not in Greenwich`() {
        check(.dates(1), from: "2015-06-04T23:30:00Z", is: "2015-06-06")
    }
}

@Suite struct `A working-day deadline` {
    @Test func `starts counting the day after`() {
        check(.workingDays(1), from: "2015-06-01T00:01", is: "2015-06-02")
        check(.workingDays(4), from: "2015-06-01T23:59", is: "2015-06-05")
    }

    @Test func `passes over the weekend and names its days`() {
        check(.workingDays(1), from: "2015-06-05T22:10", is: "2015-06-08; 6 Saturday, 7 Sunday")
        check(.workingDays(1), from: "2015-06-06T10:00", is: "2015-06-08; 7 Sunday")
    }

    @Test func `passes over Easter`() {
        check(
            .workingDays(3), from: "2015-04-01T20:00",
            is: "2015-04-08; 3 Good Friday, 4 Saturday, 5 Sunday, 6 Easter Monday")
    }

    @Test func `passes over Christmas and its substitute day`() {
        check(
            .workingDays(5), from: "2015-12-23T09:00",
            is:
                "2016-01-04; 25 Christmas Day, 26 Saturday, 27 Sunday, 28 Boxing Day, 1 New Year’s Day, 2 Saturday, 3 Sunday"
        )
    }

    @Test func `of none is that day, or the next that is one`() {
        check(.workingDays(0), from: "2015-04-02T09:00", is: "2015-04-02")
        check(
            .workingDays(0), from: "2015-04-03T09:00",
            is: "2015-04-07; 3 Good Friday, 4 Saturday, 5 Sunday, 6 Easter Monday")
    }

    @Test func `is provisional past the last date published, and says which that is`() {
        check(.workingDays(1), from: "2016-02-26T09:00", is: "2016-02-29; 27 Saturday, 28 Sunday")
        check(.workingDays(2), from: "2016-02-26T09:00", is: "2016-03-01; 27 Saturday, 28 Sunday; provisional")
        let late = deadline(.workingDays(2), from: at("2016-02-26T09:00"), working: england2015, school: nil)
        #expect(late.notes == [.bankHolidaysUnpublishedAfter(day("2016-02-29"))])
    }

    @Test func `is provisional before the first date held`() {
        let early = deadline(.workingDays(1), from: at("2014-12-29T09:00"), working: england2015, school: nil)
        #expect(early.notes == [.bankHolidaysNotHeldBefore(day("2015-01-01"))])
    }
}

@Suite struct `A school-day deadline` {
    @Test func `passes over the holiday between terms, naming it, and over a training day`() {
        let counted = deadline(.schoolDays(2), from: at("2015-03-26T09:00"), working: england2015, school: schools2015)
        #expect(counted.due == .date(day("2015-04-14")))
        #expect(counted.skipped.count == 17)
        let names = Set(counted.skipped.map(\.reason))
        let expected = ["Saturday", "Sunday", "Easter holiday", "Good Friday", "Easter Monday", "Training day"]
        #expect(names == Set(expected))
        #expect(!counted.isProvisional)
    }

    @Test func `inside a term differs from working days not at all`() {
        check(.schoolDays(3), from: "2015-06-04T09:00", is: "2015-06-09; 6 Saturday, 7 Sunday")
    }

    @Test func `without term dates counts weekdays outside bank holidays and says so`() {
        for school in [nil, SchoolCalendar.unknown] {
            let counted = deadline(.schoolDays(1), from: at("2015-04-02T09:00"), working: england2015, school: school)
            #expect(counted.due == .date(day("2015-04-07")))
            #expect(counted.notes == [.schoolTermsUnknown])
            #expect(counted.isProvisional)
        }
    }

    @Test func `past the last term known says through when terms are known`() {
        let counted = deadline(.schoolDays(1), from: at("2015-07-22T09:00"), working: england2015, school: schools2015)
        #expect(counted.due == .date(day("2015-07-23")))
        #expect(counted.notes == [.schoolTermsUnknownAfter(day("2015-07-22"))])
    }

    @Test func `before the first term known says from when terms are known`() {
        let counted = deadline(.schoolDays(1), from: at("2015-02-19T09:00"), working: england2015, school: schools2015)
        #expect(counted.notes == [.schoolTermsUnknownBefore(day("2015-02-23"))])
    }
}

@Suite struct `School term dates` {
    @Test func `refuse terms that overlap and dates in the wrong order`() {
        let (monday, friday) = (day("2015-06-01"), day("2015-06-05"))
        #expect(SchoolTerm(name: "A", first: friday, last: monday, breakAfter: "B") == nil)
        #expect(SchoolClosure(name: "A", first: friday, last: monday) == nil)
        let terms = [(monday, friday), (friday, friday)].compactMap {
            SchoolTerm(name: "A", first: $0, last: $1, breakAfter: "B")
        }
        #expect(terms.count == 2)
        #expect(SchoolCalendar(terms: terms, source: "a test") == nil)
    }

    @Test func `are known from the first term to the last, breaks included`() {
        #expect(schools2015.isKnown(on: day("2015-04-08")))
        #expect(!schools2015.isKnown(on: day("2015-07-23")))
        #expect(schools2015.isKnown && !SchoolCalendar.unknown.isKnown)
        #expect(schools2015.nonSchoolReason(day("2015-05-26"), in: england2015) == "May half-term holiday")
        #expect(schools2015.isSchoolDay(day("2015-05-22"), in: england2015))
    }
}
