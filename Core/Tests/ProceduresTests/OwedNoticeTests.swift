// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `Who is to be told` {
    private let pack = Samples.pack(
        Samples.duty("due: 2 hours, escalate: { to: team-manager, before: 30 minutes, after: 1 hour }"),
        """
        notices: [
          { id: reported, on: { event: reported }, to: [social-worker, iro], says: Reported., due: 30 minutes,
            escalate: { to: team-manager, after: 15 minutes }, localChoice: true, source: SG 1 },
          { id: back, on: { event: returned }, to: interviewer, says: Back., source: SG 1 },
          { id: found, on: { event: located }, to: edt, says: Found., urgent: true, source: SG 1 }]
        """)
    private let report = "{ at: 2015-06-05T22:00, is: reported }"

    private func owed(_ events: String, at time: String) throws -> [OwedNotice] {
        let run = Samples.run(pack, events: events)
        let instant = at(time)
        let state = run.scenario.state
        let episode = try #require(state.episodes.values.first { _ in true })
        let child = try #require(state.child(episode.child))
        return NoticesOwed(at: instant).of(
            episode, child: child, under: GoverningPacks(here: pack), calendars: Samples.calendars,
            standings: run.standings(of: child.id, at: instant))
    }

    private func check(
        _ events: String, at time: String, _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let told = try owed(events, at: time).map { notice in
            let to = if case .group(let group, _) = notice.to { group.word } else { "team" }
            return "\(notice.cause.rawValue) \(notice.item) to \(to)"
        }
        #expect(told.sorted() == expected.sorted(), sourceLocation: sourceLocation)
    }

    /// That somebody in a role has seen the report, at a minute after ten.
    private func seen(by role: String, minute: String) throws -> String {
        let state = Samples.run(pack, events: report).scenario.state
        let marks = state.episodes.values.flatMap { $0.history.recorded }
        let position = try #require(marks.first { $0.word == .reported }?.position.number)
        return "{ at: 2015-06-05T22:\(minute), is: acknowledged, by: \(role), what: \(position) }"
    }

    private let shown = ["shown reported to social-worker", "shown reported to iro"]

    @Test func `is told at once what the protocol shows, each role by itself`() throws {
        try check(report, at: "2015-06-05T21:59", [])
        try check(report, at: "2015-06-05T22:00", shown)
    }

    @Test func `is asked again where nobody says that they have seen it, and then somebody else hears`() throws {
        let chased = ["chased reported to social-worker", "chased reported to iro"]
        try check(report, at: "2015-06-05T22:30", shown)
        try check(report, at: "2015-06-05T22:31", shown + chased)
        try check(report, at: "2015-06-05T22:46", shown + chased + ["passed-on reported to team-manager"])
    }

    @Test func `is left alone who has said so, or where the child is back`() throws {
        let seen = "\(report), \(try seen(by: "social-worker", minute: "20"))"
        try check(seen, at: "2015-06-05T22:31", shown + ["chased reported to iro"])
        let other = "\(report), { at: 2015-06-05T22:20, is: acknowledged, by: social-worker, what: 99 }"
        try check(
            other, at: "2015-06-05T22:31",
            shown + ["chased reported to iro", "chased reported to social-worker"])
        let back = "\(report), { at: 2015-06-05T22:20, is: returned }"
        try check(back, at: "2015-06-05T22:31", shown + ["shown back to interviewer"])
    }

    @Test func `hears before a duty is due and after, and of none that is done`() throws {
        let quiet = "\(report), \(try seen(by: "social-worker", minute: "01")), \(try seen(by: "iro", minute: "01"))"
        try check(quiet, at: "2015-06-05T23:29", shown)
        try check(quiet, at: "2015-06-05T23:30", shown + ["due-soon x to team-manager"])
        try check(quiet, at: "2015-06-06T00:30", shown)
        try check(quiet, at: "2015-06-06T01:01", shown + ["overdue x to team-manager"])
        let done = "\(quiet), { at: 2015-06-06T00:10, is: note-added }"
        try check(done, at: "2015-06-06T01:01", shown)
    }

    @Test func `may wait for the morning once the child is back, unless the protocol says otherwise`() throws {
        #expect(try owed(report, at: "2015-06-05T22:00").allSatisfy(\.isUrgent))
        let back = "\(report), { at: 2015-06-05T23:00, is: located }, { at: 2015-06-05T23:10, is: returned }"
        let urgent = try owed(back, at: "2015-06-05T23:10").filter(\.isUrgent).map(\.item)
        #expect(urgent == ["found"])
    }

    @Test func `is not told of what happened long before it was written down`() throws {
        let old = """
            { at: 2015-05-01T22:00, recordedAt: 2015-06-05T22:00, is: reported },
            { at: 2015-05-02T22:00, recordedAt: 2015-06-05T22:00, is: returned }
            """
        try check(old, at: "2015-06-05T22:00", [])
        try check(
            "{ at: 2015-05-01T22:00, recordedAt: 2015-06-05T22:00, is: reported }", at: "2015-06-05T22:00",
            [
                "shown reported to social-worker", "shown reported to iro", "overdue x to team-manager",
            ])
    }

    @Test func `says where each notice comes from and until when it is of use`() throws {
        let all = try owed(report, at: "2015-06-05T23:40")
        #expect(all.allSatisfy { $0.source == "SG 1" && $0.earliest <= at("2015-06-05T23:40") })
        let soon = try #require(all.first { $0.cause == .dueSoon })
        #expect(soon.earliest == at("2015-06-05T23:30") && soon.latest == at("2015-06-06T00:00"))
        #expect(Set(all.map(\.key)).count == all.count)
    }

    @Test(arguments: [
        (
            "{ id: a, on: reported, to: iro, says: A., escalate: { to: edt, after: 1 hour }, source: SG 1 }",
            "needs “due”"
        ),
        ("{ id: a, on: reported, to: iro, says: A., due: soon, source: SG 1 }", "soon"),
        ("{ id: a, on: reported, to: iro, says: A., urgent: maybe, source: SG 1 }", "urgent"),
    ]) func `refuses a notice that can't be meant`(notice: String, says: String) {
        let faults = Samples.read(Samples.duty(""), "notices: [\(notice)]").1.map(\.says)
        #expect(faults.count == 1 && faults[0].contains(says), "\(faults)")
    }
}
