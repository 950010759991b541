// SPDX-License-Identifier: MIT

import Casework
import Crypto
import Foundation
import GRDB
import Ledger
import LedgerSQLite
import Logging
import OutboxSQLite
import Partnership
import Procedures
import Synchronization
import WorkingTime

@testable import Web

/// The real server on a free port, over a real partnership on a SQLite ledger in a directory of its own.
final class TestSite: Sendable {
    let partnership: Partnership
    let accounts: Accounts
    let looks: LookBook
    let outbox: Outbox
    let port: Int
    private let time: Time
    private let directory: String
    private let serving: Task<Void, any Error>

    final class Time: Sendable {
        private let instant: Mutex<Instant>
        init(_ start: Instant) { instant = Mutex(start) }
        var now: Instant { instant.withLock { $0 } }
        func set(_ newer: Instant) { instant.withLock { $0 = newer } }
    }

    static let password = "harbour lantern otter"

    /// Starts a site with the test's people and children, gives it to `body`, and takes it down.
    static func run(
        at start: String = "2015-06-05T22:41", rules: SignInRules = SignInRules(secondFactor: .nobody),
        plan: OutboxPlan = OutboxPlan(address: "https://homeward.example"),
        configured: (inout WebConfiguration) -> Void = { _ in }, _ body: (TestSite) async throws -> Void
    ) async throws {
        var configuration = WebConfiguration(port: 0, isSecure: false)
        // A document takes a second or two to make; tests that walk all addresses would wait for hundreds.
        configuration.makesPaper = false
        // The test's clock stands still, so that nobody's requests would ever come back to them.
        configuration.requestLimits.burstOfSession = 1_000_000
        configuration.requestLimits.burstOfAddress = 1_000_000
        configured(&configuration)
        let site = try await TestSite(at: start, rules: rules, plan: plan, configuration)
        defer { site.takeDown() }
        try await site.found()
        try await body(site)
    }

    private init(at start: String, rules: SignInRules, plan: OutboxPlan, _ configuration: WebConfiguration) async throws
    {
        directory = NSTemporaryDirectory() + "homeward-web-\(UUID().uuidString)"
        try OwnerOnlyFile.makeDirectory(directory)
        let store = try SQLiteLedgerStore.create(in: directory)
        let ledger = try Ledger.found(in: store, masterKey: MasterKey.random(), foundedAt: 1_400_000_000)
        let time = Time(try TimeText.instant(start))
        self.time = time
        partnership = try Partnership(
            name: "Eastmoor", ledger: ledger, shelf: try TestSite.shelf(), clock: PartnershipClock { time.now })
        accounts = try Accounts(
            path: directory + "/accounts.sqlite", masterKey: SymmetricKey(size: .bits256), cost: .trivial,
            rules: rules, clock: { time.now })
        let looking = try SQLiteLedgerStore.create(in: directory + "/looks")
        looks = LookBook(
            ledger: try Ledger.found(
                in: looking, masterKey: MasterKey.random(), foundedAt: time.now.secondsSince1970),
            clock: PartnershipClock { time.now })
        outbox = try Outbox(
            partnership: partnership, store: SQLiteOutboxStore(path: directory + "/outbox.sqlite"), directory: accounts,
            plan: plan)
        let (ports, telling) = AsyncStream.makeStream(of: Int.self)
        var quiet = Logger(label: "test")
        quiet.logLevel = .critical
        let server = WebServer(
            partnership: partnership, accounts: accounts, looks: looks, outbox: outbox,
            configuration: configuration, log: quiet, onRunning: { telling.yield($0) })
        serving = Task { try await server.run() }
        var iterator = ports.makeAsyncIterator()
        port = await iterator.next() ?? 0
    }

    var now: Instant { time.now }

    func advance(by length: Elapsed) { time.set(now + length) }

    func set(_ instant: Instant) { time.set(instant) }

    func setTime(_ text: String) throws { time.set(try TimeText.instant(text)) }

    /// What was noted from `instant` on, in order.
    func looks(since instant: Instant) async throws -> [Look] {
        let question = LookBook.Question(span: instant..<(instant + .days(1_000)))
        return try await looks.answer(question, limit: 10_000).looks.reversed().compactMap { recorded in
            if case .look(let placed) = recorded { placed.look } else { nil }
        }
    }

    /// Makes the disk refuse looks, as one that is full does, until it is healed.
    func breakLooks(_ isBroken: Bool) throws {
        let queue = try DatabaseQueue(path: directory + "/looks/ledger.sqlite")
        try queue.write { database in
            try database.execute(
                sql: isBroken
                    ? "CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'full'); END"
                    : "DROP TRIGGER full")
        }
        try queue.close()
    }

    private func takeDown() {
        serving.cancel()
        try? FileManager.default.removeItem(atPath: directory)
    }

    func hours(since text: String) -> Int64 {
        ((try? TimeText.instant(text)).map { (now - $0).seconds } ?? 0) / 3_600
    }

    /// Writes into the accounts file as another process would.
    func fromElsewhere(_ write: @Sendable (Database) throws -> Void) throws {
        let queue = try DatabaseQueue(path: directory + "/accounts.sqlite")
        try queue.write(write)
        try queue.close()
    }

    /// Somebody at a browser, not yet signed in.
    func visitor() -> TestVisitor { TestVisitor(port: port) }

    /// Somebody who has signed in.
    func signedIn(_ role: Role) async throws -> TestVisitor {
        let visitor = visitor()
        _ = try await visitor.get("/sign-in")
        let answer = try await visitor.send("/sign-in", ["email": TestSite.email(role), "password": TestSite.password])
        precondition(answer.status == 303, "\(role) signs in")
        return visitor
    }

    static func email(_ role: Role) -> String { "\(role.rawValue)@eastmoor.example" }
}
