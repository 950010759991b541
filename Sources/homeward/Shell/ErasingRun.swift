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
        let (folder, log) = (RecordFolder(data), Logger(label: "homeward"))
        let record = try OpenedRecord(folder, protocols: nil, standing: "england-2014", log: log)
        do {
            try await run(step, on: record, log: log)
            await record.close()
        } catch let refusal as ErasureRefusal {
            await record.close()
            throw CommandFault.refused(refusal.says)
        } catch {
            await record.close()
            throw error
        }
    }

    private func run(
        _ step: (Partnership, Actor, [ErasingElsewhere]) async throws -> Void, on record: OpenedRecord, log: Logger
    ) async throws {
        let looks = try record.folder.openLooks(log: log)
        defer { try? looks.store.close() }
        let accounts = try record.accounts()
        let outbox = try SQLiteOutboxStore(path: record.folder.outboxPath)
        defer { try? outbox.close() }
        let elsewhere = record.erasingElsewhere(accounts, looks.book, outbox)
        guard let account = try await accounts.all().first(where: { $0.email == email.lowercased() }) else {
            throw CommandFault.refused("Nobody signs in as \(email).")
        }
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
