// SPDX-License-Identifier: MIT

import Foundation
import Procedures
import Testing
import WorkingTime

@testable import Exchange

/// Five thousand packs and scenarios that something was done to: each is read, or has faults that say where and what;
/// and what was read never stops the program, whatever it asks and whenever.
@Suite struct `A mangled file` {
    /// As many again of packs and of scenarios; HOMEWARD_MUTATIONS asks for more, and goes on where these end.
    private static let each =
        (ProcessInfo.processInfo.environment["HOMEWARD_MUTATIONS"].flatMap(Int.init) ?? 5_000) / 2

    /// Scenarios that are run under a pack that was mangled and can still be read.
    private static let stories = ["journeys", "found", "repeats"]

    private static let instants = ["0001-01-01T00:00", "2015-06-05T22:10", "2015-06-09T12:00", "2017-01-01T00:00"]
        .compactMap { try? TimeText.instant($0) }
    /// Thousands of instances are listed then, so it is not asked for each.
    private static let far = ["2090-01-01T00:00", "9999-12-31T23:59"].compactMap { try? TimeText.instant($0) }

    private let calendars: Calendars
    private let england: ProtocolPack

    init() throws {
        calendars = try #require(CalendarFolder.load("\(Repository.root)/Calendars").value)
        england = try #require(Repository.packs.load("england-2014").value)
    }

    /// The tree of what was mangled; nil, with the fault looked at, where it has none.
    private func tree(_ bytes: Data) -> PackNode? {
        switch TextFile.read(bytes, named: "mangled.yaml").flatMap({ YAMLTree.read($0.text, file: $0.name) }) {
        case .success(let node): return node
        case .failure(let fault):
            expectLocated([fault], in: bytes)
            return nil
        }
    }

