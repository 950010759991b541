// SPDX-License-Identifier: MIT
import GRDB
import Glibc
import Ledger

extension SQLiteLedgerStore {
    /// Copies the ledger to a new file while it is in use: one consistent moment, in one file with mode 0600, sealed
    /// as the ledger is. The file bears its name only when it is whole and on disk.
    public func backup(to path: String) throws(LedgerFault) {
        try Self.copy(from: pool, to: path)
    }

    /// Puts a backup back as the ledger in `directory`. Refuses with `.alreadyThere` when one is there.
    public static func restore(_ backup: String, in directory: String) throws(LedgerFault) {
        let source = try openForReading(backup)
        try OwnerOnlyFile.makeDirectory(directory)
        let lock = try WriterLock("\(directory)/ledger.lock")
        let outcome = Result { () throws(LedgerFault) in
            try copy(from: source.pool, to: "\(directory)/\(fileName)")
        }
        lock.release()
        try source.close()
        try outcome.get()
    }

    private static func copy(from pool: DatabasePool, to path: String) throws(LedgerFault) {
        guard access(path, F_OK) != 0 else { throw .alreadyThere(path) }
        let partial = path + ".partial"
        unlink(partial)
        try OwnerOnlyFile.create(partial)
        do throws(LedgerFault) {
            try faulting {
                let target = try DatabaseQueue(path: partial)
                try pool.backup(to: target)
                // One file and no write-ahead log beside it.
                try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
                try target.close()
            }
            try OwnerOnlyFile.sync(partial)
            guard link(partial, path) == 0 else { throw OwnerOnlyFile.fault(errno, path) }
        } catch {
            unlink(partial)
            throw error
        }
        unlink(partial)
        try OwnerOnlyFile.syncDirectory(of: path)
    }
}
