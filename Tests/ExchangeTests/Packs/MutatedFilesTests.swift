// SPDX-License-Identifier: MIT

import Foundation
import Procedures
import Testing
import WorkingTime

@testable import Exchange

@Suite struct `A mangled file` {
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) ^ (state << 11)
        }
    }

    private static let junk = [
        "\"", ":", "{", "}", "[", "]", "-", "\n", " ", "~", "&a", "*a", "0", "9999", "é", "|", ">", "not: ",
    ]

    private func mangled(_ text: String, _ random: inout Seeded) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for _ in 0..<Int.random(in: 1...4, using: &random) where !lines.isEmpty {
            let place = Int.random(in: 0..<lines.count, using: &random)
            var characters = Array(lines[place])
            switch Int.random(in: 0..<6, using: &random) {
            case 0: lines.remove(at: place)
            case 1: lines.insert(lines[Int.random(in: 0..<lines.count, using: &random)], at: place)
            case 2: lines.swapAt(place, Int.random(in: 0..<lines.count, using: &random))
            case 3 where !characters.isEmpty:
                characters.remove(at: Int.random(in: 0..<characters.count, using: &random))
                lines[place] = String(characters)
            case 4:
                let mark = Array(Self.junk[Int.random(in: 0..<Self.junk.count, using: &random)])
                characters.insert(contentsOf: mark, at: Int.random(in: 0...characters.count, using: &random))
                lines[place] = String(characters)
            default:
                let words = lines[place].split(separator: " ").map(String.init)
                lines[place] = "  " + words.shuffled(using: &random).joined(separator: " ")
            }
        }
        return lines.joined(separator: "\n")
    }

    @Test func `that was a pack is a pack or faults with lines`() throws {
        let file = "\(Repository.root)/Protocols/england-2014.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        var random = Seeded(state: 2_015)
        for _ in 0..<400 {
            guard case .success(let node) = YAMLTree.read(mangled(text, &random), file: "mangled.yaml") else {
                continue
            }
            let (pack, faults) = PackReader.read(node, extending: nil)
            #expect((pack == nil) == !faults.isEmpty)
            #expect(faults.allSatisfy { (1...lines + 8).contains($0.line) })
        }
    }

    @Test func `that was a scenario runs or has faults with lines`() throws {
        let pack = try #require(Repository.packs.load("birmingham-2015").value)
        let calendars = try #require(CalendarFolder.load("\(Repository.root)/Calendars").value)
        let texts = try Repository.scenarios.prefix(40).map {
            try String(contentsOfFile: "\(Repository.root)/Scenarios/\($0)", encoding: .utf8)
        }
        var random = Seeded(state: 1_996)
        var ran = 0
        for number in 0..<1_700 {
            let text = mangled(texts[number % texts.count], &random)
            guard case .success(let node) = YAMLTree.read(text, file: "mangled.yaml") else { continue }
            let (scenario, faults) = ScenarioReader.read(node)
            #expect((scenario == nil) == !faults.isEmpty)
            guard let scenario else { continue }
            ran += 1
            _ = ScenarioRun(scenario, pack: pack, calendars: calendars).run()
        }
        #expect(ran > 50)
    }
}
