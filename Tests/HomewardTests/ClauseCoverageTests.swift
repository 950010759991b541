// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `The page of clauses` {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let haveRows = FileManager.default.fileExists(atPath: "\(root)/docs/clauses")

    @Test(.enabled(if: haveRows, "docs/clauses is not there"))
    func `says what the packs and the program carry out`() throws {
        let outcome = try Workshop().run(
            "protocol", "clauses", "--check", "--clauses", "\(Self.root)/docs/clauses", "--page",
            "\(Self.root)/docs/clause-coverage.md", "--protocols", "\(Self.root)/Protocols")
        #expect(outcome.code == 0, "\(outcome.output)\nRenew it with: homeward protocol clauses")
    }

    @Test func `is written from rows, and found behind when a row changes`() throws {
        let shop = try Workshop()
        let pack = """
            id: small
            title: Small
            sources: { T: Test }
            duties:
              - { id: tell, who: carer, what: Tell the police., when: reported, due: 1 hour, doneBy: notified, source: T ¶1 }
            """
        _ = try shop.write(pack, to: "Protocols/small.yaml")
        try FileManager.default.copyItem(atPath: "\(Self.root)/Calendars", toPath: "\(shop.folder)/Calendars")
        func rows(_ by: String) throws {
            let text = "source: T\ntitle: Test\nclauses:\n  - { clause: ¶1, about: Tell somebody., by: [\(by)] }\n"
            _ = try shop.write(text, to: "docs/clauses/T.yaml")
        }
        func clauses(_ more: String...) throws -> Workshop.Outcome {
            try shop.run(
                words: [
                    "protocol", "clauses", "--clauses", "\(shop.folder)/docs/clauses", "--page",
                    "\(shop.folder)/docs/clause-coverage.md", "--protocols", "\(shop.folder)/Protocols",
                ] + more)
        }
        try rows("{ duty: tell }, { page: /report }")
        #expect(try clauses("--check").output.contains("clause-coverage.md:1: The page is out of date"))
        #expect(
            try clauses().output
                == "1 clauses of 1 sources: 1 carriedOut, 0 inPart, 0 planned, 0 notForSoftware; no fault\n")
        #expect(try clauses("--check").code == 0)
        try rows("{ duty: tall }, { command: protocol clauses }, { measure: length }")
        let outcome = try clauses("--check")
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("T.yaml:4: No pack has a duty “tall”. Did you mean “tell”?"))
        #expect(outcome.output.contains("out of date"))
        #expect(!outcome.output.contains("There is no"))
    }
}
