// SPDX-License-Identifier: MIT

import Foundation
import Ledger
import LedgerPostgres
import LedgerSQLite

/// Where a partnership's two ledgers are, the record and who looked at it: in a folder, or in a PostgreSQL database.
enum LedgerPlace: Hashable {
    case folder(String)
    case postgres(PostgresPlace)

    /// The schemas in the database, and what each holds.
    static let recordSchema = "record"
    static let looksSchema = "looks"

    /// What `text` names, as it is typed: a folder or an address. Refuses an address with a password in it.
    init(typed text: String) throws {
        if let place = PostgresPlace(text) {
            if place.holdsPassword { throw CommandFault.refused(PostgresPlace.passwordSentence) }
            self = .postgres(place)
        } else {
            self = .folder(1 < text.count && text.hasSuffix("/") ? String(text.dropLast()) : text)
        }
    }

    var isShared: Bool { if case .postgres = self { true } else { false } }

    /// As it may be shown.
    var shown: String {
        switch self {
        case .folder(let path): path
        case .postgres(let place): "\(place)"
        }
    }

    private func looksFolder(_ path: String) -> String { "\(path)/\(RecordFolder.looksName)" }

    private static func holdsLedger(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/\(SQLiteLedgerStore.fileName)")
    }

    /// Opens a store; nothing where there is none, or none that was founded.
    private func opened(_ folder: String, _ schema: String, isReading: Bool) throws -> (any LedgerStore)? {
        switch self {
        case .folder:
            guard Self.holdsLedger(folder) else { return nil }
            return isReading
                ? try SQLiteLedgerStore.openForReading("\(folder)/\(SQLiteLedgerStore.fileName)")
                : try SQLiteLedgerStore.open(in: folder)
        case .postgres(let place):
            let store = try PostgresLedgerStore.open(place, schema: schema, isReading: isReading)
            if try store.founding() != nil { return store }
            store.close()
            return nil
        }
    }

    private var path: String { if case .folder(let path) = self { path } else { "" } }

    /// The record; nothing where none was begun.
    func record(isReading: Bool) throws -> (any LedgerStore)? {
        try opened(path, Self.recordSchema, isReading: isReading)
    }

    /// Who looked; nothing where nobody did.
    func looks(isReading: Bool) throws -> (any LedgerStore)? {
        try opened(looksFolder(path), Self.looksSchema, isReading: isReading)
    }

    /// An empty store for a new record.
    func newRecord() throws -> any LedgerStore { try new(path, Self.recordSchema) }

    /// An empty store for those who look.
    func newLooks() throws -> any LedgerStore { try new(looksFolder(path), Self.looksSchema) }

    private func new(_ folder: String, _ schema: String) throws -> any LedgerStore {
        switch self {
        case .folder: try SQLiteLedgerStore.create(in: folder)
        case .postgres(let place): try PostgresLedgerStore.open(place, schema: schema)
        }
    }
}

extension PostgresPlace {
    static let environmentName = "HOMEWARD_LEDGER"

    static let passwordSentence = """
        The address holds a password, which everybody on this machine could read. Put it into ~/.pgpass, or into a file \
        that PGPASSFILE names, or set the whole address as HOMEWARD_LEDGER.
        """

    /// What the environment says; a password may stand there. Nothing where it says nothing.
    static var ofEnvironment: String? {
        ProcessInfo.processInfo.environment[environmentName].flatMap { $0.isEmpty ? nil : $0 }
    }
}
