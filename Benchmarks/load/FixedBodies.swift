// SPDX-License-Identifier: MIT

import Crypto
import Exchange
import Foundation
import Ledger
import LedgerSQLite
import OutboxSQLite
import Partnership
import Web
import WorkingTime

/// The same server over an empty record, giving out bodies of given sizes as it gives out its style sheet: what pages
/// are set beside.
struct FixedBodies {
    let byteCounts: [Int]

    /// Prints its address once it answers, and goes on until it is ended.
    func serve() async throws {
        let folder = NSTemporaryDirectory() + "homeward-fixed-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try OwnerOnlyFile.makeDirectory(folder)
        let packs = PackFolder(path: "Protocols").loadAll().packs
        guard let calendars = CalendarFolder.load("Calendars").value,
            let shelf = ProtocolShelf(packs: packs, calendars: calendars, standing: "england-2014")
        else { throw LedgerFault.notFound("Protocols and Calendars: run this at the root of the repository") }
        let clock = PartnershipClock { Load.now() }
        let partnership = try Partnership(
            name: "Fixed", ledger: Self.ledger(in: "\(folder)/record"), shelf: shelf, clock: clock)
        let accounts = try Accounts(
            path: "\(folder)/accounts.sqlite", masterKey: SymmetricKey(size: .bits256), clock: { Load.now() })
        let looks = LookBook(ledger: try Self.ledger(in: "\(folder)/looks"), clock: clock)
        var configuration = WebConfiguration(port: 0, isSecure: false)
        for count in byteCounts {
            configuration.fixedBodies["/static/fixed-\(count)"] = Array(repeating: UInt8(ascii: "x"), count: count)
        }
        let outbox = try Outbox(
            partnership: partnership, store: SQLiteOutboxStore(path: "\(folder)/outbox.sqlite"), directory: accounts,
            plan: OutboxPlan(address: "http://127.0.0.1"))
        let server = WebServer(
            partnership: partnership, accounts: accounts, looks: looks, outbox: outbox, configuration: configuration,
            onRunning: { port in
                FileHandle.standardOutput.write(Data("http://127.0.0.1:\(port)\n".utf8))
            })
        try await server.run()
    }

    private static func ledger(in folder: String) throws -> Ledger {
        let store = try SQLiteLedgerStore.create(in: folder)
        return try Ledger.found(in: store, masterKey: MasterKey.random(), foundedAt: Load.now().secondsSince1970)
    }
}
