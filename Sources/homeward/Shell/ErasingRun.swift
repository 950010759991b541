// SPDX-License-Identifier: MIT

import Casework
import Logging
import OutboxSQLite
import Partnership
import Web

/// Opens the record for one step of ending another, in somebody's name.
struct ErasingRun {
    let data: DataOptions
    let email: String

    func run(_ step: (Partnership, Actor, [ErasingElsewhere]) async throws -> Void) async throws {
        do {
            try await OpenedRecord.during(RecordFolder(data)) { try await run(step, on: $0) }
        } catch let refusal as ErasureRefusal {
            throw CommandFault.refused(refusal.says)
        }
    }

    private func run(
        _ step: (Partnership, Actor, [ErasingElsewhere]) async throws -> Void, on record: OpenedRecord
    ) async throws {
        let looks = try record.folder.openLooks(log: Logger(label: "homeward"))
        defer { try? looks.store.close() }
        let accounts = try record.accounts()
        let outbox = try SQLiteOutboxStore(path: record.folder.outboxPath)
        defer { try? outbox.close() }
        let elsewhere = record.erasingElsewhere(accounts, looks.book, outbox)
        let account = try await record.account(of: email)
        // What was begun before a crash comes first.
        try await record.partnership.finishErasing(elsewhere: elsewhere)
        try await step(record.partnership, account.actor, elsewhere)
        try await looks.book.settle()
    }
}

extension OpenedRecord {
    /// What is kept about a child beside the ledger, and how it is forgotten.
    func erasingElsewhere(
        _ accounts: Accounts, _ looks: LookBook, _ outbox: SQLiteOutboxStore
    ) -> [ErasingElsewhere] {
        [
            { try await accounts.forgetDrafts(about: $0) }, { try await looks.erase($0.child) },
            { try outbox.forget($0.child) },
        ]
    }
}
