// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `A duty out of office hours` {
    private func owner(_ fallback: String, _ allocated: String, _ time: String) -> Role? {
        Samples.run(
            Samples.pack(Samples.duty("due: 24 hours"), "fallbacks: { social-worker: \(fallback) }"),
            child: "child: { lookedAfter: true, allocated: \(allocated) }",
            events: "{ at: 2015-06-05T12:00, is: reported }"
        ).standings(of: ChildID(number: 1), at: at(time)).first?.owedBy
    }

    private let plain = "{ inHours: mash, outOfHours: edt }"
    private let always = "{ inHours: mash, outOfHours: edt, alsoWhereAllocated: true }"

    @Test func `falls to the emergency duty team where nobody is allocated`() {
        #expect(owner(plain, "[]", "2015-06-05T16:00") == .mash)
        #expect(owner(plain, "[]", "2015-06-05T20:00") == .edt)
        #expect(owner(plain, "[social-worker]", "2015-06-05T20:00") == .socialWorker)
    }

    @Test func `falls to it whoever is allocated, where the pack says so`() {
        #expect(owner(always, "[social-worker]", "2015-06-05T16:00") == .socialWorker)
        #expect(owner(always, "[social-worker]", "2015-06-05T20:00") == .edt)
        #expect(owner(always, "[]", "2015-06-05T16:00") == .mash)
    }
}

@Suite struct `A duty that a meeting discharges` {
    private let duty = Samples.duty("due: 24 hours, doneBy: { event: meeting-held, kind: strategy-meeting }")
    private let children = "children: { a: { lookedAfter: true }, b: { lookedAfter: true } }"
    private let reports = """
        { at: 2015-06-05T22:10, child: a, is: reported }, { at: 2015-06-05T22:10, child: b, is: reported }
        """

    private func stands(_ meeting: String, _ state: String) {
        check(
            duty, child: children,
            events: "\(reports), { at: 2015-06-06T09:00, child: a, is: meeting-held, \(meeting) }",
            expect: "{ at: 2015-06-06T10:00, child: a, duty: x, state: \(state) }, "
                + "{ at: 2015-06-06T10:00, child: b, duty: x, state: owed }")
    }

    @Test func `counts for the child whose history it is on`() {
        stands("kind: strategy-meeting", "done")
    }

    @Test func `counts for one of several children only with a record of their own`() {
        stands("kind: strategy-meeting, withChildren: [b]", "owed")
        stands("kind: strategy-meeting, withChildren: [b], ownRecord: false", "owed")
        stands("kind: strategy-meeting, withChildren: [b], ownRecord: true", "done")
    }
}

@Suite struct `The agency of whoever owes a duty` {
    private let child = """
        child: { lookedAfter: true, responsible: eastmoor, school: hill-school,
          placement: { kind: childrens-home, since: 2015-01-01, place: larch-house, host: northvale } }
        """

    private func stands(_ role: String, _ agency: String, _ events: String = "", at time: String = "2015-06-06T12:00") {
        check(
            Samples.duty("due: 99 days, doneBy: closed").replacing("social-worker", with: role), child: child,
            events: "{ at: 2015-06-05T22:10, is: reported }\(events)",
            expect: "{ at: \(time), duty: x, by: \(role), agency: \(agency) }")
    }

    @Test func `is the authority, the host, the home or the school that the record names`() {
        stands("social-worker", "eastmoor")
        stands("host-authority", "northvale")
        stands("carer", "larch-house")
        stands("school", "hill-school")
    }

    @Test func `is the sender until a transfer or a hand-over is accepted, and the accepter from then on`() {
        let offered = ", { at: 2015-06-06T09:00, is: hand-over-offered, to: northvale }"
        let accepted = offered + ", { at: 2015-06-06T11:00, is: hand-over-accepted }"
        stands("social-worker", "eastmoor", offered)
        stands("social-worker", "eastmoor", accepted, at: "2015-06-06T10:00")
        stands("social-worker", "northvale", accepted)
        let police = ", { at: 2015-06-06T09:00, is: transfer-offered, to: west-force }, "
        stands("duty-inspector", "west-force", police + "{ at: 2015-06-06T11:00, is: transfer-accepted }")
        let run = Samples.run(
            Samples.pack(Samples.duty("due: 99 days").replacing("social-worker", with: "duty-inspector")), child: child,
            events: "{ at: 2015-06-05T22:10, is: reported }\(police)")
        #expect(run.standings(of: ChildID(number: 1), at: at("2015-06-06T12:00")).map(\.agency) == [nil])
    }
}
