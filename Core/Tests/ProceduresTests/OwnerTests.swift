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
