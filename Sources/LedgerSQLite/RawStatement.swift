// SPDX-License-Identifier: MIT
import GRDB
import GRDBSQLite
import Ledger

/// A prepared statement used through SQLite's own calls: GRDB's rows cost more than the seal they carry.
struct RawStatement {
    let handle: OpaquePointer

    /// Prepares `sql` once per connection.
    init(_ database: Database, _ sql: String) throws {
        handle = try database.cachedStatement(sql: sql).sqliteStatement
        sqlite3_reset(handle)
    }

    func bind(_ index: Int32, _ number: Int64) {
        sqlite3_bind_int64(handle, index, number)
    }

    /// Runs the insertion of an entry whose first four values are bound.
    func insert(hash: Hash, sealed: [UInt8]) throws {
        try hash.withUnsafeBytes { hash in
            try sealed.withUnsafeBytes { sealed in
                sqlite3_bind_blob(handle, 5, hash.baseAddress, Int32(hash.count), nil)
                sqlite3_bind_blob(handle, 6, sealed.baseAddress, Int32(sealed.count), nil)
                _ = try step()
                sqlite3_reset(handle)
            }
        }
    }

    /// Runs a statement that answers with no rows. `blobs` are bound from index `first` on, uncopied.
    func run(binding blobs: [[UInt8]], from first: Int32) throws {
        try run(blobs[...], first)
    }

    /// True when there is a row, false at the end; throws the fault otherwise.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let message = sqlite3_db_handle(handle).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
            sqlite3_reset(handle)
            throw LedgerFault(resultCode: code, message: message)
        }
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func isInteger(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_INTEGER }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// The blob's bytes in SQLite's own memory, valid until the next step; nothing if it is no blob.
    func blob(_ column: Int32) -> UnsafeRawBufferPointer? {
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB else { return nil }
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func text(_ column: Int32) -> String? {
        sqlite3_column_text(handle, column).map { String(cString: $0) }
    }

    private func run(_ blobs: ArraySlice<[UInt8]>, _ index: Int32) throws {
        guard let blob = blobs.first else {
            while try step() {}
            reset()
            return
        }
        try blob.withUnsafeBytes { bytes in
            sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(bytes.count), nil)
            try run(blobs.dropFirst(), index + 1)
        }
    }
}
