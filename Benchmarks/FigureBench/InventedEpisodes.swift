// SPDX-License-Identifier: MIT

import Analysis
import Foundation

/// Episodes out of a seed, as columns for the table and as bytes for the peers.
struct InventedEpisodes {
    private var children: [Int32] = []
    private var codes: [CodeColumn: [UInt8]] = [:]
    private var numbers: [NumberColumn: [Int32]] = [:]

    init(count: Int) {
        var random = SplitMix(state: 42)
        var (kind, age, sex, ethnicity): ([UInt8], [UInt8], [UInt8], [UInt8]) = ([], [], [], [])
        var (area, interview, overnight): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
        var (began, minute, length, miles): ([Int32], [Int32], [Int32], [Int32]) = ([], [], [], [])
        var child: Int32 = 0
        while children.count < count {
            let own = (random.code(2, unknown: 2), random.code(5, unknown: 6), UInt8(8 + random.upTo(10)))
            var left = 1
            while left < 60, random.upTo(100) < 62 { left += 1 }
            for _ in 0..<min(left, count - children.count) {
                children.append(child)
                sex.append(own.0)
                ethnicity.append(own.1)
                age.append(own.2)
                kind.append(UInt8([0, 0, 0, 0, 1, 2][random.upTo(6)]))
                area.append(random.code(2, unknown: 30))
                interview.append(random.code(6, unknown: 20))
                overnight.append(random.code(2, unknown: 8))
                began.append(Int32(19_083 + random.upTo(365)))
                minute.append(random.upTo(100) < 5 ? NumberColumn.unknown : Int32(random.upTo(1_440)))
                let hours = [4, 10, 20, 40, 100, 400][random.upTo(6)]
                length.append(random.upTo(100) < 4 ? NumberColumn.unknown : Int32(1 + random.upTo(hours * 60)))
                miles.append(
                    random.upTo(100) < 25 ? NumberColumn.unknown : Int32(random.upTo(random.upTo(10) == 0 ? 1_500 : 90))
                )
            }
            child += 1
        }
        codes = [
            .kind: kind, .age: age, .sex: sex, .ethnicity: ethnicity, .area: area, .interview: interview,
            .overnight: overnight,
        ]
        numbers = [
            .began: began, .beganAtMinute: minute, .lengthMinutes: length, .milesTenthsFromPlacement: miles,
        ]
    }

    var table: EpisodeTable { EpisodeTable(children: children, codes: codes, numbers: numbers, names: [:]) }

    /// Raw columns: bytes where 255 is not known, and four-byte numbers where the least is.
    var columns: [(name: String, bytes: Data)] {
        [("child.i32", bytes(of: children))]
            + codes.map { ("\($0.key).u8", Data($0.value)) } + numbers.map { ("\($0.key).i32", bytes(of: $0.value)) }
    }

    private func bytes(of column: [Int32]) -> Data { column.withUnsafeBytes { Data($0) } }
}

/// Chance out of a seed.
struct SplitMix {
    var state: UInt64

    mutating func upTo(_ count: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
    }

    /// One of so many codes, and not known in so many of a hundred.
    mutating func code(_ count: Int, unknown percent: Int) -> UInt8 {
        upTo(100) < percent ? CodeColumn.unknown : UInt8(upTo(count))
    }
}
