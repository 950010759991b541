// SPDX-License-Identifier: MIT

import Analysis
import Foundation

/// Where postcodes lie, as it is kept beside the record: a mark, the number of postcodes, then the columns one after the other,
/// little end first, and a check sum.
public enum PostcodeFile {
    /// Beside the ledger.
    public static let name = "postcodes.places"

    private static let mark = Array("homeward postcodes 1\n".utf8)

    public static func bytes(of places: PostcodePlaces) -> [UInt8] {
        let columns = places.columns
        var bytes = mark
        append(UInt64(columns.postcodes.count), to: &bytes)
        for postcode in columns.postcodes { append(postcode, to: &bytes) }
        for easting in columns.eastings { append(easting, to: &bytes) }
        for northing in columns.northings { append(northing, to: &bytes) }
        for authority in columns.authorities { append(authority, to: &bytes) }
        bytes += columns.codes.joined(separator: "\n").utf8
        append(sum(of: bytes[...]), to: &bytes)
        return bytes
    }

    /// Nil where the bytes are no such file, or are damaged.
    public static func places(from bytes: [UInt8]) -> PostcodePlaces? {
        let head = mark.count + 8
        guard bytes.count >= head + 8, bytes.starts(with: mark) else { return nil }
        let body = bytes[..<(bytes.count - 8)]
        guard number(UInt64.self, in: bytes, at: bytes.count - 8) == sum(of: body) else { return nil }
        let count = Int(clamping: number(UInt64.self, in: bytes, at: mark.count))
        guard count <= body.count / 18, head + count * 18 <= body.count else { return nil }
        var columns = PostcodePlaces.Columns()
        var place = head
        func column<Number: FixedWidthInteger>(_ type: Number.Type) -> [Number] {
            let width = MemoryLayout<Number>.size
            let numbers = (0..<count).map { number(type, in: bytes, at: place + $0 * width) }
            place += count * width
            return numbers
        }
        columns.postcodes = column(UInt64.self)
        columns.eastings = column(Int32.self)
        columns.northings = column(Int32.self)
        columns.authorities = column(UInt16.self)
        guard let codes = String(validating: body[place...], as: UTF8.self) else { return nil }
        columns.codes =
            codes.isEmpty ? [] : codes.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return PostcodePlaces(columns)
    }

    /// The file in the folder of a record; nil where there is none, or it cannot be used.
    public static func read(in folder: String) -> PostcodePlaces? {
        FileManager.default.contents(atPath: "\(folder)/\(name)").flatMap { places(from: Array($0)) }
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }

    private static func number<Number: FixedWidthInteger>(_ type: Number.Type, in bytes: [UInt8], at place: Int)
        -> Number
    {
        var number: Number = 0
        for offset in (0..<MemoryLayout<Number>.size).reversed() {
            number = number << 8 | Number(bytes[place + offset])
        }
        return number
    }

    /// FNV-1a: against a disk's slips, not against anybody's intent.
    private static func sum(of bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
