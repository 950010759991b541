// SPDX-License-Identifier: MIT
import GRDB
import Ledger

/// The ledger in one SQLite file: write-ahead log, synchronous FULL, one writing connection, several reading ones.
public final class SQLiteLedgerStore: LedgerStore {
    /// The database's name in the data directory.
    public static let fileName = "ledger.sqlite"

    let pool: DatabasePool
    let path: String
    private let lock: WriterLock?

    /// Makes an empty ledger database in `directory`, which is made with mode 0700 if it is not there.
    ///
    /// Refuses with `.alreadyThere`, `.inUse`, `.permissionsTooOpen` when others may write to the directory.
    public static func create(in directory: String) throws(LedgerFault) -> SQLiteLedgerStore {
        try OwnerOnlyFile.makeDirectory(directory)
        let path = "\(directory)/\(fileName)"
        let lock = try WriterLock("\(directory)/ledger.lock")
        try OwnerOnlyFile.create(path)
        let store = try SQLiteLedgerStore(path: path, lock: lock)
        try faulting {
            try store.pool.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    for statement in Definitions.statements { try database.execute(sql: statement) }
                    try database.execute(sql: "PRAGMA application_id = \(Definitions.applicationID)")
                    try database.execute(sql: "PRAGMA user_version = \(Definitions.version)")
                    return .commit
                }
            }
        }
        try OwnerOnlyFile.syncDirectory(of: path)
        return store
    }

    /// Opens the ledger database in `directory` for writing.
    ///
    /// Refuses with `.notFound`, `.inUse`, `.permissionsTooOpen`, `.notALedger`, `.unknownVersion`.
    public static func open(in directory: String) throws(LedgerFault) -> SQLiteLedgerStore {
        let path = "\(directory)/\(fileName)"
        try OwnerOnlyFile.check(directory, forbidding: 0o022)
        try OwnerOnlyFile.check(path)
        let store = try SQLiteLedgerStore(path: path, lock: WriterLock("\(directory)/ledger.lock"))
        try store.checkMarks()
        return store
    }

    /// Opens a ledger database or a backup for reading only, also while another process writes to it.
    public static func openForReading(_ path: String) throws(LedgerFault) -> SQLiteLedgerStore {
        try OwnerOnlyFile.check(path)
        let store = try SQLiteLedgerStore(path: path, lock: nil)
        try store.checkMarks()
        return store
    }

    private init(path: String, lock: WriterLock?) throws(LedgerFault) {
        self.path = path
        self.lock = lock
        let isReading = lock == nil
        pool = try faulting { try DatabasePool(path: path, configuration: Self.configuration(isReading: isReading)) }
    }

    /// Lets go of the file; the store is of no use afterwards.
    public func close() throws(LedgerFault) {
        try faulting { try pool.close() }
        lock?.release()
    }

    static func configuration(isReading: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReading
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA secure_delete = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA wal_autocheckpoint = 4000;
                    """
            )
        }
        return configuration
    }

    private func checkMarks() throws(LedgerFault) {
        let (mark, version) = try faulting {
            try pool.read { database in
                (
                    try Int32.fetchOne(database, sql: "PRAGMA application_id"),
                    try Int32.fetchOne(database, sql: "PRAGMA user_version")
                )
            }
        }
        guard mark == Definitions.applicationID else { throw .notALedger(path) }
        guard version == Definitions.version else { throw .unknownVersion(Int(version ?? 0)) }
    }
}
