// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Analysis

@Suite struct `The table of episodes` {
    @Test(arguments: 0..<16) func `kept current equals the table made anew, over a random history`(seed: UInt64) {
        var record = RandomRecord(seed: seed, children: 3 + Int(seed % 7))
        let reader = EpisodeReader(point: { code in
            code == "B31 2AB" ? .init(eastingMetres: 400_000, northingMetres: 278_000) : nil
        })
        var book = EpisodeBook(of: record.state, at: record.now, reader: reader)
        for step in 0..<160 {
            record.step()
            book.take(record.changed, in: record.state, at: record.now)
            guard step % 11 == 0 || step == 159 else { continue }
            check(book.table, reader.table(of: record.state, at: record.now), "seed \(seed), step \(step)")
        }
        #expect(book.table.count > 0)
    }

    @Test func `keeps the rows of a child together and in order of date`() {
        var record = RandomRecord(seed: 7, children: 6)
        for _ in 0..<300 { record.step() }
        let table = EpisodeReader().table(of: record.state, at: record.now)
        let began = table[.began]
        for row in 1..<table.count {
            #expect(table.children[row - 1] <= table.children[row])
            if table.children[row - 1] == table.children[row] { #expect(began[row - 1] <= began[row]) }
        }
        for child in Set(table.children) {
            #expect(table.rows(of: child).allSatisfy { table.children[$0] == child })
        }
    }

    @Test func `has room for more words than bits`() {
        var list = WordList()
        let words = (0..<80).map { "word \($0)" }
        let bits = words.map { list.bits(of: [$0]) }
        #expect(bits.prefix(63).map(\.trailingZeroBitCount) == Array(0..<63))
        #expect(bits.dropFirst(63).allSatisfy { $0 == 1 << 63 })
        #expect(list.words.last == WordList.rest)
    }

    private func check(_ kept: EpisodeTable, _ anew: EpisodeTable, _ note: Comment) {
        let pairs = [(kept, anew)].map { ((0..<$0.count).map($0.written), (0..<$1.count).map($1.written)) }
        #expect(pairs.allSatisfy { $0 == $1 }, note)
        #expect(kept.writtenMany == anew.writtenMany, note)
    }
}
