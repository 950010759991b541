// SPDX-License-Identifier: MIT
import Casework
import Ledger
import LedgerPostgres
import PostgresCluster
import Testing

/// A database with an empty ledger in it, for one test.
struct Workplace {
    static let schema = "record"

    let database: PostgresDatabase

    init() throws {
        database = try PostgresCluster.shared().database()
        let owner = try #require(PostgresPlace(database.addressOfOwner))
        try PostgresLedgerStore.prepare(owner, schema: Self.schema, for: database.application)
    }

    /// As a server opens it.
    func open(isReading: Bool = false) throws -> PostgresLedgerStore {
        let place = try #require(PostgresPlace(database.address))
        return try PostgresLedgerStore.open(place, schema: Self.schema, isReading: isReading)
    }

    func founded(_ key: MasterKey = .random()) throws -> Ledger {
        try Ledger.found(in: try open(), masterKey: key, foundedAt: 1_800_000_000)
    }
}

func draft(_ subject: SubjectID, _ text: String) -> EntryDraft {
    EntryDraft(subject: subject, recordedAt: 1_800_000_000, payload: Array(text.utf8))
}

extension Recorded {
    var text: String? {
        guard case .entry(let entry) = self else { return nil }
        return String(decoding: entry.payload, as: UTF8.self)
    }
}
