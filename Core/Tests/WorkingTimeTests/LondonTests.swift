// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@Suite struct `London time` {
    @Test func `is Greenwich Mean Time in winter and an hour ahead in summer`() {
        #expect(TimeText.writeUTC(at("2015-01-15T12:00")) == "2015-01-15T12:00:00Z")
        #expect(TimeText.writeUTC(at("2015-06-05T22:10")) == "2015-06-05T21:10:00Z")
        #expect(London.offsetSeconds(at: at("2015-06-05T22:10")) == 3_600)
        #expect(!London.isSummerTime(at: at("2015-12-25T09:00")))
    }

    @Test func `goes from 00-59 straight to 02-00 on 29 March 2015`() {
        let next = London.localTime(of: at("2015-03-29T00:59:59") + Elapsed(seconds: 1))
        #expect(next == LocalTime(date: day("2015-03-29"), hour: 2, minute: 0))
    }

    @Test(arguments: ["2015-03-29T01:00:00", "2015-03-29T01:30:00", "2015-03-29T01:59:59", "2026-03-29T01:00:00"])
    func `never shows the hour that is left out, and says which`(text: String) throws {
        let local = try TimeText.localTime(text)
        let fault = LocalTimeFault.neverOccurs(
            asked: local,
            skippedFrom: LocalTime(date: local.date, hour: 1, minute: 0)!,
            skippedTo: LocalTime(date: local.date, hour: 2, minute: 0)!
        )
        #expect(throws: fault) { try London.instant(of: local) }
        #expect(London.instants(of: local) == (nil, nil))
        #expect(London.instantOrChange(at: local) == at("\(local.date)T01:00:00Z"))
    }

    @Test func `takes the first of the two hours on 25 October 2015`() throws {
        let local = try TimeText.localTime("2015-10-25T01:30")
        #expect(try London.instant(of: local) == at("2015-10-25T00:30:00Z"))
        #expect(London.instants(of: local) == (at("2015-10-25T00:30:00Z"), at("2015-10-25T01:30:00Z")))
        #expect(London.localTime(of: at("2015-10-25T01:30:00Z")) == local)
    }

    @Test func `shows no time twice next to the doubled hour`() throws {
        for text in ["2015-10-25T00:59:59", "2015-10-25T02:00:00"] {
            #expect(London.instants(of: try TimeText.localTime(text)).second == nil)
        }
    }

    @Test(arguments: [("2015-03-28", 24), ("2015-03-29", 23), ("2015-10-24", 24), ("2015-10-25", 25)])
    func `has days of 23, 24 and 25 hours`(text: String, hours: Int) {
        let length = London.endOfDay(day(text)) + Elapsed(seconds: 1) - London.startOfDay(day(text))
        #expect(length == .hours(hours))
    }

    @Test func `begins and ends a date in summer by summer clocks`() {
        #expect(TimeText.writeUTC(London.startOfDay(day("2015-06-05"))) == "2015-06-04T23:00:00Z")
        #expect(TimeText.writeUTC(London.endOfDay(day("2015-06-05"))) == "2015-06-05T22:59:59Z")
        #expect(London.date(of: at("2015-06-04T23:30:00Z")) == day("2015-06-05"))
    }

    @Test func `works before 1970`() {
        #expect(London.date(of: Instant(secondsSince1970: -1)) == day("1969-12-31"))
        #expect(London.localTime(of: Instant(secondsSince1970: -1)).secondOfDay == 86_399)
        #expect(London.startOfDay(day("1950-07-01")).secondsSince1970 % 86_400 == 0)
    }

    @Test func `comes back from every instant, or the hour is a doubled one`() throws {
        var random = SplitMix64(seed: 29)
        for _ in 0..<20_000 {
            let instant = random.instant(in: 1950...2100)
            let local = London.localTime(of: instant)
            let both = London.instants(of: local)
            #expect(both.first == instant || both.second == instant)
            #expect(try London.instant(of: local) <= instant)
            #expect(London.date(of: instant) == local.date)
            #expect(London.startOfDay(local.date) <= instant && instant <= London.endOfDay(local.date))
        }
    }

    @Test func `refuses hours, minutes and seconds that no clock shows`() {
        let date = day("2015-06-05")
        #expect(LocalTime(date: date, hour: 24, minute: 0) == nil)
        #expect(LocalTime(date: date, hour: 12, minute: 60) == nil)
        #expect(LocalTime(date: date, hour: 12, minute: 0, second: 60) == nil)
        #expect(LocalTime(date: date, hour: -1, minute: 0) == nil)
        #expect(LocalTime(date: date, hour: 23, minute: 59, second: 58)?.secondOfDay == 86_398)
    }
}
