// SPDX-License-Identifier: MIT

/// Counts rows and distinct children place by place, over rows that are grouped by child.
struct Tally: Sendable {
    /// Rows in the lower half, children in the upper: one number to change for each row.
    private var counts: [UInt64]
    /// The child counted last at each place.
    private var last: [Int32]

    init(places: Int) {
        counts = Array(repeating: 0, count: places)
        last = Array(repeating: Int32.min, count: places)
    }

    func count(at place: Int) -> Count {
        Count(episodes: Int(counts[place] & 0xffff_ffff), children: Int(counts[place] >> 32))
    }

    /// Adds what was counted of other children.
    mutating func add(_ other: Tally) {
        for place in counts.indices { counts[place] += other.counts[place] }
    }

    /// Adds rows, each at its place. Rows of one child follow each other, also from one call to the next.
    mutating func add<Place: BinaryInteger>(_ places: [Place], _ rows: EpisodeRows, _ children: [Int32]) {
        rows.withOwners(children) { owners in add(places, owners) }
    }

    mutating func add<Place: BinaryInteger>(_ places: [Place], _ owners: [Int32]) {
        owners.withUnsafeBufferPointer { add(places, $0) }
    }

    /// One pass without branches: a child counts at a place when the last one counted there was another.
    @inline(__always)
    private mutating func add<Place: BinaryInteger>(_ places: [Place], _ owners: UnsafeBufferPointer<Int32>) {
        let size = counts.count
        precondition(places.count == owners.count, "each row has a place")
        counts.withUnsafeMutableBufferPointer { counts in
            last.withUnsafeMutableBufferPointer { last in
                places.withUnsafeBufferPointer { places in
                    for row in 0..<places.count {
                        let (place, owner) = (Int(truncatingIfNeeded: places[row]), owners[row])
                        precondition(UInt(bitPattern: place) < UInt(bitPattern: size), "a place of the tally")
                        counts[place] &+= last[place] == owner ? 1 : 0x1_0000_0001
                        last[place] = owner
                    }
                }
            }
        }
    }

    /// Adds all rows at one place.
    mutating func addAll(_ rows: EpisodeRows, _ children: [Int32], at place: Int) {
        rows.withOwners(children) { owners in
            var (before, distinct) = (last[place], UInt64(0))
            for owner in owners {
                distinct &+= owner == before ? 0 : 1
                before = owner
            }
            counts[place] += UInt64(owners.count) | distinct << 32
            last[place] = before
        }
    }
}

extension UInt32 {
    /// The cell of each row in a table of so many columns.
    static func cells(_ rows: [UInt16], _ columns: [UInt16], width: UInt32) -> [UInt32] {
        [UInt32](unsafeUninitializedCapacity: rows.count) { buffer, count in
            for place in 0..<rows.count {
                buffer.initializeElement(at: place, to: UInt32(rows[place]) &* width &+ UInt32(columns[place]))
            }
            count = rows.count
        }
    }
}
