// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Web

@Suite struct `The tag of a time` {
    @Test func `says the same in one go as put together from its parts`() throws {
        var seconds: [Int64] = [-80_000_000_000, -1, 0, 1_445_734_800, 1_445_738_399, 1_445_742_000, 300_000_000_000]
        // Every so many hours and seconds of fifty years, so that each month and each change of the clocks is met.
        seconds += stride(from: 0, to: 1_600_000_000, by: 86_399 * 3).map { Int64($0) }
        for instant in seconds.map({ Instant(secondsSince1970: $0) }) {
            #expect(TimeTag.opening(instant) == TimeTag.plain(instant))
        }
        let evening = try TimeText.instant("2015-06-05T22:10")
        #expect(
            TimeTag.opening(evening).markup
                == #"<time datetime="2015-06-05T22:10:00+01:00" title="5 June 2015, 22:10">"#)
    }

    @Test func `begins a sentence with a capital letter, in any alphabet`() {
        let words = ["social worker", "Social", "", "é là", "e\u{301}", "ß", "9 things", "ab"]
        for word in words { #expect(word.capitalisedFirst == word.prefix(1).uppercased() + word.dropFirst()) }
    }
}
