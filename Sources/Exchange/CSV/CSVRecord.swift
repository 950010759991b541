// SPDX-License-Identifier: MIT

/// One record of a CSV file, its quotes taken off, kept as bytes until somebody asks for text.
///
/// The reader fills the same record again and again, so that a file of any size needs one record's memory.
public struct CSVRecord: Sendable {
    /// The line of the file on which the record begins, counted from 1.
    public internal(set) var line = 1
    var bytes: [UInt8] = []
    var ends: [Int] = []

    public init() {}

    /// How many fields it has.
    public var count: Int { ends.count }

    /// The bytes of a field; none where the record is too short to have it.
    public func field(_ index: Int) -> ArraySlice<UInt8> {
        guard index < ends.count else { return [] }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    public func isBlank(_ index: Int) -> Bool {
        field(index).isEmpty
    }

    /// A field as text. The reader has made sure that it is UTF-8.
    public func text(_ index: Int) -> String {
        String(decoding: field(index), as: UTF8.self)
    }

    /// A field in capitals, as codes are compared.
    public func capitals(_ index: Int) -> String {
        let field = field(index)
        guard field.allSatisfy({ $0 < 0x80 }) else { return String(decoding: field, as: UTF8.self).uppercased() }
        return String(unsafeUninitializedCapacity: field.count) { room in
            for (offset, byte) in field.enumerated() {
                room[offset] = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
            }
            return field.count
        }
    }

    mutating func clear(line: Int) {
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
