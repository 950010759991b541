// SPDX-License-Identifier: MIT

import Foundation
import GRDB
import Partnership
import WorkingTime

extension SQLiteOutboxStore: ReceivedMessages {
    public func digest(of message: String, from sender: String) throws -> Data? {
        try pool.read { database in
            try Data.fetchOne(
                database, sql: "SELECT digest FROM received WHERE sender = ? AND message = ?",
                arguments: [sender, message])
        }
    }

    public func note(_ message: String, from sender: String, digest: Data, at instant: Instant) throws {
        try pool.write { database in
            try database.execute(
                sql: "INSERT OR IGNORE INTO received (sender, message, digest, at) VALUES (?, ?, ?, ?)",
                arguments: [sender, message, digest, instant.secondsSince1970])
        }
    }
}
