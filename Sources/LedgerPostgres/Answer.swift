// SPDX-License-Identifier: MIT
import CLibPQ

/// Rows that a statement gave, in binary form.
final class Answer {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) {
        self.result = result
    }

    deinit {
        PQclear(result)
    }

    var count: Int { Int(PQntuples(result)) }

    func isNull(_ row: Int, _ column: Int) -> Bool { PQgetisnull(result, Int32(row), Int32(column)) == 1 }

    /// A whole number of two, four or eight bytes; nothing for a null and for anything else.
    func integer(_ row: Int, _ column: Int) -> Int64? {
        guard !isNull(row, column) else { return nil }
        return raw(row, column) { bytes in
            switch bytes.count {
            case 2: Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
            case 4: Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
            case 8: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
            default: nil
            }
        }
    }

    func flag(_ row: Int, _ column: Int) -> Bool? {
        isNull(row, column) ? nil : raw(row, column) { $0.first.map { $0 != 0 } }
    }

    func text(_ row: Int, _ column: Int) -> String? {
        isNull(row, column) ? nil : raw(row, column) { String(decoding: $0, as: UTF8.self) }
    }

    func bytes(_ row: Int, _ column: Int) -> [UInt8]? {
        isNull(row, column) ? nil : raw(row, column) { Array($0) }
    }

    /// The bytes where the library keeps them, for as long as `body` runs.
    func raw<T>(_ row: Int, _ column: Int, _ body: (UnsafeRawBufferPointer) -> T) -> T {
        let length = Int(PQgetlength(result, Int32(row), Int32(column)))
        let start = PQgetvalue(result, Int32(row), Int32(column))
        return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length))
    }
}
