// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `A look is listed as unusual` {
    @Test func `where nobody had anything to do for the child`() throws {
        var record = LookRecord()
        record.look("2026-06-02T10:00")
        let item = try #require(record.items().first)
        #expect(record.items().count == 1)
        #expect(item.reason == .nothingGoingOn(quietDays: 152))
        #expect(item.child == ChildID(number: 1))
        #expect(item.says.contains("nothing had been recorded about them for 152 days before"))
        #expect(item.threshold(record.figures) == "Listed from 28 quiet days on.")
    }

    @Test func `but not while an episode is open, or just after something was recorded, or just before`() {
        var record = LookRecord()
        record.record(.reported, "2026-06-01T22:00", [:], child: 1, episode: 1)
        record.look("2026-06-19T10:00")
        record.record(.closed, "2026-06-21T10:00", [:], child: 1, episode: 1)
        record.look("2026-07-10T10:00")
        record.record(.noteAdded, "2026-07-30T10:00", [:], child: 1)
        record.look("2026-07-29T16:00")
        #expect(record.reasons() == [])
        record.look("2026-09-10T10:00")
        #expect(record.reasons() == ["nothing-going-on"])
    }

    @Test func `but not by those who teach the child, or to whom they are allocated`() {
        var record = LookRecord()
        record.look("2026-06-02T10:00", by: LookRecord.teacher)
        record.record(
            .allocated, "2026-01-02T10:00", [.worker: .word("jo"), .role: .word("social-worker")], child: 1)
        record.look("2026-06-02T10:00")
        #expect(record.reasons() == [])
    }

    @Test func `where it is again and again from outside`() {
        var record = LookRecord()
        for day in 1...5 { record.look("2026-06-0\(day)T12:00", by: LookRecord.officer) }
        let again = record.items().filter { $0.reason.name == "again-from-outside" }
        #expect(again.map(\.reason) == [.againFromOutside(count: 5, days: 5)])
        record.record(.reported, "2026-05-30T22:00", [:], child: 1, episode: 1)
        #expect(record.reasons() == [], "police look for a child who is missing")
    }

    @Test func `where they are many children, compared with the worker's own usual`() {
        var record = LookRecord()
        record.figures.manyChildren = 3
        for child in 1...3 { record.look("2026-06-02T10:0\(child)", child: UInt32(child)) }
        #expect(record.items().map(\.reason).contains(.manyChildren(count: 3, usual: nil)))
        for child in 1...2 { record.look("2026-05-20T10:0\(child)", child: UInt32(child)) }
        #expect(!record.reasons().contains("many-children"), "3 is not three times the usual 2")
        record.figures.timesUsual = 1
        #expect(record.items().map(\.reason).contains(.manyChildren(count: 3, usual: 2)))
    }

    @Test func `where it is outside office hours, by a role that works in them`() {
        var record = LookRecord()
        record.record(.noteAdded, "2026-06-05T10:00", [:], child: 1)
        record.look("2026-06-05T23:00")
        record.look("2026-06-06T10:00")
        record.look("2026-06-05T23:00", by: LookRecord.officer)
        #expect(record.reasons() == ["out-of-hours", "out-of-hours"])
        #expect(record.items().allSatisfy { $0.by.worker == "jo" })
    }

    @Test func `where worker and child have a surname in common`() {
        var record = LookRecord()
        record.record(.noteAdded, "2026-06-05T10:00", [:], child: 2)
        record.people["jo"] = UnusualLooks.Person(name: "Jo Reed", addedAt: nil)
        record.look("2026-06-05T11:00", child: 2)
        #expect(record.reasons() == ["same-surname"])
        record.people["jo"] = UnusualLooks.Person(name: "Reed", addedAt: nil)
        #expect(record.reasons() == [], "a single word is no surname")
    }

    @Test func `where they were refused again and again, with nothing allowed between`() {
        var record = LookRecord()
        for minute in 1...3 { record.look(.refused, "2026-06-05T11:0\(minute)", child: UInt32(minute)) }
        #expect(record.reasons() == [])
        record.look(.refused, "2026-06-05T11:04", child: nil)
        #expect(record.items().map(\.reason) == [.refusedInARow(count: 4, children: 3)])
        var allowed = LookRecord()
        allowed.record(.noteAdded, "2026-06-05T10:00", [:], child: 1)
        for minute in 1...3 { allowed.look(.refused, "2026-06-05T11:0\(minute)") }
        allowed.look("2026-06-05T11:04")
        allowed.look(.refused, "2026-06-05T11:05")
        #expect(allowed.reasons() == [])
    }

    @Test func `where an account was only just added, and where somebody searches for whom they may not see`() {
        var record = LookRecord()
        record.figures.newcomerChildren = 2
        record.people["jo"] = UnusualLooks.Person(name: "Jo", addedAt: at("2026-06-05T09:00"))
        for child: UInt32 in [1, 2] {
            record.record(.noteAdded, "2026-06-05T10:00", [:], child: child)
            record.look("2026-06-05T11:00", child: child)
        }
        #expect(record.items().map(\.reason) == [.soonAfterAdded(children: 2)])
        record.look(.soughtInVain, "2026-06-05T12:00", child: 3)
        #expect(record.reasons() == ["soon-after-added"])
        record.look(.soughtInVain, "2026-06-06T12:00", child: 3)
        #expect(record.reasons() == ["searched-in-vain", "soon-after-added"])
    }

    @Test func `until a reviewer says that it is in order, and again once there is more`() throws {
        var record = LookRecord()
        record.look("2026-06-02T10:00")
        let id = try #require(record.items().first?.id)
        #expect(id == "nothing-going-on:jo:1:2026-06-02")
        record.look(.dismissed, "2026-06-02T11:00", by: Actor(worker: "eve", role: .administrator), about: id)
        let dismissals = record.looks.filter { $0.look.kind == .dismissed }
        #expect(record.items().map { $0.isDismissed(by: dismissals) } == [true])
        record.look("2026-06-02T12:00")
        #expect(record.items().map { $0.isDismissed(by: dismissals) } == [false])
    }
}
