// SPDX-License-Identifier: MIT

import Foundation
import Testing
import WorkingTime

@Suite struct `London offsets beside the system's time zone data` {
    let zone = TimeZone(identifier: "Europe/London")!

    @Test func `agree every seven hours from 1972 to 2037`() {
        var instant = at("1972-01-01T00:00:00Z")
        let end = at("2038-01-01T00:00:00Z")
        var compared = 0
        while instant < end {
            if !agrees(at: instant) { Issue.record("offsets differ at \(TimeText.writeUTC(instant))") }
            instant = instant + .hours(7)
            compared += 1
        }
        #expect(compared > 80_000)
    }

    @Test func `agree to the second around each change from 1972 to 2037`() throws {
        var changes = 0
        var from = Date(timeIntervalSince1970: TimeInterval(at("1972-01-01T00:00:00Z").secondsSince1970))
        while let change = zone.nextDaylightSavingTimeTransition(after: from), changes < 132 {
            let instant = Instant(secondsSince1970: Int64(change.timeIntervalSince1970))
            let before = instant - Elapsed(seconds: 1)
            #expect(agrees(at: before) && agrees(at: instant))
            #expect(London.isSummerTime(at: before) != London.isSummerTime(at: instant))
            from = change
            changes += 1
        }
        #expect(changes == 132)
    }

    private func agrees(at instant: Instant) -> Bool {
        let date = Date(timeIntervalSince1970: TimeInterval(instant.secondsSince1970))
        return zone.secondsFromGMT(for: date) == London.offsetSeconds(at: instant)
    }
}
