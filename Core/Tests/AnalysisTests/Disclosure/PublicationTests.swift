// SPDX-License-Identifier: MIT

import Foundation
import Testing

@testable import Analysis

@Suite struct `A report that leaves the circle` {
    /// Seeds in parts, so that they run side by side; HOMEWARD_ATTACKS=1000 asks for more.
    private static let perPart = (ProcessInfo.processInfo.environment["HOMEWARD_ATTACKS"].flatMap(Int.init) ?? 300) / 50

    @Test(arguments: 0..<50) func `gives no hidden number away to somebody with all its tables`(part: Int) {
        for seed in (part * Self.perPart)..<((part + 1) * Self.perPart) { attack(UInt64(seed)) }
    }

    @Test func `would give numbers away if only small counts were hidden`() {
        let broken = (0..<40).count { seed in
            let report = RandomReport(seed: UInt64(seed))
            let attacker = Attacker(report, ProtectedPublication(report.publication, hidesMore: false))
            let (ranges, solved) = (attacker.ranges(), attacker.solved())
            return attacker.hidden.contains { ranges[$0.variable].count == 1 || solved.contains($0.variable) }
        }
        #expect(broken >= 25)
    }

    @Test func `shows nothing of a single child, and still shows what is safe`() {
        let sexes: [UInt8] = Array(repeating: 0, count: 40) + Array(repeating: 1, count: 22) + [CodeColumn.unknown]
        let table = EpisodeTable(
            children: (0..<63).map { $0 }, codes: [.sex: sexes, .kind: Array(repeating: 0, count: 63)], numbers: [:],
            names: [:])
        var publication = Publication()
        publication.add(Crosstab(.sex, of: table, rows: table.all))
        let shown = publication.protected().table(0)
        #expect(shown.count(2) == nil)
        #expect(shown.count(1) == nil)
        #expect(shown.count(0) == Count(episodes: 40, children: 40))
        #expect(shown.count(nil) == Count(episodes: 63, children: 63))
        #expect(shown.shareOfEpisodes(1) == nil)
        #expect(shown.shareOfEpisodes(0) == Proportion(40, of: 63))
    }

    private func attack(_ seed: UInt64) {
        let report = RandomReport(seed: seed)
        let shown = report.protected
        let note: Comment = "seed \(seed)"
        let attacker = Attacker(report, shown)
        let isWithheld = shown.isWithheld
        #expect(!isWithheld, note)
        if isWithheld { return }
        #expect(attacker.contradictions == 0, note)
        let truth = values(of: shown, attacker, [:])
        let isTruthPossible = attacker.fits(truth)
        #expect(isTruthPossible, note)
        for (_, variable) in attacker.hidden where attacker.printed[variable] != nil { Issue.record(note) }
        let (ranges, solved) = (attacker.ranges(), attacker.solved())
        let worlds = shown.witnesses.map { values(of: shown, attacker, $0.changes) }
        let arePossible = worlds.allSatisfy(attacker.fits)
        #expect(arePossible, note)
        for (name, variable) in attacker.hidden {
            #expect(ranges[variable].count > 1, "\(note): the range of \(name)")
            #expect(!solved.contains(variable), "\(note): \(name) is solved")
            // Another world in which everything printed is the same, and this number is not.
            let hasOther = worlds.contains { $0[variable] != truth[variable] }
            #expect(hasOther, "\(note): \(name) has no other value")
        }
        for key in shown.knowledge.keys.indices {
            let children = shown.knowledge.values[key].children
            if (1..<report.publication.threshold).contains(children) {
                let variable = attacker.names[name(of: shown.knowledge.keys[key])]
                #expect(variable.map { attacker.printed[$0] == nil } ?? false, note)
            }
        }
    }

    /// The numbers of a world, in the attacker's order: the true ones with what a witness changes.
    private func values(of shown: ProtectedPublication, _ attacker: Attacker, _ changes: [Int: Knowledge.Pair]) -> [Int]
    {
        var values = Array(repeating: 0, count: attacker.printed.count)
        for (cell, key) in shown.knowledge.keys.enumerated() {
            guard let place = attacker.names[name(of: key)] else { continue }
            let pair = shown.knowledge.values[cell] + (changes[cell] ?? .none)
            (values[place], values[place + 1]) = (pair.episodes, pair.children)
        }
        return values
    }

    private func name(of key: CellKey) -> String {
        key.conditions.map { $0.replacing("\u{1F}", with: "=") }.joined(separator: ";")
    }
}
