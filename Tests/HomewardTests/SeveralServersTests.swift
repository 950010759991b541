// SPDX-License-Identifier: MIT

import Foundation
import Synchronization
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct `Several servers on one database` {
    private static let reportsOfEach = 6
    private static let mostTries = 120
    /// Somebody whose report was not acknowledged tries again after this. A server that is gone answers at once that it is
    /// gone: without a pause all tries would be spent before it is known to be.
    private static let pauseInMilliseconds = 250

    @Test func `answer alike, and lose and double no report that was acknowledged when one of them is killed`()
        async throws
    {
        let (shop, servers) = try begun(count: 3)
        let tally = Tally(servers)
        var visitors: [Visitor] = []
        for reporter in 0..<3 {
            visitors.append(Visitor())
            let signedIn = try await visitors[reporter].signIn(
                "carer\(reporter)@example.org", SharedWorkshop.password, at: tally.next())
            #expect(signedIn.status == 303, "\(signedIn.body)")
        }
        try await withThrowingTaskGroup(of: Void.self) { [visitors] group in
            for reporter in 0..<3 {
                group.addTask {
                    // Each step of each report goes to the next server.
                    let (visitor, next) = (visitors[reporter], { tally.next() })
                    var (round, acknowledged) = (0, 0)
                    while acknowledged < Self.reportsOfEach, round < Self.mostTries {
                        let name = "Child \(reporter)x\(round)x"
                        round += 1
                        // A server that was killed while it was asked answers nothing: that report is not acknowledged.
                        guard (try? await visitor.report(name, next)) == true else {
                            try await Task.sleep(for: .milliseconds(Self.pauseInMilliseconds))
                            continue
                        }
                        acknowledged += 1
                        tally.reported.withLock { $0.append(name) }
                        // Whoever reported sees it on whichever server is asked next.
                        let board = try? await visitor.get("/", at: next())
                        if let board, board.status == 200 {
                            #expect(board.body.contains(name), "\(name) is not on the board")
                            tally.readBack.withLock { $0 += 1 }
                        }
                    }
                }
            }
            group.addTask {
                try await tally.waits(for: 4)
                servers[1].kill()
                tally.addresses.withLock { $0.removeAll { $0 == servers[1].address } }
            }
            try await group.waitForAll()
        }
        let names = tally.reported.withLock { $0 }
        #expect(names.count == 3 * Self.reportsOfEach, "\(names)")
        #expect(tally.readBack.withLock { $0 } >= 2 * Self.reportsOfEach, "\(names)")
        try await check(shop, [servers[0], servers[2]], hold: names)
    }

    @Test func `come back by themselves when the database is restarted while reports come in`() async throws {
        let (shop, servers) = try begun(count: 2)
        let tally = Tally(servers)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for reporter in 0..<2 {
                group.addTask {
                    let visitor = Visitor()
                    let address = servers[reporter].address
                    _ = try await visitor.signIn("carer\(reporter)@example.org", SharedWorkshop.password, at: address)
                    // What isn't acknowledged while the database is away is reported under another name.
                    var (round, since) = (0, 0)
                    while since < 2, round < Self.mostTries {
                        let name = "Child \(reporter)y\(round)y"
                        let isBack = tally.isRestarted.withLock { $0 }
                        round += 1
                        guard (try? await visitor.report(name, { address })) == true else {
                            try await Task.sleep(for: .milliseconds(Self.pauseInMilliseconds))
                            continue
                        }
                        tally.reported.withLock { $0.append(name) }
                        if isBack { since += 1 }
                    }
                }
            }
            group.addTask {
                try await tally.waits(for: 3)
                try shop.database.cluster.restart()
                tally.isRestarted.withLock { $0 = true }
            }
            try await group.waitForAll()
        }
        let names = tally.reported.withLock { $0 }
        #expect(names.count >= 3 + 2 * 2, "\(names)")
        try await check(shop, servers, hold: names)
    }

    @Test func `are refused where another machine's accounts are in use, and verified, backed up and copied`() throws {
        let (shop, servers) = try begun(count: 1)
        try shop.database.change(
            "UPDATE record.lease SET holder = 'elsewhere', until = now() + interval '1 hour' WHERE name = 'accounts'")
        #expect(throws: (any Error).self) { try shop.serve() }
        servers[0].end()
        try shop.database.change("DELETE FROM record.lease")
        #expect(try shop.run(["audit", "verify"] + shop.place).code == 0)
        #expect(try shop.run(["key", "check"] + shop.place).code == 0)
        #expect(try shop.run(["key", "rotate"] + shop.place).code == 1)
        let backup = "\(shop.folder)/backup"
        #expect(try shop.run(["backup", backup] + shop.place).code == 0)
        let key = ["--master-key-file", "\(shop.data)/master.key"]
        let verified = try shop.run(["verify", "--data", backup, "--json"] + key)
        #expect(verified.json["isSound"] as? Bool == true, "\(verified.output)\(verified.errors)")
        let there = try shop.run(["verify", "--json"] + shop.place)
        #expect(there.json["hash"] as? String == verified.json["hash"] as? String)
        let copied = try shop.run(
            ["ledger", "copy", shop.database.address, "\(shop.folder)/copy", "--json"] + key)
        #expect(copied.json["hash"] as? String == verified.json["hash"] as? String, "\(copied.errors)")
        #expect(try shop.run(["ledger", "copy", "\(shop.folder)/copy", shop.database.address] + key).code == 1)
        let password = try shop.run(["verify", "--data", shop.data, "--ledger", "postgres://june:s3cret@db/homeward"])
        #expect(password.code == 2 && !password.errors.contains("s3cret"))
    }

    /// A founded record with three carers, and its servers.
    private func begun(count: Int) throws -> (SharedWorkshop, [RunningServer]) {
        let shop = try SharedWorkshop()
        let prepared = try shop.prepare()
        #expect(prepared.code == 0, "\(prepared.errors)")
        for reporter in 0..<3 {
            let added = try shop.addPerson("carer\(reporter)@example.org", "home-manager", "larch-house")
            #expect(added.code == 0, "\(added.errors)")
        }
        // Those who are told of every child of the authority: by them it is counted.
        #expect(try shop.addPerson("night@example.org", "edt", "eastmoor").code == 0)
        return (shop, try (0..<count).map { _ in try shop.serve() })
    }

    /// Every server names each child once, and the whole record verifies.
    private func check(_ shop: SharedWorkshop, _ servers: [RunningServer], hold names: [String]) async throws {
        let made = try shop.run(
            [
                "client", "add", "count", "--role", "edt", "--agency", "eastmoor", "--scope",
                "open-episodes:read", "--json",
            ] + shop.place)
        let token = try #require(made.json["token"] as? String, "\(made.output)\(made.errors)")
        for server in servers {
            let answer = try await Visitor().asked("/api/v1/open-episodes", at: server.address, token: token)
            let episodes = answer["episodes"] as? [[String: Any]] ?? []
            let found = episodes.compactMap { $0["name"] as? String }
            #expect(!found.isEmpty, "\(answer)")
            for name in names { #expect(found.count { $0 == name } == 1, "\(name) in \(found.count)") }
            #expect(Set(found).count == found.count, "none stands there twice")
        }
        for server in servers { server.end() }
        let verified = try shop.run(["verify", "--json"] + shop.place)
        #expect(verified.json["isSound"] as? Bool == true, "\(verified.output)\(verified.errors)")
    }
}

/// What the reporters of one test know together.
private final class Tally: Sendable {
    let addresses: Mutex<[String]>
    let reported = Mutex<[String]>([])
    let readBack = Mutex(0)
    let isRestarted = Mutex(false)
    private let turn = Mutex(0)

    init(_ servers: [RunningServer]) { addresses = Mutex(servers.map(\.address)) }

    /// Until so many reports were acknowledged; a minute and a half is far longer than that takes.
    func waits(for count: Int) async throws {
        for _ in 0..<4_500 where reported.withLock({ $0.count }) < count {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(count <= reported.withLock { $0.count }, "reports were acknowledged")
    }

    /// Each server in turn.
    func next() -> String {
        let number = turn.withLock { turn in
            turn += 1
            return turn
        }
        return addresses.withLock { $0[number % $0.count] }
    }
}
