// SPDX-License-Identifier: MIT
import GRDB
import Ledger

extension SQLiteLedgerStore {
    /// Puts these wrapped keys in place of the ones there, and leaves no copy of what stood there in any file.
    ///
    /// Throws `.locked` where a reader that does not end keeps the write-ahead log from being emptied: the keys are
    /// replaced then, and doing the same again clears away what is left of the old ones.
    public func replaceKeys(
        _ keys: [WrappedKey],
        founding: Founding?,
        head: SealedHead?
    ) throws(LedgerFault) {
        // Of many, the search would take longer than the work; they are cleared away in the same manner.
        let sought = keys.count == 1 ? try key(of: keys[0].subject) : nil
        try write { database in
            try Self.writeAnew(keys, database)
            if let founding {
                let seal = try RawStatement(database, "UPDATE founding SET seal = ?1")
                try seal.run(binding: [founding.seal.bytes], from: 1)
            }
            if let head { try Self.put(head, database) }
        }
        try emptyWriteAheadLog()
        guard let sought, sought != keys[0], try isInFiles(sought.wrapped) else { return }
        try faulting { try pool.vacuum() }
        try emptyWriteAheadLog()
        if try isInFiles(sought.wrapped) { throw .damaged("the replaced key of \(sought.subject) is still there") }
    }

    /// Writes the whole table of keys anew. Changing a row alone may leave a copy of what it held in the unused space
    /// of a page that was split before; pages that are given up are overwritten (`secure_delete`).
    private static func writeAnew(_ keys: [WrappedKey], _ database: Database) throws {
        var all = Dictionary(try Self.keys(database).map { ($0.subject, $0.wrapped) }) { $1 }
        for key in keys {
            guard all.updateValue(key.wrapped, forKey: key.subject) != nil else {
                throw LedgerFault.notFound("key of \(key.subject)")
            }
        }
        try database.execute(sql: "DROP TRIGGER subject_key_refuses_delete")
        try database.execute(sql: "DELETE FROM subject_key")
        try database.execute(sql: Definitions.keysAreNotRemoved)
        let insert = try RawStatement(database, "INSERT INTO subject_key VALUES (?1, ?2)")
        for (subject, wrapped) in all.sorted(by: { signed($0.key) < signed($1.key) }) {
            insert.bind(1, signed(subject))
            try insert.run(binding: [wrapped], from: 2)
        }
    }

    private static func signed(_ subject: SubjectID) -> Int64 { Int64(bitPattern: subject.rawValue) }

    /// Brings everything into the database file and cuts the write-ahead log to nothing; each try waits five seconds
    /// for readers. Throws `.locked` where one does not end.
    func emptyWriteAheadLog(tries: Int = 6) throws(LedgerFault) {
        for remaining in (0..<tries).reversed() {
            do throws(LedgerFault) {
                try faulting {
                    try pool.writeWithoutTransaction { database in
                        try checkIsOpen()
                        _ = try database.checkpoint(.truncate)
                    }
                }
                return
            } catch {
                guard error == .locked, 0 < remaining else { throw error }
            }
        }
    }

    /// Whether the bytes stand anywhere in the database file or in its write-ahead log.
    private func isInFiles(_ bytes: [UInt8]) throws(LedgerFault) -> Bool {
        if try FileBytes.contain(bytes, in: path) { return true }
        do throws(LedgerFault) {
            return try FileBytes.contain(bytes, in: path + "-wal")
        } catch {
            guard case .notFound = error else { throw error }
            return false
        }
    }
}
