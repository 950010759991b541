// SPDX-License-Identifier: MIT

import Testing

@testable import Procedures

@Suite struct `An explanation of a duty` {
    @Test func `says where an item comes from`() {
        let parent = Samples.pack(
            "\(Samples.duty("due: 1 hour", id: "kept")), \(Samples.duty("due: 1 hour", id: "other"))")
        let child = Samples.pack(
            "\(Samples.duty("due: 2 hours", id: "other")), \(Samples.duty("due: 1 hour", id: "new"))", extending: parent
        )
        let steps = { (id: String) in Provenance(of: .duty, id, in: [child, parent]).sentences }
        #expect(
            steps("kept") == ["Test takes it over from Test as it stands there.", "Test brought it in."])
        #expect(steps("new") == ["Test brought it in."])
        #expect(
            steps("other") == [
                "Test has it in place of what Test says:",
                "  Now due 2 hours after it was first needed; before, 1 hour after it was first needed.",
                "Test brought it in.",
            ])
        #expect(steps("nowhere") == [])
    }

    @Test func `says why it is owed, or what is lacking`() throws {
        let pack = Samples.pack(Samples.duty("when: { reported: true, looked-after: true, risk: high }, due: 1 hour"))
        let scenario = Samples.scenario(
            child: "child: { lookedAfter: true }",
            events: "{ at: \"2015-06-05T22:10\", is: reported, by: carer }, "
                + "{ at: \"2015-06-05T23:10\", is: risk-graded, as: high }")
        let child = try #require(scenario.children.first?.id)
        let episodes = scenario.episodes(of: child, at: at("2015-06-06T03:00"))
        let record = try #require(scenario.state.child(child))
        let book = DutyBook(pack: pack, calendars: Samples.calendars)
        func explain(_ time: String) -> [String] {
            book.explanation(of: "x", for: episodes[0], child: record, at: at(time))?.sentences ?? []
        }
        let before = explain("2015-06-05T22:30")
        #expect(before.first == "It is not owed here, and was not before.")
        #expect(before.contains("  yes: the child is looked after"))
        #expect(before.contains("  no: the risk is graded high"))
        let after = explain("2015-06-06T01:00")
        #expect(after.first == "Overdue, due at 00:10 on Saturday 6 June 2015.")
        #expect(after.contains("  yes: the risk is graded high"))
    }
}
