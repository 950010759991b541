// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `A replay of agendas` {
    private static let panel = Samples.duty(
        "about: child, when: { triggered: often }, from: { trigger: often }, due: 20 working days, "
            + "doneBy: { event: meeting-held, kind: panel }", id: "panel")

    private func pack(_ trigger: String) -> ProtocolPack {
        Samples.pack(Self.panel, "triggers: [{ id: often, \(trigger), makes: [panel], source: SG 1 }]")
    }

    private func result(
        _ before: String, _ after: String, events: String, children: String
    ) throws -> (ReplayResult, [String: ChildID]) {
        let scenario = Samples.scenario(child: "children: { \(children) }", events: events)
        let replay = Replay(
            before: pack(before), after: pack(after), calendars: Samples.calendars,
            period: try #require(ReplayPeriod(from: date("2015-01-01"), to: date("2016-01-01"))),
            now: at("2016-06-01T00:00"))
        let ids = scenario.children.map(\.id)
        let part = replay.part(of: ids, in: scenario.state, rankings: replay.rankings(in: scenario.state))
        return (
            replay.result(of: [part], in: scenario.state),
            Dictionary(uniqueKeysWithValues: scenario.children.map { ($0.key, $0.id) })
        )
    }

    private func missing(_ child: String, _ days: [String]) -> String {
        days.map { day in
            "{ at: \"\(day)T20:00\", child: \(child), is: reported, by: carer }, "
                + "{ at: \"\(day)T23:00\", child: \(child), is: returned }"
        }.joined(separator: ", ")
    }

    @Test func `tells who would have been on it when under each rule`() throws {
        let (result, ids) = try result(
            "ranking: { top: 1, within: 6 months, every: 1 month }", "counts: { atLeast: 3, within: 90 days }",
            events: [
                missing("anna", ["2015-02-02", "2015-02-12", "2015-02-22"]),
                missing("ben", ["2015-03-02", "2015-03-03", "2015-03-04", "2015-03-05"]),
                missing("cleo", ["2015-01-02", "2015-06-10", "2015-10-20"]),
            ].joined(separator: ", "),
            children: "anna: { lookedAfter: true }, ben: { lookedAfter: true }, cleo: { lookedAfter: true }")
        let timelines = Dictionary(uniqueKeysWithValues: result.timelines.map { ($0.child, $0) })
        let anna = try #require(timelines[ids["anna"] ?? ChildID(number: 0)])
        #expect(anna.dates(.after) == [date("2015-02-22")])
        #expect(anna.dates(.before).first == date("2015-03-01"))
        #expect(anna.episodes == [date("2015-02-02"), date("2015-02-12"), date("2015-02-22")])
        let ben = try #require(timelines[ids["ben"] ?? ChildID(number: 0)])
        #expect(ben.dates(.after) == [date("2015-03-04")])
        #expect(ben.dates(.before).first == date("2015-04-01"))
        let cleo = try #require(timelines[ids["cleo"] ?? ChildID(number: 0)])
        #expect(cleo.dates(.after).isEmpty)
        #expect(!cleo.dates(.before).isEmpty)
        let panel = try #require(result.duties.first { $0.id == "panel" })
        #expect(panel.after.owed == 2)
        #expect(panel.after[.notDone] == 2)
        let chairs = result.loads.flatMap { $0.due[ReplaySide.after.rawValue] }.reduce(0, +)
        #expect(chairs == 2)
    }

    @Test func `takes what nobody was asked for as dealt with when it was due`() throws {
        let days = ["2015-01-05", "2015-01-06", "2015-01-07", "2015-01-20", "2015-06-01", "2015-06-02", "2015-06-03"]
        let rule = "counts: { atLeast: 3, within: 90 days }"
        let (result, _) = try result(
            rule, rule, events: missing("anna", days), children: "anna: { lookedAfter: true }")
        // The episode of 20 January comes while the panel is still owed; by June it has met, had it been asked.
        #expect(result.timelines.map { $0.dates(.after) } == [[date("2015-01-07"), date("2015-06-03")]])
        #expect(result.timelines.allSatisfy { $0.dates(.before) == $0.dates(.after) })
    }
}
