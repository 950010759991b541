// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `A notice of the protocol` {
    private let pack = Samples.pack(
        "",
        """
        notices: [
          { id: missing, on: { event: [classified, reclassified], as: missing }, when: looked-after, to: [iro, police],
            says: Missing., source: SG 1 },
          { id: high, on: { event: risk-graded, as: high }, when: { category: missing }, to: superintendent, says: High.,
            source: SG 1 },
          { id: moved, on: placement-started, to: social-worker, says: Moved., source: SG 1 }]
        """)

    private func shown(
        _ events: String, child: String = "child: { lookedAfter: true }", at time: String = "2015-06-06T12:00"
    ) throws -> [String] {
        let scenario = Samples.scenario(child: child, events: "{ at: 2015-06-05T22:10, is: reported }, \(events)")
        let episode = try #require(scenario.state.episodes.values.first { _ in true })
        let record = try #require(scenario.state.child(episode.child))
        return NoticeBook(pack: pack, calendars: Samples.calendars)
            .shown(of: episode, child: record, at: at(time)).map(\.notice.id)
    }

    private let missing = "{ at: 2015-06-05T23:00, is: classified, as: missing }"
    private let high = "{ at: 2015-06-05T23:30, is: risk-graded, as: high }"

    @Test func `is made by the event that it names, where its condition held then`() throws {
        #expect(try shown("\(missing), \(high)") == ["missing", "high"])
        #expect(try shown("{ at: 2015-06-05T23:00, is: classified, as: absent }, \(high)") == [])
        let later = "\(high), { at: 2015-06-06T01:00, is: classified, as: missing }"
        #expect(try shown(later) == ["missing"])
        #expect(try shown(missing, child: "child: { name: A }") == [])
    }

    @Test func `is shown from when the event was recorded`() throws {
        let late = "{ at: 2015-06-05T23:00, recordedAt: 2015-06-06T09:00, is: classified, as: missing }"
        #expect(try shown(late, at: "2015-06-06T08:59") == [])
        #expect(try shown(late, at: "2015-06-06T09:00") == ["missing"])
    }

    @Test func `is made by the child's own record too, and not by what was there before`() throws {
        let child = "child: { lookedAfter: true, placement: { kind: foster-care, since: 2015-01-01 } }"
        #expect(try shown(missing, child: child) == ["missing"])
        let moved = "\(missing), { at: 2015-06-06T10:00, is: placement-started, kind: secure, since: 2015-06-06 }"
        #expect(try shown(moved, child: child) == ["missing", "moved"])
    }
}
