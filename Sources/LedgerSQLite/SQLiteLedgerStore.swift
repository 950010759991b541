// SPDX-License-Identifier: MIT
import GRDB
import GRDBSQLite
import Ledger
import Synchronization

/// The ledger in one SQLite file: write-ahead log, synchronous FULL, one writing connection, several reading ones.
public final class SQLiteLedgerStore: LedgerStore {
    /// The database's name in the data directory.
    public static let fileName = "ledger.sqlite"

    let pool: DatabasePool
    let path: String
    private let lock: WriterLock?
    private let isClosed = Mutex(false)
    /// Present once a ledger has been opened over this store.
    let sealer = Mutex<FileSealer?>(nil)

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
        let lock = try WriterLock("\(directory)/ledger.lock")
        // A file that is no ledger keeps its seal, which shows what happened to it.
        try openForReading(path).close()
        // From here on the file changes, with the opening itself; it is sealed again when it is closed.
        try OwnerOnlyFile.remove(FileSeal.path(of: path))
        let store = try SQLiteLedgerStore(path: path, lock: lock)
        // What a killed process left in the write-ahead log comes into the file now, unless somebody reads just then.
        do throws(LedgerFault) { try store.emptyWriteAheadLog(tries: 1) } catch {
            guard error == .locked else { throw error }
        }
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

    /// Brings everything into the file, seals it where it was open for writing, and lets go of it; the store is of no
    /// use afterwards. Without a seal, because somebody reads just then or the disk is full, it is whole all the same,
    /// and `verify` says that it could not be compared.
    public func close() throws(LedgerFault) {
        defer { lock?.release() }
        let sealed = lock == nil || isClosed.withLock { $0 } ? nil : sealer.withLock { $0 }
        let last = sealed == nil ? nil : try? readyToSeal()
        isClosed.withLock { $0 = true }
        do throws(LedgerFault) {
            try faulting { try pool.close() }
        } catch {
            isClosed.withLock { $0 = false }
            throw error
        }
        guard let sealed, let last, (try? FileBytes.size(of: path + "-wal")) ?? 0 == 0 else { return }
        try? sealed.seal(path, endingAt: last)
    }

    /// Throws where the store was closed: SQLite's own calls would go wrong then.
    func checkIsOpen() throws(LedgerFault) {
        if isClosed.withLock({ $0 }) { throw .storeFailed(code: Int(SQLITE_MISUSE), "closed") }
    }

    public func take(_ sealer: FileSealer) {
        self.sealer.withLock { $0 = sealer }
    }

    private func readyToSeal() throws(LedgerFault) -> LedgerHead {
        try emptyWriteAheadLog(tries: 1)
        return try head().head
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
