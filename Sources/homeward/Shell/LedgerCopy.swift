// SPDX-License-Identifier: MIT

import Foundation
import Ledger
import LedgerPostgres

/// Copies a record and who looked at it from one place to another that has none, and proves that the copy is the same.
struct LedgerCopy {
    let from, to: LedgerPlace
    let masterKey: MasterKey
    /// Whether nobody may append meanwhile.
    var isMove = false

    /// What was copied.
    struct Copied {
        let record: LedgerHead
        let looks: LedgerHead?
    }

    private static let leaseSeconds = 600

    @discardableResult
    func run() throws -> Copied {
        guard try to.record(isReading: true) == nil else { throw LedgerFault.alreadyThere(to.shown) }
        // A folder that is open for writing here is open for writing nowhere else.
        guard let record = try from.record(isReading: !isMove) else { throw LedgerFault.notFound(from.shown) }
        defer { try? record.close() }
        if isMove { try refuseServers(record) }
        let looks = try from.looks(isReading: true)
        defer { try? looks?.close() }
        // The record comes last: with it the place has one, and nothing is copied there again.
        let looksHead = try looks.map { try copy($0, "who looked") { try to.newLooks() } }
        let head = try copy(record, "the record") { try to.newRecord() }
        return Copied(record: head, looks: looksHead)
    }

    /// Servers on a database hold a lease for as long as they run.
    private func refuseServers(_ store: any LedgerStore) throws {
        guard let leases = store as? any Leases else { return }
        guard try leases.take("accounts", as: "copying", forSeconds: Self.leaseSeconds) else {
            throw LedgerFault.inUse(path: from.shown)
        }
        try leases.release("accounts", as: "copying")
    }

    private func copy(
        _ source: any LedgerStore, _ what: String, _ target: () throws -> any LedgerStore
    ) throws -> LedgerHead {
        let ledger = try Ledger(opening: source, masterKey: masterKey)
        if case .folder(let path) = to { try OwnerOnlyFile.makeDirectory(path) }
        let store = try target()
        defer { try? store.close() }
        let head = try ProgressLine.during("Copying \(what)") { progress in
            try ledger.copy(to: store, progress: progress)
        }
        let copied = try Ledger(opening: store, masterKey: masterKey)
        let verification = try ProgressLine.during("Verifying \(what)") { progress in
            try copied.verify(progress: progress)
        }
        guard verification.isSound, verification.head == head, copied.identity == ledger.identity else {
            throw CommandFault.refused(
                "The copy of \(what) is not sound, so it is not to be used: "
                    + verification.findings.prefix(5).map(\.description).joined(separator: "; "))
        }
        return head
    }
}
