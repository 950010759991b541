// SPDX-License-Identifier: MIT

import Foundation
import Ledger
import LedgerSQLite
import Logging
import OutboxSQLite
import Partnership

/// The folder that holds one partnership's record: `ledger.sqlite`, `accounts.sqlite`, `master.key`,
/// `accounts.key`, `outbox.sqlite`, `partnership.json`, and beside it `looks/`. Both ledgers may be in a database
/// instead.
struct RecordFolder {
    static let keyName = "master.key"
    static let accountsName = "accounts.sqlite"
    static let looksName = "looks"
    static let aboutName = "partnership.json"

    let path: String
    let key: MasterKeySource
    /// Whether the master key is the one in the folder itself.
    let keepsKey: Bool
    /// Where the ledgers are: here, or in a database.
    let place: LedgerPlace

    init(_ options: DataOptions) {
        (path, key, keepsKey) = (options.folder, options.masterKey, options.keepsKeyInFolder)
        place = options.place
    }

    /// A folder that keeps its own master key.
    init(path: String) {
        (self.path, key, keepsKey) = (path, .file("\(path)/\(Self.keyName)"), true)
        place = .folder(path)
    }

    var ledgerPath: String { "\(path)/\(SQLiteLedgerStore.fileName)" }
    var accountsPath: String { "\(path)/\(Self.accountsName)" }
    var outboxPath: String { "\(path)/\(SQLiteOutboxStore.fileName)" }
    var aboutPath: String { "\(path)/\(Self.aboutName)" }

    /// Whether there is a record. Throws where the database does not say.
    var isFounded: Bool {
        get throws {
            if case .folder = place { return FileManager.default.fileExists(atPath: ledgerPath) }
            let store = try place.record(isReading: true)
            try store?.close()
            return store != nil
        }
    }

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
        let store = try place.newRecord()
        _ = try Ledger.found(in: store, masterKey: masterKey, foundedAt: seconds)
        try store.close()
        try OwnerOnlyFile.replace(aboutPath, with: Array(JSONEncoder().encode(About(name: name))))
        if quietly { return }
        Printing.toStandardError("There was no record in \(place.shown), so a new one, “\(name)”, was begun there.")
        guard keepsKey else { return }
        Printing.toStandardError(
            """
            Its master key is \(path)/\(Self.keyName). KEEP A COPY OF IT SOMEWHERE ELSE, apart from the backups:
            without it nobody can read the record again, and with it anybody can.
            """
        )
    }

    /// Opens the ledger for writing.
    func open() throws -> (store: any LedgerStore, ledger: Ledger) {
        guard try isFounded else { throw notThere }
        // Read first: where it is not there, nothing of the record was touched.
        let masterKey = try key.read()
        guard let store = try place.record(isReading: false) else { throw notThere }
        return (store, try opened(store, masterKey))
    }

    /// Opens the ledger for reading, also while a server writes to it.
    func openForReading() throws -> (store: any LedgerStore, ledger: Ledger) {
        guard try isFounded else { throw notThere }
        let masterKey = try key.read()
        guard let store = try place.record(isReading: true) else { throw notThere }
        return (store, try opened(store, masterKey))
    }

    private func opened(_ store: any LedgerStore, _ masterKey: MasterKey) throws -> Ledger {
        if let ledger = try Ledger.opened(over: store, ifSealedWith: masterKey) { return ledger }
        throw KeyChange(self).isUnderWay
            ? CommandFault.refused(KeyChange.isUnderWaySentence) : LedgerFault.masterKeyWrong
    }

    var looksFolder: String { "\(path)/\(Self.looksName)" }
    var looksPath: String { "\(looksFolder)/\(SQLiteLedgerStore.fileName)" }

    /// Who looks at the record is noted there; begun where it is not there yet. Whoever opens it closes the store.
    func openLooks(
        clock: PartnershipClock = RealTime.clock, log: Logger
    ) throws -> (store: any LedgerStore, book: LookBook) {
        let masterKey = try key.read()
        if let store = try place.looks(isReading: false) {
            return (store, LookBook(ledger: try opened(store, masterKey), clock: clock, log: log))
        }
        let store = try place.newLooks()
        do {
            _ = try Ledger.found(in: store, masterKey: masterKey, foundedAt: clock.now().secondsSince1970)
        } catch LedgerFault.alreadyFounded where place.isShared {
            // Another process was quicker.
        }
        return (store, LookBook(ledger: try opened(store, masterKey), clock: clock, log: log))
    }

    /// Opens the chain of looks for reading, also while a server writes to it; nothing where nobody ever looked.
    func looksForReading() throws -> (store: any LedgerStore, ledger: Ledger)? {
        guard let store = try place.looks(isReading: true) else { return nil }
        return (store, try Ledger(opening: store, masterKey: key.read()))
    }

    var notThere: CommandFault {
        .refused(
            """
            There is no record in \(place.shown). If it is elsewhere, say where with --data.
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
