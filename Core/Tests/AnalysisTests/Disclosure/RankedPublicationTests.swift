// SPDX-License-Identifier: MIT

import Testing

@testable import Analysis

@Suite struct `A publication by rank` {
    @Test(arguments: 0..<40) func `hides nothing for the sake of a table that matters less`(seed: UInt64) {
        let table = RandomReport(seed: seed).table
        var (ranked, shown): (RankedPublication, [Int: ProtectedTable]) = (RankedPublication(), [:])
        var lot = Lot(seed: seed)
        let dimensions: [Dimension] = [.kind, .sex, .ethnicity, .care, .interview, .lengthHours, .age, .overnight]
        for _ in 0..<8 {
            let (down, across) = (lot.one(of: dimensions), lot.one(of: dimensions))
            var variants: [RankedPublication.Variant] = [{ $0.add(Crosstab(down, of: table, rows: table.all)) }]
            if down.id != across.id {
                variants.insert({ $0.add(Crosstab(down, by: across, of: table, rows: table.all)) }, at: 0)
            }
            if let taken = ranked.offer(variants) { shown[taken.table] = ranked.protected.table(taken.table) }
            for (number, before) in shown {
                for (one, other) in zip(before.cells.joined(), ranked.protected.table(number).cells.joined()) {
                    #expect(one == other)
                }
            }
        }
    }

    @Test func `gives a table broader where the finer one would hide a number that matters more`() {
        // Forty are missing, of whom one alone is from home: by kind and care the one would take a headline along.
        var kinds: [UInt8] = Array(repeating: 0, count: 40)
        var cares: [UInt8] = Array(repeating: 0, count: 39) + [1]
        kinds += Array(repeating: 2, count: 30)
        cares += Array(repeating: 0, count: 15) + Array(repeating: 1, count: 15)
        let table = EpisodeTable(
            children: (0..<70).map { $0 }, codes: [.kind: kinds, .care: cares], numbers: [:], names: [:])
        let (kind, care) = (
            Crosstab(.kind, of: table, rows: table.all), Crosstab(.care, of: table, rows: table.all)
        )
        let both = Crosstab(.kind, by: .care, of: table, rows: table.all)
        var ranked = RankedPublication()
        #expect(ranked.offer([{ $0.add(kind) }])?.variant == 0)
        #expect(ranked.offer([{ $0.add(care) }])?.variant == 0)
        #expect(ranked.offer([{ $0.add(both) }]) == nil)
        #expect(ranked.protected.table(0).count(0) == Count(episodes: 40, children: 40))
        #expect(ranked.protected.table(1).count(1) == Count(episodes: 16, children: 16))
    }
}
