// SPDX-License-Identifier: MIT

/// One record of a CSV file, its quotes taken off, kept as bytes until somebody asks for text.
///
/// The reader fills the same record again and again, so that a file of any size needs one record's memory.
public struct CSVRecord: Sendable {
    /// The line of the file on which the record begins, counted from 1.
    public internal(set) var line = 1
    var bytes: [UInt8] = []
    var ends: [Int] = []
    /// Set by the reader when it has checked the record.
    var isASCII = false
    private var isCapital = false

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
        guard index < ends.count else { return "" }
        let start = index == 0 ? 0 : ends[index - 1]
        return bytes.withUnsafeBufferPointer { bytes in
            String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<ends[index]]), as: UTF8.self)
        }
    }

    /// A field in capitals, as codes are compared. Quick once the record was put in capitals as a whole.
    public func capitals(_ index: Int) -> String {
        isCapital ? text(index) : text(index).uppercased()
    }

    /// Puts the whole record in capitals, which is cheaper than field by field.
    public mutating func capitalise() {
        guard isASCII else { return }
        for index in bytes.indices where bytes[index] &- UInt8(ascii: "a") < 26 {
            bytes[index] &-= 32
        }
        isCapital = true
    }

    mutating func clear(line: Int) {
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        isASCII = false
        isCapital = false
    }
}
