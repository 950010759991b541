// SPDX-License-Identifier: MIT

import Procedures
import Testing

@testable import Web

@Suite struct `The sheet of a child` {
    @Test(arguments: TestSite.shipped.map(\.id))
    func `names whom to turn to, with no gap left to be filled`(id: String) throws {
        let sections = try #require(TestSite.shipped.first { $0.id == id }).sections
        for sheet in sections.information where sheet.readers.contains(.children) {
            let says = sections.contacts.filled(in: sheet.says)
            #expect(!says.contains("{") && !says.contains("To be filled in"), "\(sheet.id): \(says)")
        }
    }

    @Test func `says a number that is known, and whom to ask for one that isn't`() throws {
        let contacts = try #require(TestSite.shipped.first { $0.id == "england-2014" }).sections.contacts
        #expect(contacts.filled(in: "Ring: {contact:childline}.") == "Ring: ChildLine, 0800 1111, at any hour.")
        #expect(contacts.filled(in: "Ring: {contact:advocacy}.") == "Ring: ask whoever gave you this link.")
    }
}
