// SPDX-License-Identifier: MIT

import Foundation
import Ledger
import Logging
import Partnership
import Synchronization
import Web
import WorkingTime

/// A record that is open for writing: the only place where its store, its clock and its keys are put together.
struct OpenedRecord {
    let folder: RecordFolder
    let store: any LedgerStore
    let ledger: Ledger
    let partnership: Partnership
    let clock: PartnershipClock

    static let snapshotName = "state.snapshot"

    /// Opens the record in `folder`; `standing` is the protocol that governs where none was adopted.
    init(
        _ folder: RecordFolder, protocols: String? = nil, standing: String = "england-2014",
        clock: PartnershipClock = RealTime.clock, log: Logger = Logger(label: "homeward")
    ) throws {
        (self.folder, self.clock) = (folder, clock)
        (store, ledger) = try folder.open()
        let shelf = try ShareFolders(named: protocols, record: folder.path).shelf(standing: standing)
        partnership = try Partnership(
            name: folder.name, ledger: ledger, shelf: shelf, clock: clock,
            snapshot: "\(folder.path)/\(Self.snapshotName)", log: log
        )
    }

    /// Opens the record, works with it and closes it again, whatever came of the work.
    static func during<Result>(
        _ folder: RecordFolder, protocols: String? = nil, _ work: (OpenedRecord) async throws -> Result
    ) async throws -> Result {
        let record = try OpenedRecord(folder, protocols: protocols)
        do {
            let result = try await work(record)
            await record.close()
            return result
        } catch {
            await record.close()
            throw error
        }
    }

    /// In whose name a command is carried out.
    func account(of email: String) async throws -> Account {
        guard let account = try await accounts().all().first(where: { $0.email == email.lowercased() }) else {
            throw CommandFault.refused("Nobody signs in as \(email).")
        }
        return account
    }

    /// What only one process does at a time: by the database where several write to it.
    var leases: any Leases { store as? any Leases ?? OwnLeases() }

    func accounts(
        cost: PasswordCost = .standard, limits: SessionLimits = .standard, rules: SignInRules = SignInRules()
    ) throws -> Accounts {
        try folder.accounts(cost: cost, limits: limits, rules: rules, clock: clock)
    }

    /// Leaves a snapshot, so that the next start is quick, and lets go of the files.
    func close() async {
        // Whom another server erased must not stand in it.
        if partnership.isShared { try? await partnership.catchUpAside() }
        try? await partnership.writeSnapshot(to: "\(folder.path)/\(Self.snapshotName)")
        try? store.close()
    }
}

/// The machine's clock; a demonstration may take place at another moment, from which its clock runs on.
enum RealTime {
    private static let shift = Mutex(Elapsed(seconds: 0))

    static func now() -> Instant { machine() + shift.withLock { $0 } }
    static let clock = PartnershipClock { now() }

    /// A clock that always shows the same moment.
    static func standing(at moment: Instant) -> PartnershipClock { PartnershipClock { moment } }

    /// From now on the clock runs from `instant`: for demonstrations only, never for a record of real children.
    static func begin(at instant: Instant) { shift.withLock { $0 = instant - machine() } }

    private static func machine() -> Instant { Instant(secondsSince1970: Int64(Date().timeIntervalSince1970)) }
}

extension RecordFolder {
    /// Who may sign in. The key for what is sealed there is itself sealed by the master key.
    ///
    /// `cost` is how much work a password takes to check; only a demonstration's may be cheap.
    func accounts(
        cost: PasswordCost = .standard, limits: SessionLimits = .standard, rules: SignInRules = SignInRules(),
        clock: PartnershipClock = RealTime.clock
    ) throws -> Accounts {
        let derived = try AccountsKey(self).read(with: key.read())
        return try Accounts(
            path: accountsPath, masterKey: derived, cost: cost, limits: limits, rules: rules, clock: clock.now)
    }
}
