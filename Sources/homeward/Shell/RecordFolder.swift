// SPDX-License-Identifier: MIT

import Foundation
import Ledger
import LedgerSQLite
import Logging
import OutboxSQLite
import Partnership

/// The folder that holds one partnership's record: `ledger.sqlite`, `accounts.sqlite`, `master.key`,
/// `accounts.key`, `outbox.sqlite`, `partnership.json`, and beside it `looks/`.
struct RecordFolder {
    static let keyName = "master.key"
    static let accountsName = "accounts.sqlite"
    static let looksName = "looks"
    static let aboutName = "partnership.json"

    let path: String
    let key: MasterKeySource
    /// Whether the master key is the one in the folder itself.
    let keepsKey: Bool

    init(_ options: DataOptions) {
        (path, key, keepsKey) = (options.folder, options.masterKey, options.keepsKeyInFolder)
    }

    /// A folder that keeps its own master key.
    init(path: String) {
        (self.path, key, keepsKey) = (path, .file("\(path)/\(Self.keyName)"), true)
    }

    var ledgerPath: String { "\(path)/\(SQLiteLedgerStore.fileName)" }
    var accountsPath: String { "\(path)/\(Self.accountsName)" }
    var outboxPath: String { "\(path)/\(SQLiteOutboxStore.fileName)" }
    var aboutPath: String { "\(path)/\(Self.aboutName)" }
    var isFounded: Bool { FileManager.default.fileExists(atPath: ledgerPath) }

    /// What the partnership is called.
    var name: String {
        guard let bytes = FileManager.default.contents(atPath: aboutPath),
            let about = try? JSONDecoder().decode(About.self, from: bytes)
        else { return "Homeward" }
        return about.name
    }

    private struct About: Codable {
        let name: String
    }

    /// Begins a record in the folder, and says so loudly: a mistyped folder must not pass unnoticed.
    func found(named name: String, at seconds: Int64, quietly: Bool = false) throws {
        try OwnerOnlyFile.makeDirectory(path)
        let masterKey = try keyToFoundWith()
        let store = try SQLiteLedgerStore.create(in: path)
        _ = try Ledger.found(in: store, masterKey: masterKey, foundedAt: seconds)
        try store.close()
        try OwnerOnlyFile.replace(aboutPath, with: Array(JSONEncoder().encode(About(name: name))))
        if quietly { return }
        Printing.toStandardError("There was no record in \(path), so a new one, “\(name)”, was begun there.")
        guard keepsKey else { return }
        Printing.toStandardError(
            """
            Its master key is \(path)/\(Self.keyName). KEEP A COPY OF IT SOMEWHERE ELSE, apart from the backups:
            without it nobody can read the record again, and with it anybody can.
            """
        )
    }

    /// Opens the ledger for writing.
    func open() throws -> (store: SQLiteLedgerStore, ledger: Ledger) {
        guard isFounded else { throw notThere }
        let masterKey = try key.read()
        let store = try SQLiteLedgerStore.open(in: path)
        return (store, try opened(store, masterKey))
    }

    /// Opens the ledger for reading, also while a server writes to it.
    func openForReading() throws -> (store: SQLiteLedgerStore, ledger: Ledger) {
        guard isFounded else { throw notThere }
        let masterKey = try key.read()
        let store = try SQLiteLedgerStore.openForReading(ledgerPath)
        return (store, try opened(store, masterKey))
    }

    private func opened(_ store: SQLiteLedgerStore, _ masterKey: MasterKey) throws -> Ledger {
        if let ledger = try Ledger.opened(over: store, ifSealedWith: masterKey) { return ledger }
        throw KeyChange(self).isUnderWay
            ? CommandFault.refused(KeyChange.isUnderWaySentence) : LedgerFault.masterKeyWrong
    }

    var looksFolder: String { "\(path)/\(Self.looksName)" }
    var looksPath: String { "\(looksFolder)/\(SQLiteLedgerStore.fileName)" }

    /// Who looks at the record is noted there; begun where it is not there yet. Whoever opens it closes the store.
    func openLooks(
        clock: PartnershipClock = RealTime.clock, log: Logger
    ) throws -> (store: SQLiteLedgerStore, book: LookBook) {
        let masterKey = try key.read()
        if !FileManager.default.fileExists(atPath: looksPath) {
            let store = try SQLiteLedgerStore.create(in: looksFolder)
            _ = try Ledger.found(in: store, masterKey: masterKey, foundedAt: clock.now().secondsSince1970)
            try store.close()
        }
        let store = try SQLiteLedgerStore.open(in: looksFolder)
        let ledger = try opened(store, masterKey)
        return (store, LookBook(ledger: ledger, clock: clock, log: log))
    }

    /// Opens the chain of looks for reading, also while a server writes to it; nothing where nobody ever looked.
    func looksForReading() throws -> (store: SQLiteLedgerStore, ledger: Ledger)? {
        guard FileManager.default.fileExists(atPath: looksPath) else { return nil }
        let store = try SQLiteLedgerStore.openForReading(looksPath)
        return (store, try Ledger(opening: store, masterKey: key.read()))
    }

    var notThere: CommandFault {
        .refused(
            """
            There is no record in \(path). If it is elsewhere, say where with --data.
            To begin one: homeward user add --data \(path) --email YOU@EXAMPLE --name "YOUR NAME" --role administrator
            To try with invented children instead: homeward demo
            """
        )
    }

    private func keyToFoundWith() throws -> MasterKey {
        guard keepsKey else { return try key.read() }
        let path = "\(path)/\(Self.keyName)"
        if FileManager.default.fileExists(atPath: path) { return try key.read() }
        let made = MasterKey.random()
        try MasterKeySource.createFile(path, holding: made)
        return made
    }
}
