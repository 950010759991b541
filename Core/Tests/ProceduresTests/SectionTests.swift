// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `The sections of a pack` {
    private static let whole = """
        meetings: [{ id: strategy-meeting, title: Strategy meeting, chair: team-manager, source: SG 1,
          invites: [social-worker, police, "the fostering service"], every: "when over 72 hours",
          agenda: [{ id: risk, says: What is the risk?, source: SG 2 }], outcomes: [{ id: plan, says: A plan. }],
          recordForEachChild: true, note: Ours. }],
        letters: [{ id: letter-to-child, to: child, says: "Dear {child-name}, ring {contact:help}.", source: SG 1 }],
        notices: [{ id: missing-notice, on: { event: classified, as: missing }, when: looked-after, to: [iro, police],
          says: Missing., source: SG 1 }],
        calendar: [{ id: report-to-members, who: team-manager, what: Report., every: 3 months, from: 2015-08-01,
          source: SG 1, localChoice: true }],
        contacts: [{ id: help, who: A line, for: anybody, says: "116 000", source: SG 1 }],
        information: [{ id: for-children, for: [children, parents], title: Away?, says: Ring., source: SG 1 }],
        checklists: [{ id: topics, title: Topics, usedBy: [a, report-to-members], source: SG 1,
          items: [{ id: harm, says: Harm? }] }],
        crosswalk: [{ was: absent, now: very-low, note: Renamed., source: SG 1 }, { was: missing, now: nothing, source: SG 1 }]
        """

    private func faults(_ rest: String, extending parent: ProtocolPack? = nil) -> [String] {
        Samples.read(Samples.duty("", id: "a"), rest, extending: parent).1.map(\.description)
    }

    @Test func `are kept as they are written`() throws {
        let sections = Samples.pack(Samples.duty("", id: "a"), Self.whole).sections
        let meeting = try #require(sections.meeting("strategy-meeting"))
        #expect(meeting.chair == .teamManager)
        #expect(meeting.invites.map(\.spoken) == ["social worker", "police", "the fostering service"])
        #expect(meeting.agenda.map(\.source) == ["SG 2"])
        #expect(meeting.hasRecordForEachChild && meeting.note == "Ours.")
        #expect(sections.letters[0].to == [.role(.child)])
        #expect(sections.notices[0].isFor(.iro) && sections.notices[0].isFor(.callHandler))
        #expect(!sections.notices[0].isFor(.school))
        let area = try #require(sections.areaDuty("report-to-members"))
        #expect(area.isLocalChoice && area.doneBy.accepts(Self.done("report-to-members")))
        #expect(!area.doneBy.accepts(Self.done("audit")))
        #expect(sections.contact("help")?.says == "116 000")
        #expect(sections.information[0].readers == [.children, .parents])
        #expect(sections.checklists(for: "a").map(\.id) == ["topics"])
        #expect(sections.crosswalk.map(\.now) == ["very-low", nil])
    }

    private static func done(_ duty: String) -> Mark {
        Mark(
            .areaDutyDone, by: .panelChair, position: .first, occurredAt: .at(at("2015-09-01T10:00")),
            recordedAt: at("2015-09-01T10:00"), details: [.duty: .word(duty)])
    }

    @Test(
        arguments: [
            ("meetings: [{ id: m, title: T, chair: iro, invites: [polce], source: SG 1 }]", "Did you mean “police”?"),
            ("meetings: [{ id: m, title: T, chair: chair, source: SG 1 }]", "“chair” is no role"),
            ("meetings: [{ id: m, title: T, chair: iro, agneda: [], source: SG 1 }]", "Did you mean “agenda”?"),
            (
                "meetings: [{ id: m, title: T, chair: iro, source: SG 1, agenda: [{ id: x, says: A }, { id: x, says: B }] }]",
                "“x” stands twice"
            ),
            ("letters: [{ id: l, to: child, says: \"Dear {child-nam}\", source: SG 1 }]", "Did you mean “child-name”?"),
            ("letters: [{ id: l, to: child, says: \"Ring {contact:hlp}\", source: SG 1 }]", "“hlp” is no contact"),
            ("notices: [{ id: n, on: missing, to: iro, says: S, source: SG 1 }]", "“missing” is no event"),
            ("notices: [{ id: n, on: area-duty-done, to: iro, says: S, source: SG 1 }]", "on no child's history"),
            ("calendar: [{ id: c, who: iro, what: W, every: 90 days, source: SG 1 }]", "weeks, months or years"),
            ("calendar: [{ id: c, who: iro, what: W, source: SG 1 }]", "has “every”, or “from” with a trigger"),
            (
                "calendar: [{ id: c, who: iro, what: W, every: 1 week, due: 1 hour, source: SG 1 }]",
                "has “every”, or “from” with a trigger"
            ),
            (
                "calendar: [{ id: c, who: iro, what: W, every: 1 week, doneBy: closed, source: SG 1 }]",
                "done by an event of the partnership"
            ),
            ("calendar: [{ id: a, who: iro, what: W, every: 1 week, source: SG 1 }]", "a duty for a child already"),
            ("contacts: [{ id: c, who: W, says: S, source: SG 1 }]", "needs “for”"),
            ("information: [{ id: i, for: [childrn], title: T, says: S, source: SG 1 }]", "Did you mean “children”?"),
            (
                "checklists: [{ id: c, title: T, usedBy: [aa], items: [{ id: x, says: S }], source: SG 1 }]",
                "“aa” is no duty of this pack"
            ),
            ("checklists: [{ id: c, title: T, items: [], source: SG 1 }]", "Here belongs a list"),
            ("contacts: [{ id: c, who: W, for: F, says: S, source: SX 1 }]", "Did you mean “SG”?"),
            ("crosswalk: [{ was: abscent, now: very-low, source: SG 1 }]", "Did you mean “absent”?"),
            ("crosswalk: [{ was: absent, source: SG 1 }]", "needs “now”"),
            ("crosswalk: [{ was: low, now: low, source: SG 1 }, { was: low, now: low, source: SG 1 }]", "stands twice"),
        ])
    func `refuse what is written wrongly, with the nearest word`(_ section: String, _ says: String) {
        #expect(faults(section).contains { $0.contains(says) }, "\(faults(section))")
    }

    @Test func `are added to, replaced whole by id, and removed with a reason`() {
        let parent = Samples.pack(Samples.duty("", id: "a"), Self.whole)
        let child = Samples.pack(
            "",
            """
            contacts: [{ id: help, who: Another, for: children, says: "0800", source: SG 2 },
              { id: more, who: W, for: F, says: S, source: SG 1 }],
            remove: [{ id: report-to-members, reason: Not here. }, { id: absent, of: crosswalk, reason: Not here. }]
            """, extending: parent)
        #expect(child.sections.contacts.map(\.who) == ["Another", "W"])
        #expect(child.sections.calendar.isEmpty)
        #expect(child.sections.crosswalk.map(\.was) == ["missing"])
        #expect(child.sections.meetings.map(\.id) == ["strategy-meeting"])
        #expect(child.removed.map(\.section) == ["calendar", "crosswalk"])
    }

    @Test func `inherit a duty of the area with the figures of the pack that inherits`() throws {
        let calendar = """
            calendar: [{ id: map, who: panel-chair, what: Map., from: { trigger: five }, due: immediately, source: SG 1 }],
            triggers: [{ id: five, for: place, counts: { atLeast: 5, within: 90 days }, makes: [map], source: SG 1 }]
            """
        let child = Samples.pack(
            "", "figures: { immediately: 20 minutes }", extending: Samples.pack("", calendar))
        guard case .trigger("five", .figure(_, let length))? = child.sections.areaDuty("map")?.clock else {
            Issue.record("the clock is the trigger's")
            return
        }
        #expect(length == .minutes(20))
    }

    @Test func `a removal says which section where several hold the id`() {
        let parent = Samples.pack(
            Samples.duty("", id: "letter"), "letters: [{ id: letter, to: child, says: S, source: SG 1 }]")
        let vague = Samples.read("", "remove: [{ id: letter, reason: R. }]", extending: parent).1
        #expect(vague.map(\.allowed) == [["duties", "letters"]])
        let child = Samples.pack("", "remove: [{ id: letter, of: letters, reason: R. }]", extending: parent)
        #expect(child.duty("letter") != nil && child.sections.letters.isEmpty)
    }
}