    private func expectLocated(_ faults: [ReadingFault], in bytes: Data) {
        // The parser also ends lines where Unicode does, and names the line after the last one.
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.unicodeScalars.count { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) } + 2
        for fault in faults {
            #expect(fault.file == "mangled.yaml")
            #expect((1...lines).contains(fault.line), "\(fault)")
            #expect(fault.says.count > 12 && ".?".contains(fault.says.last ?? " "), "\(fault)")
        }
    }

    @Test func `that was a pack is a pack or has faults that say where`() throws {
        let scenarios = try Self.stories.map { folder in
            let name = try #require(Repository.scenarios.first { $0.hasPrefix(folder) })
            return try #require(ScenarioFile.load("\(Repository.root)/Scenarios/\(name)").value)
        }
        let pieces = try PackPieces(Repository.packs.ids.map { "\(Repository.root)/Protocols/\($0).yaml" })
        var mangler = Mangler(seed: 2_015)
        var (read, faulty) = (0, 0)
        for number in 0..<Self.each {
            let bytes = mangler.mangled(number % 4 == 0 ? SmallPack.text : pieces.some(&mangler.random))
            guard let node = tree(bytes) else { continue }
            let (pack, faults) = PackReader.read(node, extending: PackReader.extends(node) == nil ? nil : england)
            #expect((pack == nil) == !faults.isEmpty)
            expectLocated(faults, in: bytes)
            guard let pack else {
                faulty += 1
                continue
            }
            read += 1
            expectAll(of: node, in: pack)
            _ = ProtocolPage.markdown(pack)
            _ = PackItems(node)
            look(at: ScenarioRun(scenarios[number % scenarios.count], pack: pack, calendars: calendars), number)
        }
        #expect(read > 300 && faulty > 300, "\(read) read, \(faulty) faulty")
    }

    @Test func `that was a scenario runs or has faults that say where`() throws {
        let birmingham = try #require(Repository.packs.load("birmingham-2015").value)
        let texts = try Repository.scenarios.map {
            try String(contentsOfFile: "\(Repository.root)/Scenarios/\($0)", encoding: .utf8)
        }
        var mangler = Mangler(seed: 1_996)
        var (read, faulty) = (0, 0)
        for number in 0..<Self.each {
            let bytes = mangler.mangled(texts[number % texts.count])
            guard let node = tree(bytes) else { continue }
            let (scenario, faults) = ScenarioReader.read(node)
            #expect((scenario == nil) == !faults.isEmpty)
            expectLocated(faults, in: bytes)
            guard let scenario else {
                faulty += 1
                continue
            }
            read += 1
            look(at: ScenarioRun(scenario, pack: number % 2 == 0 ? birmingham : england, calendars: calendars), number)
        }
        #expect(read > 300 && faulty > 300, "\(read) read, \(faulty) faulty")
    }

    @Test func `that was a calendar, or rows of clauses, is read or has faults that say where`() throws {
        let folder = "\(Repository.root)/Calendars"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
            .sorted()
        let texts = try names.map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
        let clauses = """
            source: SG
            title: Guidance
            clauses:
              - { clause: ¶1, about: Tell., by: [{ duty: tell }, { event: located }], planned: Later. }
              - { clause: ¶2, heading: [One, Two], about: Ask., not: No software. }
            apart: [{ heading: Three, why: a name }]
            """
        var mangler = Mangler(seed: 1_972)
        for number in 0..<400 {
            let bytes = mangler.mangled(number % 2 == 0 ? texts[number / 2 % texts.count] : clauses)
            guard let node = tree(bytes) else { continue }
            expectLocated(CalendarReader.bankHolidays(node).1, in: bytes)
            expectLocated(CalendarReader.schoolTerms(node).1, in: bytes)
            expectLocated(ClauseReader.read(node).1, in: bytes)
        }
    }

    /// Nothing that was written is left out without a word.
    private func expectAll(of node: PackNode, in pack: ProtocolPack) {
        let held = [
            "duties": pack.duties.map(\.id), "guardrails": pack.guardrails.map(\.id),
            "questions": pack.questions.map(\.id), "reportItems": pack.reportItems.map(\.id),
            "triggers": pack.triggers.map(\.id), "meetings": pack.sections.meetings.map(\.id),
            "letters": pack.sections.letters.map(\.id), "notices": pack.sections.notices.map(\.id),
            "calendar": pack.sections.calendar.map(\.id), "contacts": pack.sections.contacts.map(\.id),
            "information": pack.sections.information.map(\.id), "checklists": pack.sections.checklists.map(\.id),
        ]
        guard case .mapping(let entries) = node.content else { return }
        for entry in entries {
            guard let ids = held[entry.key], case .list(let items) = entry.value.content else { continue }
            for case .mapping(let keys) in items.map(\.content) {
                guard case .scalar(let id)? = keys.first(where: { $0.key == "id" })?.value.content else { continue }
                #expect(ids.contains(id), "“\(id)” of \(entry.key) was left out")
            }
        }
    }

    /// Asks what the scenario expects, or everything at one of several instants: long before, during, or long after.
    private func look(at run: ScenarioRun, _ number: Int) {
        guard number % 3 != 0 else {
            _ = run.run()
            return
        }
        let instants = number % 100 == 1 ? Self.far : Self.instants
        #expect(run.evaluate(at: instants[(number / 100 + number) % instants.count]).hasSuffix("}\n"))
    }
}

/// Packs made of some items of those that ship, so that each is read quickly and all are tried.
struct PackPieces {
    private struct Pack {
        var head: [String] = []
        var sections: [(key: String, items: [[String]])] = []
    }

    private var packs: [Pack] = []

    init(_ paths: [String]) throws {
        for path in paths {
            var pack = Pack()
            for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
            where !line.trimmingPrefix(while: \.isWhitespace).hasPrefix("#") {
                if line.hasSuffix(":"), !line.hasPrefix(" "), line != "sources:", line != "fallbacks:" {
                    pack.sections.append((line, []))
                } else if pack.sections.isEmpty {
                    pack.head.append(line)
                } else if line.hasPrefix("  - ") || !line.hasPrefix(" ") {
                    pack.sections[pack.sections.count - 1].items.append([line])
                } else if let last = pack.sections[pack.sections.count - 1].items.indices.last {
                    pack.sections[pack.sections.count - 1].items[last].append(line)
                }
            }
            packs.append(pack)
        }
    }

    /// The head of a pack with a few items of two or three of its sections.
    func some(_ random: inout SeededRandom) -> String {
        let pack = packs[Int.random(in: packs.indices, using: &random)]
        var lines = pack.head
        for place in Set((0..<2).map { _ in Int.random(in: pack.sections.indices, using: &random) }).sorted() {
            let section = pack.sections[place]
            let items = section.items.indices.shuffled(using: &random).prefix(4).sorted().flatMap { section.items[$0] }
            lines += [section.key] + items
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
