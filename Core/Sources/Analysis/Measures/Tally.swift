// SPDX-License-Identifier: MIT

/// Counts rows and distinct children place by place, over rows that are grouped by child.
struct Tally: Sendable {
    /// Rows in the lower half, children in the upper: one number to change for each row. Four for each place, taken in turn,
    /// so that no row waits for the one before it where both are at the same place.
    private var counts: [UInt64]
    /// The child counted last at each place.
    private var last: [Int32]

    init(places: Int) {
        counts = Array(repeating: 0, count: places * 4)
        last = Array(repeating: Int32.min, count: places)
    }

    func count(at place: Int) -> Count {
        let sum = counts[(place * 4)..<(place * 4 + 4)].reduce(0, +)
        return Count(episodes: Int(sum & 0xffff_ffff), children: Int(sum >> 32))
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
        let size = last.count
        precondition(places.count == owners.count, "each row has a place")
        counts.withUnsafeMutableBufferPointer { counts in
            last.withUnsafeMutableBufferPointer { last in
                places.withUnsafeBufferPointer { places in
                    for row in 0..<places.count {
                        let (place, owner) = (Int(truncatingIfNeeded: places[row]), owners[row])
                        precondition(UInt(bitPattern: place) < UInt(bitPattern: size), "a place of the tally")
                        counts[place &* 4 &+ (row & 3)] &+= 1 &+ Tally.upperOne(last[place], owner)
                        last[place] = owner
                    }
                }
            }
        }
    }

    /// A one in the upper half where two children differ, and nothing where they are the same: reckoned, since a branch
    /// that goes either way every other row takes longer than all the rest.
    @inline(__always)
    private static func upperOne(_ child: Int32, _ other: Int32) -> UInt64 {
        (UInt64(UInt32(bitPattern: child ^ other)) &+ 0xffff_ffff) & 0x1_0000_0000
    }

    /// Adds all rows at one place.
    mutating func addAll(_ rows: EpisodeRows, _ children: [Int32], at place: Int) {
        rows.withOwners(children) { owners in
            guard let first = owners.first, let final = owners.last else { return }
            // Each row beside the one before it: nothing is carried from row to row.
            var distinct = Tally.upperOne(first, last[place])
            for row in 1..<owners.count { distinct &+= Tally.upperOne(owners[row], owners[row &- 1]) }
            counts[place * 4] += UInt64(owners.count) &+ distinct
            last[place] = final
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
