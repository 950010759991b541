// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `homeward report` {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    @Test func `writes a report in somebody's name, notes it, and writes over nothing`() throws {
        let shop = try Workshop()
        for (email, role) in [("ada@eastmoor.example", "analyst"), ("cal@eastmoor.example", "carer")] {
            let added = try shop.run(
                "user", "add", "--data", shop.data, "--email", email, "--name", "Somebody", "--role", role, "--agency",
                "eastmoor")
            #expect(added.code == 0, "\(added.errors)")
        }
        func report(_ words: String...) throws -> Workshop.Outcome {
            try shop.run(words: ["report"] + words + ["--data", shop.data, "--protocols", "\(Self.root)/Protocols"])
        }
        let file = "\(shop.folder)/annual.csv"
        let year = ["--from", "2025-04-01", "--to", "2026-03-31"]
        let made = try shop.run(
            words: [
                "report", "annual", "--out", file, "--as", "ada@eastmoor.example", "--json", "--data", shop.data,
                "--protocols", "\(Self.root)/Protocols",
            ] + year)
        #expect(made.code == 0, "\(made.errors)")
        #expect(made.json["from"] as? String == "2025-04-01")
        #expect((made.json["gaps"] as? [String])?.contains { $0.contains("No episode") } == true)
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix(#""table","row","column","value""#))
        #expect(try report("annual", "--out", file, "--as", "ada@eastmoor.example").code == 1)

        let refused = try report("weekly", "--out", "\(shop.folder)/week.html", "--as", "cal@eastmoor.example")
        #expect(refused.code == 1 && refused.errors.contains("may not read this report"))
        let days = try report(
            "annual", "--out", "\(shop.folder)/days.html", "--as", "ada@eastmoor.example", "--from", "2025-04-01",
            "--to",
            "2026-03-30")
        #expect(days.code == 1 && days.errors.contains("whole months"))
        #expect(try report("annual", "--out", "\(shop.folder)/a.doc", "--as", "ada@eastmoor.example").code == 2)
        #expect(try report("sums", "--out", "\(shop.folder)/a.csv", "--as", "ada@eastmoor.example").code == 2)
        #expect(try report("annual", "--out", "\(shop.folder)/a.csv").errors.contains("--as"))
        let audit = try shop.run("audit", "verify", "--data", shop.data, "--json")
        #expect(audit.code == 0, "the looks were noted, and their chain holds: \(audit.output)")
    }

    @Test func `says the same in each form, of the invented history`() throws {
        let shop = try Workshop()
        func written(_ ending: String) throws -> String {
            let file = "\(shop.folder)/quarter.\(ending)"
            let made = try shop.run(
                words: [
                    "report", "quarterly", "--demo", "--at", "2026-11-20T23:41", "--out", file, "--protocols",
                    "\(Self.root)/Protocols",
                ])
            #expect(made.code == 0, "\(made.errors)")
            return try String(decoding: Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
        }
        let (page, table) = (try written("html"), try written("csv"))
        #expect(page.contains("1 July 2026 to 30 September 2026"))
        let counts = table.split(separator: "\r\n").compactMap { line in
            line.split(separator: ",").last.flatMap { Int($0) }
        }
        #expect(counts.contains { $0 > 20 })
        for count in Set(counts) where count < 1_000 { #expect(page.contains("<td>\(count)</td>"), "\(count)") }
    }
}
