// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `Protocols on the command line` {
    private static func pack(_ id: String, due: String, when: String = "returned", extends: String? = nil) -> String {
        """
        id: \(id)
        title: \(id.capitalized)
        \(extends.map { "extends: \($0)" } ?? "sources: { T: Test }")
        duties:
          - { id: interview, who: interviewer, what: Hold the interview., when: \(when), from: returned, due: \(due),
              doneBy: interview-held, source: T 1 }
        """
    }

    private let shop: Workshop
    private let protocols: String

    init() throws {
        shop = try Workshop()
        protocols = "\(shop.folder)/Protocols"
        _ = try shop.write(Self.pack("slow", due: "72 hours"), to: "Protocols/slow.yaml")
        _ = try shop.write(Self.pack("quick", due: "24 hours", extends: "slow"), to: "Protocols/quick.yaml")
        _ = try shop.write(Self.pack("england-2014", due: "72 hours"), to: "Protocols/england-2014.yaml")
        _ = try shop.write(Self.pack("broken", due: "soon"), to: "Protocols/broken.yaml")
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        try FileManager.default.copyItem(atPath: "\(root)/Calendars", toPath: "\(shop.folder)/Calendars")
    }

    private func run(_ words: String...) throws -> Workshop.Outcome {
        try shop.run(words: ["protocol"] + words + ["--protocols", protocols])
    }

    /// A record with two children, three periods and the authority eastmoor.
    private func bringIn() throws {
        let folder = try SmallReturn.write(in: shop)
        let outcome = try shop.run(
            "import", "ssda903", folder, "--authority", "eastmoor", "--data", shop.data, "--protocols", protocols)
        #expect(outcome.code == 0, "\(outcome.errors)")
    }

    @Test func `show a protocol whole, or one section`() throws {
        let whole = try run("show", "quick")
        #expect(whole.code == 0)
        #expect(whole.output.contains("- Due: 24 hours after the child returned"))
        #expect(try run("show", "quick", "--section", "letters").output == "Quick has nothing there.\n")
        #expect(try run("show", "quick", "--section", "leters").code == 2)
        #expect(try run("show", "quik").code == 1)
    }

    @Test func `say what differs`() throws {
        let outcome = try run("diff", "slow", "quick")
        #expect(outcome.code == 0)
        #expect(
            outcome.output.contains(
                "- Now due 24 hours after the child returned; before, 72 hours after the child returned."))
        let json = try run("diff", "slow", "quick", "--json").json
        #expect(json["summary"] as? String == "From Slow to Quick: duties: 1 changed.")
        #expect(try run("diff", "slow", "broken").code == 1)
    }

    @Test func `explain an item, where it comes from, and how it stands in a story`() throws {
        let story = try shop.write(
            """
            title: Back at six
            protocol: quick
            child: { lookedAfter: true }
            events:
              - { at: 2015-06-05T22:00, is: reported, by: carer }
              - { at: 2015-06-06T06:00, is: returned }
            """, to: "story.yaml")
        let alone = try run("explain", "interview", "--in", "quick")
        #expect(alone.output.contains("Quick has it in place of what Slow says:"))
        let told = try run("explain", "interview", "--in", "quick", "--scenario", story, "--at", "2015-06-07T09:00")
        #expect(told.code == 0)
        #expect(told.output.contains("Overdue, due at 06:00 on Sunday 7 June 2015."))
        #expect(told.output.contains("yes: the child has returned"))
        #expect(try run("explain", "interview", "--in", "quick", "--scenario", story).code == 2)
        #expect(try run("explain", "intervew", "--in", "quick").code == 1)
    }

    @Test func `replay a record under another protocol and change nothing`() throws {
        try bringIn()
        let before = try shop.run("verify", "--data", shop.data, "--json").json["position"] as? Int
        let page = shop.folder + "/replay.html"
        let outcome = try run(
            "replay", "--with", "quick", "--from", "2023-01-01", "--to", "2025-01-01", "--data", shop.data, "--out",
            page,
            "--json")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let duties = outcome.json["duties"] as? [[String: Any]] ?? []
        let interview = try #require(duties.first { $0["id"] as? String == "interview" })
        #expect((interview["before"] as? [String: Int])?["owed"] == 2)
        #expect((interview["after"] as? [String: Int])?["owed"] == 2)
        #expect(interview["dueAtAnotherTime"] as? Int == 2)
        #expect(outcome.json["children"] as? Int == 2)
        let html = String(decoding: FileManager.default.contents(atPath: page) ?? Data(), as: UTF8.self)
        #expect(html.contains("What if it had been “Quick”?"))
        #expect(html.contains("<title id=\"chart-weeks-t\">") || html.contains("nothing changes"))
        #expect(try shop.run("verify", "--data", shop.data, "--json").json["position"] as? Int == before)
        let same = try run(
            "replay", "--with", "quick", "--instead-of", "quick", "--from", "2023-01-01", "--to", "2025-01-01",
            "--data",
            shop.data, "--json")
        #expect(same.json["differingChildren"] as? Int == 0)
        #expect(try run("replay", "--with", "quick", "--from", "2025-01-01", "--to", "2023-01-01", "--demo").code == 2)
    }

    @Test func `adopt one from a date on a named decision`() throws {
        try bringIn()
        func adopt(_ pack: String, _ from: String, _ authority: String, _ more: String...) throws -> Workshop.Outcome {
            try shop.run(
                words: [
                    "protocol", "adopt", pack, "--from", from, "--authority", authority, "--decided-by",
                    "The board, 1 March", "--data", shop.data, "--protocols", protocols,
                ] + more)
        }
        let unsure = try adopt("quick", "2031-04-01", "eastmoor")
        #expect(unsure.code == 2)
        #expect(unsure.output.contains("Now due 24 hours after the child returned"))
        #expect(unsure.errors.contains("say --yes"))
        #expect(try adopt("broken", "2031-04-01", "eastmoor", "--yes").errors.contains("broken.yaml:5"))
        #expect(try adopt("quick", "2031-04-01", "nowhere", "--yes").errors.contains("knows no authority “nowhere”"))
        let done = try adopt("quick", "2031-04-01", "eastmoor", "--yes", "--json")
        #expect(done.code == 0, "\(done.errors)")
        #expect(done.json["instead"] as? String == "england-2014")
        let again = try adopt("quick", "2031-05-01", "eastmoor", "--yes")
        #expect(again.code == 1)
        #expect(again.errors.contains("It is adopted already, from 1 April 2031."))
        #expect(
            try adopt("slow", "2031-03-01", "eastmoor", "--yes").errors.contains("Adopt this one from a later date"))
    }
}