@Suite struct `A letter of the protocol` {
    @Test func `is written with what is known, and names what nobody could fill`() {
        let letter = Letter(
            id: "l", to: [.role(.child)], says: "Dear {child-name}, {today}. Ring {contact:help}, {child-name}! {",
            triage: [], note: nil, source: "SG 1")
        let written = letter.written(with: ["child-name": "Ash", "today": "5 June 2015"])
        #expect(written.text == "Dear Ash, 5 June 2015. Ring {contact:help}, Ash! {")
        #expect(written.lacking == ["contact:help"])
    }
}

@Suite struct `A stretch of the calendar` {
    @Test(
        arguments: [
            (CalendarPeriod.weeks(1), "2015-10-24", 1, "2015-10-31"), (.weeks(2), "2015-12-25", 3, "2016-02-05"),
            (.months(1), "2015-01-31", 1, "2015-02-28"), (.months(1), "2015-01-31", 2, "2015-03-31"),
            (.months(2), "2015-08-01", 3, "2016-02-01"), (.months(12), "2016-02-29", 1, "2017-02-28"),
            (.months(12), "2016-02-29", 4, "2020-02-29"),
        ])
    func `is counted in dates, and takes the last day of a month that is shorter`(
        _ period: CalendarPeriod, _ from: String, _ count: Int, _ start: String
    ) {
        #expect(period.start(after: count, from: date(from)) == date(start))
    }
}
