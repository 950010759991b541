// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Ledger
import LedgerPostgres
import PostgresCluster

/// The same appends to a PostgreSQL of the benchmark's own, beside libpq used bare: medians of several runs, interleaved.
enum PostgresBench {
    static func measure(runs: Int) async throws {
        let payload = StoredEvent.bytes(of: Bench.report)
        let sealed = payload + [UInt8](repeating: 7, count: 28)
        let cluster = try PostgresCluster.shared()
        var rates: [String: [Double]] = [:]
        for _ in 0..<runs {
            let database = try cluster.database()
            rates["raw 1", default: []].append(raw(database, total: 1_000, batch: 1, sealed))
            rates["ledger 1", default: []].append(
                try await ledger(cluster.database(), total: 1_000, writers: 1, payload))
            rates["raw 64", default: []].append(raw(database, total: 32_000, batch: 64, sealed))
            rates["ledger 64", default: []].append(
                try await ledger(cluster.database(), total: 32_000, writers: 64, payload))
        }
        say("raw libpq, same table, 1 a transaction", rates["raw 1"], nil)
        say("ledger on PostgreSQL, 1 writer", rates["ledger 1"], rates["raw 1"])
        say("raw libpq, same table, 64 a transaction", rates["raw 64"], nil)
        say("ledger on PostgreSQL, 64 writers", rates["ledger 64"], rates["raw 64"])
    }

    private static func median(_ rates: [Double]?) -> Double {
        let sorted = (rates ?? [0]).sorted()
        return sorted[sorted.count / 2]
    }

    private static func say(_ what: String, _ rates: [Double]?, _ against: [Double]?) {
        let ratio = against.map { String(format: "  %.2f of raw", median(rates) / median($0)) } ?? ""
        print(
            what.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%10.0f/s", median(rates)) + ratio)
    }

    private static func raw(_ database: PostgresDatabase, total: Int, batch: Int, _ bytes: [UInt8]) -> Double {
        let raw = RawPostgres(database.addressOfOwner)
        defer { raw.close() }
        let payloads = [[UInt8]](repeating: bytes, count: batch)
        let time = ContinuousClock().measure { for _ in 0..<total / batch { raw.append(payloads) } }
        return Double(total) / time.seconds
    }

    private static func ledger(
        _ database: PostgresDatabase, total: Int, writers: Int, _ payload: [UInt8]
    ) async throws -> Double {
        guard let owner = PostgresPlace(database.addressOfOwner), let place = PostgresPlace(database.address) else {
            return 0
        }
        try PostgresLedgerStore.prepare(owner, schema: "record", for: database.application)
        let store = try PostgresLedgerStore.open(place, schema: "record")
        defer { store.close() }
        return try await Bench.rate(of: Bench.founded(in: store), total: total, writers: writers, payload)
    }
}
