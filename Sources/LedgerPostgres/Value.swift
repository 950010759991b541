// SPDX-License-Identifier: MIT

/// What is sent along with a statement, in PostgreSQL's binary form: nothing of it is ever part of the statement's text.
enum Value: Sendable {
    case nothing
    case integer(Int64)
    case bytes([UInt8])
    case text(String)
    case flag(Bool)
    case integers([Int64])
    case manyBytes([[UInt8]])

    /// The type's number in the server's catalogue.
    var type: UInt32 {
        switch self {
        case .nothing: 0
        case .flag: 16
        case .bytes: 17
        case .integer: Self.integerType
        case .text: 25
        case .manyBytes: 1001
        case .integers: 1016
        }
    }

    private static let integerType: UInt32 = 20
    private static let bytesType: UInt32 = 17

    /// Nothing for a null.
    var encoded: [UInt8]? {
        switch self {
        case .nothing: nil
        case .flag(let isSo): [isSo ? 1 : 0]
        case .bytes(let bytes): bytes
        case .integer(let number): Self.bigEndian(number)
        case .text(let text): Array(text.utf8)
        case .integers(let numbers): Self.array(numbers, of: Self.integerType) { Self.bigEndian($0) }
        case .manyBytes(let many): Self.array(many, of: Self.bytesType) { $0 }
        }
    }

    private static func array<Element>(
        _ elements: [Element], of type: UInt32, _ encode: (Element) -> [UInt8]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        // One dimension, none of it null; an empty array has no dimension.
        bytes += bigEndian(Int32(elements.isEmpty ? 0 : 1)) + bigEndian(Int32(0)) + bigEndian(type)
        guard !elements.isEmpty else { return bytes }
        bytes += bigEndian(Int32(elements.count)) + bigEndian(Int32(1))
        for element in elements {
            let encoded = encode(element)
            bytes += bigEndian(Int32(encoded.count))
            bytes += encoded
        }
        return bytes
    }

    private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
