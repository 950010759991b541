// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `A duty of the area` {
    private func check(
        _ calendar: String, events: String = "", expect: String, rest: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let found = Samples.differences(
            "", child: "children: {}", events: events, expect: expect, rest: "calendar: [\(calendar)]\(rest)")
        #expect(found == [], sourceLocation: sourceLocation)
    }

    private let quarterly = """
        { id: report, who: team-manager, what: Report., every: 3 months, from: 2015-08-01, source: SG 1,
          escalate: { to: panel-chair, before: 7 days, after: 3 days } }
        """

    @Test func `is owed through its stretch and falls due at the end of its last day`() {
        check(
            quarterly,
            expect: """
                { at: 2015-08-01T00:00, area: report, instance: 1, state: owed, from: 2015-08-01, due: 2015-10-31 },
                { at: 2015-10-31T23:59, area: report, instance: 1, state: owed, by: team-manager },
                { at: 2015-11-01T00:00, area: report, instance: 1, state: missed, due: 2015-10-31 },
                { at: 2015-11-01T00:00, area: report, instance: 2, state: owed, due: 2016-01-31 }
                """)
    }

    @Test func `is not listed before it begins`() {
        let found = Samples.differences(
            "", child: "children: {}", events: "", expect: "{ at: 2015-07-31T23:59, area: report, state: owed }",
            rest: "calendar: [\(quarterly)]")
        #expect(found == ["report at 2015-07-31T23:59 is not listed."])
    }

    @Test func `is done by an act inside its stretch, and an early act does not shift the next`() {
        check(
            quarterly,
            events: """
                { at: 2015-08-02T10:00, is: area-duty-done, duty: report },
                { at: 2015-11-01T00:00, is: area-duty-done, duty: report, by: team-manager },
                { at: 2016-02-03T09:00, is: area-duty-done, duty: something-else }
                """,
            expect: """
                { at: 2015-08-01T12:00, area: report, instance: 1, state: owed },
                { at: 2016-02-04T00:00, area: report, instance: 1, state: done, due: 2015-10-31 },
                { at: 2016-02-04T00:00, area: report, instance: 2, state: done, due: 2016-01-31 },
                { at: 2016-02-04T00:00, area: report, instance: 3, state: owed, due: 2016-04-30 }
                """)
    }

    @Test func `knows only what had been recorded, where that is asked`() {
        check(
            quarterly,
            events: "{ at: 2015-10-30T10:00, recordedAt: 2015-11-02T10:00, is: area-duty-done, duty: report }",
            expect: """
                { at: 2015-11-01T12:00, asKnown: true, area: report, instance: 1, state: missed },
                { at: 2015-11-01T12:00, area: report, instance: 1, state: done },
                { at: 2015-11-02T12:00, asKnown: true, area: report, instance: 1, state: done }
                """)
    }

    @Test func `counts from the date the pack is in force, and begins no stretch after it`() {
        let weekly = "{ id: call, who: missing-coordinator, what: Call., every: 1 week, source: SG 1 }"
        check(
            weekly,
            expect: """
                { at: 2015-03-30T00:00, area: call, instance: 13, state: owed, due: 2015-04-01 },
                { at: 2015-04-20T00:00, area: call, instance: 13, state: missed, due: 2015-04-01 },
                { at: 2015-04-20T00:00, area: call, state: missed, due: 2015-04-08 }
                """, rest: ", inForce: { from: 2015-01-01, to: 2015-04-05 }")
        let (_, faults) = Samples.read("", "calendar: [\(weekly)]")
        #expect(faults.map(\.says) == ["“call” needs “from”: the pack has no date in force."])
    }

    @Test func `was never owed for a stretch that was over before the area took the protocol up`() throws {
        let pack = Samples.pack("", "calendar: [\(quarterly)]")
        let book = AreaBook(pack: pack, calendars: Samples.calendars)
        let standings = book.standings(in: State(), since: at("2016-03-15T00:00"), at: at("2016-06-01T00:00"))
        #expect(standings.map(\.instance) == [3, 4])
        #expect(standings.map(\.state) == [.missed, .owed])
    }

    @Test func `goes to somebody else when nearly due, and when missed by so much`() {
        let book = AreaBook(pack: Samples.pack("", "calendar: [\(quarterly)]"), calendars: Samples.calendars)
        func escalated(_ time: String) -> [Role?] {
            book.standings(in: State(), at: at(time)).map(\.escalatedTo)
        }
        #expect(escalated("2015-10-20T00:00") == [nil])
        #expect(escalated("2015-10-25T12:00") == [.panelChair])
        #expect(escalated("2015-11-02T00:00") == [nil, nil])
        #expect(escalated("2015-11-05T00:00") == [.panelChair, nil])
    }

    @Test func `is done by any event of the partnership that the pack names`() {
        check(
            "{ id: register, who: administrator, what: Look., every: 1 month, from: 2015-01-31, source: SG 1, "
                + "doneBy: { event: [agency-added, agency-changed], kind: childrens-home } }",
            events: """
                { at: 2015-02-10T10:00, is: agency-added, agency: larch, name: Larch, kind: childrens-home },
                { at: 2015-03-10T10:00, is: agency-added, agency: hill, name: Hill, kind: school }
                """,
            expect: """
                { at: 2015-02-28T00:00, area: register, instance: 1, state: done, due: 2015-02-27 },
                { at: 2015-03-30T00:00, area: register, instance: 2, state: owed, due: 2015-03-30 }
                """)
    }

    @Test func `belongs to no child, and its events neither`() {
        let text = """
            { protocol: test, child: { lookedAfter: true },
              events: [{ at: 2015-06-05T22:00, child: child, is: area-duty-done, duty: x }],
              expect: [{ at: 2015-06-05T22:00, child: child, area: x }] }
            """
        let faults = ScenarioReader.read(FlowText.tree(text)).1.map(\.says)
        #expect(faults.contains { $0.contains("belongs to no child") })
        #expect(faults.contains("A duty of the area belongs to no child."))
    }
}

