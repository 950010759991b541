// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `Running scenarios` {
    private static func pack(_ id: String, due: String) -> String {
        """
        id: \(id)
        title: Test
        sources: { T: Test }
        duties:
          - { id: tell-police, who: carer, what: Tell the police., when: reported, from: report, due: \(due),
              doneBy: { event: notified, to: police }, source: T 1 }
        """
    }

    private static let story = """
        title: A call at ten
        protocol: quick
        child: { lookedAfter: true }
        events:
          - { at: 2015-06-05T22:00, is: reported, by: carer }
        expect:
          - { at: 2015-06-05T22:30, duty: tell-police, state: owed, due: 2015-06-05T23:00 }
        """

    private let shop: Workshop
    private let protocols: String

    init() throws {
        shop = try Workshop()
        protocols = "\(shop.folder)/Protocols"
        _ = try shop.write(Self.pack("quick", due: "1 hour"), to: "Protocols/quick.yaml")
        _ = try shop.write(Self.pack("slow", due: "2 hours"), to: "Protocols/slow.yaml")
        _ = try shop.write(Self.story, to: "stories/evening/call.yaml")
        _ = try shop.write(Self.story.replacing("A call", with: "Another call"), to: "stories/night/other.yaml")
        try FileManager.default.copyItem(
            atPath: "\(Self.root)/Calendars", toPath: "\(shop.folder)/Calendars")
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private func run(_ words: String...) throws -> Workshop.Outcome {
        try shop.run(words: ["scenario", "run", "\(shop.folder)/stories", "--protocols", protocols] + words)
    }

    @Test func `sums up each folder and ends with 0 where all is as expected`() throws {
        let outcome = try run()
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("stories/evening: 1 scenario, 1 expectation: all met\n"))
        #expect(outcome.output.hasSuffix("2 scenarios, 2 expectations: all met\n"))
    }

    @Test func `under another pack says what was expected, what was, and why`() throws {
        let outcome = try run("--under", "slow")
        #expect(outcome.code == 1)
        #expect(outcome.output.contains("A call at ten\n"))
        #expect(outcome.output.contains("evening/call.yaml:7: tell-police at 2015-06-05T22:30 is not as expected."))
        #expect(outcome.output.contains("due: expected 2015-06-05T23:00, was 2015-06-06T00:00\n"))
        #expect(outcome.output.contains("why: "))
        #expect(outcome.output.hasSuffix("2 scenarios under slow, 2 expectations: 2 with differences\n"))
        let byFile = try run("--under", "\(protocols)/slow.yaml")
        #expect(byFile.code == 1)
        #expect(byFile.output.contains("was 2015-06-06T00:00"))
    }

    @Test func `takes only those whose path or title has the words`() throws {
        let outcome = try run("--only", "another", "--json")
        #expect(outcome.code == 0)
        #expect((outcome.json["scenarios"] as? [Any])?.count == 1)
        #expect(try run("--only", "EVENING").output.hasSuffix("1 scenario, 1 expectation: all met\n"))
        let none = try run("--only", "nothing like it")
        #expect(none.code == 2)
        #expect(none.errors.contains("None of 2 scenarios has “nothing like it”"))
    }

    @Test func `under a pack that is not there says so and what there is`() throws {
        let outcome = try run("--under", "swift")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("quick, slow"))
    }
}
