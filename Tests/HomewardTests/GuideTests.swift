// SPDX-License-Identifier: MIT

import Foundation
import Testing

/// Does what `docs/writing-a-protocol.md` says, block by block: its files are written and its commands are run.
@Suite struct `The guide to writing a protocol` {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let file = "Protocols/eastmoor-2026.yaml"

    private let shop: Workshop

    init() throws {
        shop = try Workshop()
        for folder in ["Protocols", "Calendars"] {
            try FileManager.default.copyItem(atPath: "\(Self.root)/\(folder)", toPath: "\(shop.folder)/\(folder)")
        }
    }

    /// One block between fences, with the words after the first.
    private struct Block {
        let language: String
        let told: String
        let text: String
        let line: Int
    }

    private func blocks() throws -> [Block] {
        let page = try String(contentsOfFile: "\(Self.root)/docs/writing-a-protocol.md", encoding: .utf8)
        var blocks: [Block] = []
        var open: (words: String, lines: [String], line: Int)?
        for (number, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.hasPrefix("```") else {
                open?.lines.append(String(line))
                continue
            }
            if let block = open {
                let language = String(block.words.prefix { $0 != " " })
                let told = block.words.dropFirst(language.count).trimmingCharacters(in: .whitespaces)
                let text = block.lines.joined(separator: "\n") + "\n"
                blocks.append(Block(language: language, told: told, text: text, line: block.line))
                open = nil
            } else {
                open = (String(line.dropFirst(3)), [], number + 1)
            }
        }
        return blocks
    }

    @Test func `works from the first block to the last`() throws {
        var output = ""
        var commands = 0
        for block in try blocks() {
            switch block.language {
            case "yaml": try write(block)
            case "sh":
                output = try run(block)
                commands += 1
            case "text": #expect(output.contains(block.text), "line \(block.line): \(output)")
            case "slip": try slip(block)
            default: Issue.record("line \(block.line): what is “\(block.language)”?")
            }
        }
        #expect(commands > 5)
    }

    /// Puts what is written where the page says.
    private func write(_ block: Block) throws {
        if block.told.hasPrefix("file=") {
            _ = try shop.write(block.text, to: String(block.told.dropFirst("file=".count)))
            return
        }
        let old = try String(contentsOfFile: "\(shop.folder)/\(Self.file)", encoding: .utf8)
        var lines = old.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        let added = block.text.split(separator: "\n").map(String.init)
        if block.told == "end" {
            lines += added
        } else if block.told.hasPrefix("under=") {
            let key = block.told.dropFirst("under=".count) + ":"
            let start = try #require(lines.firstIndex { $0 == key }, "line \(block.line)")
            let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix(" ") } ?? lines.endIndex
            lines.insert(contentsOf: added, at: end)
        } else {
            let before = block.told.dropFirst("after=".count)
            let start = try #require(lines.firstIndex { $0 == before }, "line \(block.line)")
            lines.insert(contentsOf: added, at: start + 1)
        }
        _ = try shop.write(lines.joined(separator: "\n") + "\n", to: Self.file)
    }

    /// Runs each line; of one that is only named, the command and its options must be there.
    private func run(_ block: Block) throws -> String {
        var output = ""
        for line in block.text.split(separator: "\n") {
            let words = Self.words(String(line))
            #expect(words.first == "homeward", "line \(block.line)")
            if block.told == "named" {
                let help = try shop.run(words: Array(words[1...2]) + ["--help"])
                #expect(help.output.contains("homeward \(words[1]) \(words[2])"), "line \(block.line)")
                for option in words where option.hasPrefix("--") {
                    #expect(help.output.contains(option), "line \(block.line): there is no \(option)")
                }
                continue
            }
            let outcome = try shop.run(words: words.dropFirst().map { $0 }, in: shop.folder)
            #expect(outcome.code == 0, "line \(block.line): \(line)\n\(outcome.output)\(outcome.errors)")
            output += outcome.output
        }
        return output
    }

    /// What is told of a slip in the file as it stands, which is left as it was.
    private func slip(_ block: Block) throws {
        let parts = block.told.components(separatedBy: " -> ")
        let text = try String(contentsOfFile: "\(shop.folder)/\(Self.file)", encoding: .utf8)
        #expect(text.contains(parts[0]))
        _ = try shop.write(text.replacingOccurrences(of: parts[0], with: parts[1]), to: Self.file)
        let outcome = try shop.run(words: ["protocol", "check", Self.file], in: shop.folder)
        _ = try shop.write(text, to: Self.file)
        #expect(outcome.code == 1)
        #expect(outcome.output.contains(block.text.trimmingCharacters(in: .newlines)), "\(outcome.output)")
    }

    private static func words(_ line: String) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { number, part in
            number % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }

    @Test func `begins no protocol over another, or with an id that is none`() throws {
        func new(_ words: String...) throws -> Workshop.Outcome {
            try shop.run(words: ["protocol", "new"] + words, in: shop.folder)
        }
        #expect(try new("alone-2026", "--title", "Alone: 2026").code == 0)
        #expect(try shop.run(words: ["protocol", "check", "Protocols/alone-2026.yaml"], in: shop.folder).code == 0)
        #expect(try shop.run(words: ["scenario", "run", "Scenarios/alone-2026"], in: shop.folder).code == 0)
        let again = try new("alone-2026")
        #expect(again.code == 1 && again.errors.contains("is there already, and nothing is ever written over"))
        #expect(try new("Alone 2026").code == 2)
        #expect(try new("../alone").code == 2)
        let unknown = try new("other-2026", "--extends", "englnd-2026")
        #expect(unknown.code == 1 && unknown.errors.contains("Did you mean “england-2026”?"))
        #expect(!FileManager.default.fileExists(atPath: "\(shop.folder)/Protocols/other-2026.yaml"))
    }
}
