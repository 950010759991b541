// SPDX-License-Identifier: MIT
import GRDB
import Ledger

extension SQLiteLedgerStore {
    public func found(_ founding: Founding, head: SealedHead) throws(LedgerFault) {
        try write { database in
            guard try Self.founding(database) == nil else { throw LedgerFault.alreadyFounded }
            let insert = try RawStatement(database, "INSERT INTO founding VALUES (1, ?2, ?1, ?3)")
            insert.bind(1, founding.foundedAt)
            try insert.run(binding: [founding.identity, founding.seal.bytes], from: 2)
            let first = try RawStatement(database, "INSERT INTO head VALUES (1, ?1, ?2, ?3)")
            first.bind(1, head.head.position.number)
            try first.run(binding: [head.head.hash.bytes, head.seal.bytes], from: 2)
        }
    }

    public func append(_ batch: SealedBatch) throws(LedgerFault) {
        try write { database in
            let head = try Self.head(database)
            guard head.head.position == batch.expected else {
                throw LedgerFault.positionTaken(head: head.head.position)
            }
            let key = try RawStatement(database, "INSERT INTO subject_key VALUES (?1, ?2)")
            for new in batch.newKeys {
                key.bind(1, Int64(bitPattern: new.subject.rawValue))
                try key.run(binding: [new.wrapped], from: 2)
            }
            let insert = try RawStatement(database, "INSERT INTO entry VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            for entry in batch.entries {
                insert.bind(1, entry.header.position.number)
                insert.bind(2, Int64(bitPattern: entry.header.subject.rawValue))
                insert.bind(3, entry.header.recordedAt)
                insert.bind(4, Int64(entry.header.format))
                try insert.insert(hash: entry.hash, sealed: entry.sealed)
            }
            try Self.put(batch.head, database)
        }
    }

    static func put(_ head: SealedHead, _ database: Database) throws {
        let update = try RawStatement(database, "UPDATE head SET position = ?1, hash = ?2, seal = ?3")
        update.bind(1, head.head.position.number)
        try update.run(binding: [head.head.hash.bytes, head.seal.bytes], from: 2)
    }

    /// One transaction, synced when it returns; all or nothing.
    func write(_ body: (Database) throws -> Void) throws(LedgerFault) {
        try faulting {
            try pool.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    try body(database)
                    return .commit
                }
            }
        }
    }
}
