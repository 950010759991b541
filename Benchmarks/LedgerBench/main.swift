// SPDX-License-Identifier: MIT
import Casework
import Foundation
import Ledger
import LedgerSQLite
import WorkingTime

// Durable appends beside bare SQLite, and reading back. Medians of several runs, interleaved, in one process.
//
//     LedgerBench [ENTRIES_TO_READ]             (default 500000; 0 leaves the reading out)
//     LedgerBench proof ENTRIES SUBJECTS        verification, checkpoints and keys alone
//     LedgerBench postgres RUNS                 the appends on a PostgreSQL of its own

let words = Array(CommandLine.arguments.dropFirst())
if words.count == 3, words[0] == "proof", let entries = Int(words[1]), let subjects = Int(words[2]) {
    try await Proof.measure(entries: entries, subjects: subjects)
    exit(0)
}
if words.count == 2, words[0] == "postgres", let runs = Int(words[1]) {
    try await PostgresBench.measure(runs: runs)
    exit(0)
}

let payload = StoredEvent.bytes(of: Bench.report)
let sealedPayload = payload + [UInt8](repeating: 7, count: 28)
print("one entry: \(payload.count) bytes of JSON, \(sealedPayload.count) sealed")

var rates: [String: [Double]] = [:]
for _ in 0..<5 {
    rates["raw 1", default: []].append(try Bench.raw(total: 2_000, batch: 1, sealedPayload, isLike: true))
    rates["ledger 1", default: []].append(try await Bench.ledger(total: 2_000, writers: 1, payload))
    rates["raw 64", default: []].append(try Bench.raw(total: 64_000, batch: 64, sealedPayload, isLike: true))
    rates["ledger 64", default: []].append(try await Bench.ledger(total: 64_000, writers: 64, payload))
    rates["least 64", default: []].append(try Bench.raw(total: 64_000, batch: 64, sealedPayload, isLike: false))
    rates["pipelined", default: []].append(try await Bench.pipelined(total: 64_000, payload))
}
@MainActor func median(_ name: String) -> Double { (rates[name] ?? [0]).sorted()[(rates[name] ?? [0]).count / 2] }
@MainActor func line(_ name: String, _ rate: Double, _ against: String? = nil) {
    let ratio = against.map { String(format: "  %.2f of %@", rate / median($0), $0) } ?? ""
    print(name.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%10.0f/s", rate) + ratio)
}
line("raw SQLite, same table, 1 a transaction", median("raw 1"))
line("ledger, 1 writer", median("ledger 1"), "raw 1")
line("raw SQLite, same table, 64 a transaction", median("raw 64"))
line("raw SQLite, number and blob, 64 a transaction", median("least 64"))
line("ledger, 64 writers", median("ledger 64"), "raw 64")
line("ledger, one owner pipelining 64", median("pipelined"), "raw 64")

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 500_000
if 0 < count {
    for part in [count / 10, count] { try await Bench.reading(part) }
}
