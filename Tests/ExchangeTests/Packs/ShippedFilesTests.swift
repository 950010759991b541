// SPDX-License-Identifier: MIT

import Procedures
import Testing

@testable import Exchange

@Suite struct `The files that ship` {
    @Test func `hold calendars without a fault`() {
        let loaded = CalendarFolder.load("\(Repository.root)/Calendars")
        #expect(loaded.faults.map(\.description) == [])
        #expect(loaded.value?.school != nil)
    }

    @Test func `hold packs without a fault`() {
        let (packs, faults) = Repository.packs.loadAll()
        #expect(faults.map(\.description) == [])
        #expect(packs.count == Repository.packs.ids.count)
    }

    @Test(arguments: Repository.scenarios) func `hold scenarios that pass`(scenario: String) throws {
        let calendars = try #require(CalendarFolder.load("\(Repository.root)/Calendars").value)
        let loaded = ScenarioFile.prepare(
            "\(Repository.root)/Scenarios/\(scenario)", packs: Repository.packs, calendars: calendars)
        #expect(loaded.faults.map(\.description) == [])
        #expect(try #require(loaded.value).run().map(\.description) == [])
    }
}
