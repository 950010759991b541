// SPDX-License-Identifier: MIT

import GRDBSQLite
import Glibc

/// SQLite used bare: the same table or the least possible one, the same bytes and pragmas, one transaction a batch.
final class RawSQLite {
    private var handle: OpaquePointer?
    private var insert: OpaquePointer?
    private var position: Int64 = 0
    private let isLike: Bool

    /// `isLike`: the ledger's own table with its index; otherwise a number and one blob.
    init(_ path: String, isLike: Bool) {
        self.isLike = isLike
        sqlite3_open(path, &handle)
        run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000")
        run("PRAGMA secure_delete = ON")
        if isLike {
            run(
                """
                CREATE TABLE entry(position INTEGER PRIMARY KEY, subject INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
                    format INTEGER NOT NULL, hash BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
                CREATE INDEX entry_by_subject ON entry(subject)
                """
            )
            sqlite3_prepare_v2(handle, "INSERT INTO entry VALUES (?1, ?2, 1800000000, 1, ?3, ?4)", -1, &insert, nil)
        } else {
            run("CREATE TABLE entry(position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)")
            sqlite3_prepare_v2(handle, "INSERT INTO entry VALUES (?1, ?2)", -1, &insert, nil)
        }
    }

    func append(_ payloads: [[UInt8]]) {
        run("BEGIN IMMEDIATE")
        for payload in payloads {
            position += 1
            sqlite3_bind_int64(insert, 1, position)
            payload.withUnsafeBytes { bytes in
                if isLike {
                    sqlite3_bind_int64(insert, 2, position % 1_000)
                    sqlite3_bind_blob(insert, 3, bytes.baseAddress, 32, nil)
                    sqlite3_bind_blob(insert, 4, bytes.baseAddress, Int32(bytes.count), nil)
                } else {
                    sqlite3_bind_blob(insert, 2, bytes.baseAddress, Int32(bytes.count), nil)
                }
                guard sqlite3_step(insert) == SQLITE_DONE else { fatalError("insert failed") }
            }
            sqlite3_reset(insert)
        }
        run("COMMIT")
    }

    func close() {
        sqlite3_finalize(insert)
        sqlite3_close(handle)
    }

    private func run(_ sql: String) {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { fatalError("failed: \(sql)") }
    }
}
