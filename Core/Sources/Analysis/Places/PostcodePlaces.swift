// SPDX-License-Identifier: MIT

/// Where postcodes lie: metres east and north on the national grid of Great Britain, and in which authority.
///
/// Twelve bytes a postcode in sorted arrays, so that all 1.7 million fit in 20 MB and one is found in a millionth of a second.
/// A sector and a district lie where their postcodes lie on average. A postcode that is not there lies where its sector does.
public struct PostcodePlaces: Sendable {
    /// The parts that it is kept as; what has another shape is refused.
    public struct Columns: Hashable, Sendable {
        /// Packed postcodes, each once, in order.
        public var postcodes: [UInt64] = []
        public var eastings: [Int32] = []
        public var northings: [Int32] = []
        /// For each postcode the place of its authority among ``codes``; the last possible number for none.
        public var authorities: [UInt16] = []
        /// Codes of authorities, such as `E08000025`.
        public var codes: [String] = []

        public init() {}
    }

    /// A postcode as a directory has it.
    public struct Entry: Hashable, Sendable {
        public let postcode: Postcode
        public let position: GridPosition
        public let authority: String?

        public init(_ postcode: Postcode, _ position: GridPosition, authority: String? = nil) {
            (self.postcode, self.position, self.authority) = (postcode, position, authority)
        }
    }

    public let columns: Columns
    private let sectors: [UInt64: GridPosition]
    private let districts: [UInt64: GridPosition]
    private static let none = UInt16.max

    public var count: Int { columns.postcodes.count }

    /// Of entries in any order; of several for one postcode the last counts.
    public init(_ entries: [Entry]) {
        var numbers: [String: UInt16] = [:]
        var columns = Columns()
        let order = entries.indices.sorted {
            (entries[$0].postcode.packed, $0) < (entries[$1].postcode.packed, $1)
        }
        for (place, index) in order.enumerated() {
            let entry = entries[index]
            if place + 1 < order.count, entries[order[place + 1]].postcode == entry.postcode { continue }
            columns.postcodes.append(entry.postcode.packed)
            columns.eastings.append(entry.position.easting)
            columns.northings.append(entry.position.northing)
            columns.authorities.append(Self.number(of: entry.authority, &numbers, &columns.codes))
        }
        self.init(checked: columns)
    }

    /// As it was kept; nil where the parts do not fit together.
    public init?(_ columns: Columns) {
        let count = columns.postcodes.count
        guard columns.eastings.count == count, columns.northings.count == count, columns.authorities.count == count,
            columns.codes.count < Int(Self.none),
            columns.authorities.allSatisfy({ $0 == Self.none || Int($0) < columns.codes.count }),
            zip(columns.postcodes, columns.postcodes.dropFirst()).allSatisfy({ $0 < $1 }),
            columns.eastings.allSatisfy(GridPosition.metres.contains),
            columns.northings.allSatisfy(GridPosition.metres.contains)
        else { return nil }
        self.init(checked: columns)
    }

    private init(checked columns: Columns) {
        self.columns = columns
        sectors = Self.middles(of: columns) { Postcode(packed: $0).sectorNumber }
        districts = Self.middles(of: columns) { Postcode(packed: $0).districtNumber }
    }

    /// Where the postcode lies, or its sector where it is not there itself.
    public func position(of postcode: Postcode) -> GridPosition? {
        index(of: postcode).map { GridPosition(columns.eastings[$0], columns.northings[$0]) }
            ?? sectors[postcode.sectorNumber]
    }

    /// The middle of its sector: what is told of a place that nobody outside need know exactly.
    public func sectorMiddle(of postcode: Postcode) -> GridPosition? { sectors[postcode.sectorNumber] }
    public func districtMiddle(of postcode: Postcode) -> GridPosition? { districts[postcode.districtNumber] }

    /// The code of the authority that it lies in, such as `E08000025`.
    public func authority(of postcode: Postcode) -> String? {
        index(of: postcode).flatMap { index in
            let number = columns.authorities[index]
            return number == Self.none ? nil : columns.codes[Int(number)]
        }
    }

    /// In a straight line, in miles; nil where one of them is nowhere.
    public func miles(from first: Postcode, to second: Postcode) -> Double? {
        guard let from = position(of: first), let to = position(of: second) else { return nil }
        return from.miles(to: to)
    }

    private func index(of postcode: Postcode) -> Int? {
        var (low, high) = (0, columns.postcodes.count)
        while low < high {
            let middle = (low + high) / 2
            if columns.postcodes[middle] < postcode.packed { low = middle + 1 } else { high = middle }
        }
        return low < columns.postcodes.count && columns.postcodes[low] == postcode.packed ? low : nil
    }

    private static func number(
        of authority: String?, _ numbers: inout [String: UInt16], _ codes: inout [String]
    ) -> UInt16 {
        guard let authority, !authority.isEmpty else { return none }
        if let number = numbers[authority] { return number }
        guard codes.count < Int(none) - 1 else { return none }
        let number = UInt16(codes.count)
        codes.append(authority)
        numbers[authority] = number
        return number
    }

    /// The average place of the postcodes that have the same group.
    private static func middles(of columns: Columns, by group: (UInt64) -> UInt64) -> [UInt64: GridPosition] {
        var middles: [UInt64: GridPosition] = [:]
        var start = 0
        while start < columns.postcodes.count {
            let own = group(columns.postcodes[start])
            var end = start
            var (east, north): (Int64, Int64) = (0, 0)
            while end < columns.postcodes.count, group(columns.postcodes[end]) == own {
                east += Int64(columns.eastings[end])
                north += Int64(columns.northings[end])
                end += 1
            }
            let count = Int64(end - start)
            middles[own] = GridPosition(Int32(east / count), Int32(north / count))
            start = end
        }
        return middles
    }
}