@Suite struct `A duty of the area that a trigger makes` {
    private let pack = Samples.pack(
        "",
        """
        calendar: [{ id: mapping, who: panel-chair, what: Map it., from: { trigger: five }, due: 10 working days,
          source: SG 1 }],
        triggers: [{ id: five, for: place, counts: { atLeast: 5, within: 30 days }, makes: [mapping], source: SG 1 }]
        """)

    private func standings(_ occasions: [AreaOccasion], events: String = "", _ time: String) -> [DutyStanding] {
        let state = Samples.scenario(child: "children: {}", events: events).state
        return AreaBook(pack: pack, calendars: Samples.calendars)
            .standings(in: state, occasions: occasions, at: at(time))
    }

    private func occasion(_ time: String, _ place: String?, _ children: [UInt32] = [], undone: Bool = false)
        -> AreaOccasion
    {
        AreaOccasion(
            trigger: "five", at: at(time), place: place, children: children.map { ChildID(number: $0) },
            isUndone: undone)
    }

    @Test func `has one instance for each firing, due by its own clock`() {
        let both = [occasion("2015-06-05T22:00", "larch"), occasion("2015-06-08T22:00", "elm")]
        let found = standings(both, "2015-06-22T00:00")
        #expect(found.map(\.due) == [.date(date("2015-06-19")), .date(date("2015-06-22"))])
        #expect(found.map(\.state) == [.overdue, .owed])
        #expect(found.map { $0.doneWith.word(.place) } == ["larch", "elm"])
        #expect(standings(both, "2015-06-05T21:00").isEmpty)
    }

    @Test func `is discharged by the act that names its place, and by one that names none only where it stands alone`()
    {
        let both = [occasion("2015-06-05T22:00", "larch"), occasion("2015-06-08T22:00", "elm")]
        let unnamed = "{ at: 2015-06-09T10:00, is: area-duty-done, duty: mapping }"
        #expect(standings(both, events: unnamed, "2015-06-10T00:00").map(\.state) == [.owed, .owed])
        let elm = "{ at: 2015-06-09T10:00, is: area-duty-done, duty: mapping, place: elm }"
        #expect(standings(both, events: elm, "2015-06-10T00:00").map(\.state) == [.owed, .done])
        #expect(standings(both, events: "\(elm), \(unnamed)", "2015-06-10T00:00").map(\.state) == [.done, .done])
        let late = "{ at: 2015-07-01T10:00, is: area-duty-done, duty: mapping, place: elm }"
        #expect(standings(both, events: late, "2015-07-02T00:00").map(\.state) == [.overdue, .doneLate])
    }

    @Test func `of children together is discharged by an act that names them all`() {
        let group = [occasion("2015-06-05T22:00", nil, [1, 2])]
        for (children, state) in [("[1]", DutyState.owed), ("[2, 1]", .done), ("[1, 2, 3]", .done)] {
            let act = "{ at: 2015-06-09T10:00, is: area-duty-done, duty: mapping, withChildren: \(children) }"
            #expect(standings(group, events: act, "2015-06-10T00:00").map(\.state) == [state])
        }
    }

    @Test func `stays listed where a correction undid the count`() {
        let undone = [occasion("2015-06-05T22:00", "larch", undone: true)]
        #expect(standings(undone, "2015-07-10T00:00").map(\.state) == [.lapsed])
    }
}
