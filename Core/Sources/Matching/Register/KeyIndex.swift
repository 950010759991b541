// SPDX-License-Identifier: MIT

/// Rows by key, sorted once and never changed: eight bytes for each key of each child.
///
/// A key is 32 bits of a hash. Two keys may rarely share them; that adds a row to be compared and nothing else.
struct KeyIndex: Sendable {
    /// Leading bits of a key that the directory knows: so many that about eight entries share them.
    private let directoryBits: Int
    /// The key in the upper half, the row in the lower.
    private let entries: [UInt64]
    /// Where the keys with these leading bits begin.
    private let directory: [UInt32]

    init(_ unsorted: consuming [UInt64]) {
        entries = KeyIndex.sorted(unsorted)
        let directoryBits = min(24, max(4, Int.bitWidth - 4 - entries.count.leadingZeroBitCount))
        self.directoryBits = directoryBits
        var starts = [UInt32](repeating: 0, count: (1 << directoryBits) + 1)
        for entry in entries { starts[Int(entry >> UInt64(64 - directoryBits)) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        directory = starts
    }

    var count: Int { entries.count }

    /// The places of the entries with this key.
    func range(of key: UInt32) -> Range<Int> {
        let bucket = Int(key >> UInt32(32 - directoryBits))
        var low = Int(directory[bucket])
        var high = Int(directory[bucket + 1])
        let end = high
        while low < high {
            let middle = (low + high) / 2
            if UInt32(truncatingIfNeeded: entries[middle] >> 32) < key { low = middle + 1 } else { high = middle }
        }
        var last = low
        if last < end, UInt32(truncatingIfNeeded: entries[last] >> 32) == key {
            var step = 1
            while last + step < end, UInt32(truncatingIfNeeded: entries[last + step] >> 32) == key { step *= 2 }
            high = min(last + step, end)
            while last < high {
                let middle = (last + high) / 2
                if UInt32(truncatingIfNeeded: entries[middle] >> 32) <= key { last = middle + 1 } else { high = middle }
            }
        }
        return low..<last
    }

    @inline(__always)
    func row(at place: Int) -> Int { Int(truncatingIfNeeded: entries[place] & 0xFFFF_FFFF) }

    @inline(__always)
    func key(at place: Int) -> UInt32 { UInt32(truncatingIfNeeded: entries[place] >> 32) }

    /// By the upper half, keeping the order of rows within a key: three passes of eleven bits.
    private static func sorted(_ unsorted: consuming [UInt64]) -> [UInt64] {
        var from = unsorted
        var to = [UInt64](repeating: 0, count: from.count)
        for shift: UInt64 in [32, 43, 54] {
            var places = [Int](repeating: 0, count: 2_049)
            for entry in from { places[Int(truncatingIfNeeded: (entry >> shift) & 2_047) + 1] += 1 }
            for index in 1..<places.count { places[index] += places[index - 1] }
            for entry in from {
                let digit = Int(truncatingIfNeeded: (entry >> shift) & 2_047)
                to[places[digit]] = entry
                places[digit] += 1
            }
            swap(&from, &to)
        }
        return from
    }
}
