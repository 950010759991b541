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
        let calendars = try #require(Self.calendars)
        let loaded = ScenarioFile.prepare(
            "\(Repository.root)/Scenarios/\(scenario)", packs: Self.packs, calendars: calendars)
        #expect(loaded.faults.map(\.description) == [])
        #expect(try #require(loaded.value).run().map(\.description) == [])
    }

    private static let packs = RememberedPacks(Repository.packs)
    private static let calendars = CalendarFolder.load("\(Repository.root)/Calendars").value
}
