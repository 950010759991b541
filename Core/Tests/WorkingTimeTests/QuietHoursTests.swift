// SPDX-License-Identifier: MIT

import Testing

@testable import WorkingTime

@Suite struct `Quiet hours` {
    private let night = QuietHours(fromSecondOfDay: 22 * 3_600, untilSecondOfDay: 7 * 3_600)
    private let noon = QuietHours(fromSecondOfDay: 12 * 3_600, untilSecondOfDay: 13 * 3_600)

    private func check(
        _ hours: QuietHours?, _ now: String, _ end: String?, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let hours = try #require(hours)
        let expected = try end.map { try TimeText.instant($0) }
        #expect(hours.end(after: try TimeText.instant(now)) == expected, sourceLocation: sourceLocation)
    }

    @Test func `last over midnight`() throws {
        try check(night, "2015-06-05T21:59", nil)
        try check(night, "2015-06-05T22:00", "2015-06-06T07:00")
        try check(night, "2015-06-06T06:59", "2015-06-06T07:00")
        try check(night, "2015-06-06T07:00", nil)
    }

    @Test func `or within a day`() throws {
        try check(noon, "2015-06-05T11:59", nil)
        try check(noon, "2015-06-05T12:30", "2015-06-05T13:00")
        try check(noon, "2015-06-05T13:00", nil)
    }

    @Test func `go by the clocks on the nights when they change`() throws {
        try check(night, "2015-03-28T23:00", "2015-03-29T07:00")
        try check(night, "2015-10-24T23:00", "2015-10-25T07:00")
    }

    @Test func `always end later than they are asked about`() throws {
        let hours = try #require(QuietHours(fromSecondOfDay: 3_600, untilSecondOfDay: 5_400))
        let start = try TimeText.instant("2015-10-24T23:00")
        for minute in 0..<(6 * 60) {
            let instant = start + .minutes(minute)
            if let end = hours.end(after: instant) { #expect(instant < end) }
        }
    }

    @Test func `begin and end at times of a day`() {
        #expect(QuietHours(fromSecondOfDay: 86_400, untilSecondOfDay: 0) == nil)
        #expect(QuietHours(fromSecondOfDay: 0, untilSecondOfDay: -1) == nil)
        #expect(QuietHours(fromSecondOfDay: 7, untilSecondOfDay: 7) == nil)
    }
}
