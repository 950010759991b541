// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@Suite struct `An uncertain time` {
    let between = UncertainTime.between(at("2015-06-05T22:00"), at("2015-06-05T23:30"))

    @Test func `has ends no wider than what is known`() {
        #expect(between.earliest == at("2015-06-05T22:00") && between.latest == at("2015-06-05T23:30"))
        let date = UncertainTime.on(day("2015-10-25"))
        #expect(date.latest - date.earliest == .hours(25) - Elapsed(seconds: 1))
        let about = UncertainTime.about(at("2015-06-05T22:00"))
        #expect(about.earliest == about.latest)
    }

    @Test func `starts clocks at the end that makes a duty due sooner`() {
        #expect(between.soonest == at("2015-06-05T22:00"))
        #expect(UncertainTime.on(day("2015-06-05")).soonest == at("2015-06-05T00:00"))
    }

    @Test func `is exact only when it was known exactly`() {
        #expect(UncertainTime.at(at("2015-06-05T22:00")).isExact)
        #expect(!UncertainTime.about(at("2015-06-05T22:00")).isExact)
        #expect(!between.isExact && between.precision == .between)
    }

    @Test func `gives a length between its shortest and its longest`() {
        let length = between.elapsed(until: .at(at("2015-06-06T00:00")))
        #expect(length.shortest == .minutes(30) && length.longest == .hours(2))
        #expect(length.start == .between && length.end == .exact && !length.isExact)
    }

    @Test func `gives no negative length where the two may overlap`() {
        let length = between.elapsed(until: .on(day("2015-06-05")))
        #expect(length.shortest == .zero && length.longest == .hours(2) - Elapsed(seconds: 1))
        #expect(!length.isOutOfOrder)
    }

    @Test func `says so where the end is before the start`() {
        let length = between.elapsed(until: .at(at("2015-06-05T21:00")))
        #expect(length.isOutOfOrder)
        #expect(length.longest.seconds == -3_600 && length.shortest.seconds == -9_000)
    }

    @Test func `that is exact at both ends has one length`() {
        let length = UncertainTime.at(at("2015-03-29T00:30")).elapsed(until: .at(at("2015-03-29T02:30")))
        #expect(length.isExact && length.shortest == .hours(1) && length.longest == .hours(1))
    }
}
