// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Ledger
import LedgerSQLite
import Partnership
import Synchronization
import WorkingTime

/// What noting a look costs a page, what a look takes in memory and on disk, and how long the questions take.
let directory = NSTemporaryDirectory() + "homeward-look-bench-\(UUID().uuidString)"
defer { try? FileManager.default.removeItem(atPath: directory) }
let store = try SQLiteLedgerStore.create(in: directory)
let begun: Int64 = 1_780_000_000
let ledger = try Ledger.found(in: store, masterKey: .random(), foundedAt: begun)
let time = Mutex(Instant(secondsSince1970: begun))
let book = LookBook(ledger: ledger, clock: PartnershipClock { time.withLock { $0 } })
let children: UInt32 = 5_000
let workers = 200

var state = State()
for number in 1...children {
    state.apply(
        Event(
            .childRegistered, child: ChildID(number: number), occurredAt: .at(Instant(secondsSince1970: 0)),
            recordedAt: Instant(secondsSince1970: 0), by: Actor(role: .administrator),
            details: [.name: .text("Child \(number)")]), at: state.position.next)
}

func look(_ number: Int) -> Look {
    let at = time.withLock { now in
        now = Instant(secondsSince1970: begun + Int64(number) * 30)
        return now
    }
    let actor = Actor(worker: "worker-\(number % workers)", role: .socialWorker, agency: AgencyID("eastmoor"))
    return Look(
        .looked, by: actor, at: at, child: ChildID(number: UInt32(number * 7_919 % Int(children)) + 1),
        part: .identity, route: "/children/{child}")
}

func seconds(_ body: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await body()
    let length = clock.now - start
    return Double(length.components.seconds) + Double(length.components.attoseconds) / 1e18
}

func say(_ what: String, _ value: Double, _ unit: String) {
    print("\(what.padding(toLength: 56, withPad: " ", startingAt: 0)) \(String(format: "%.2f", value)) \(unit)")
}

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
let looks = (0..<count).map(look)
let noting = try await seconds {
    for each in looks { try await book.note([each], in: state) }
}
say("a look, until the page goes on", noting / Double(count) * 1e6, "µs")
let settling = try await seconds { try await book.settle() }
say("until the last of \(count) is on disk", (noting + settling) / Double(count) * 1e6, "µs a look")
let last = looks[count - 1]
let again = try await seconds {
    for _ in 0..<count { try await book.note([last], in: state) }
}
say("the same look again", again / Double(count) * 1e9, "ns")
let shown = (1...40).map { ChildID(number: $0) }
let board = shown.map { child in
    Look(.listed, by: last.by, at: last.at, child: child, part: .identity, route: "/")
}
try await book.note(board, in: state)
let boards = try await seconds {
    for _ in 0..<10_000 { try await book.note(board, in: state) }
}
say("a board of 40 children that refreshes itself", boards / 10_000 * 1e6, "µs")
let marks = await book.marks()
say("a look in memory, beside the room for growing", Double(LookMarks.bytesPerLook), "bytes")
let size = try FileManager.default.attributesOfItem(atPath: directory + "/ledger.sqlite")[.size] as? Int ?? 0
say("a look on disk, sealed, with its index", Double(size) / Double(ledger.head.position.number), "bytes")
let counting = await seconds {
    for number in 1...1_000 {
        _ = marks.readerCount(of: ChildID(number: UInt32(number)), since: last.at - .days(30))
    }
}
say("how many opened a child's record in 30 days", counting / 1_000 * 1e6, "µs")
let asking = try await seconds {
    let question = LookBook.Question(
        child: ChildID(number: 1), span: Instant(secondsSince1970: begun)..<(last.at + .hours(1)))
    _ = try await book.answer(question, limit: 100)
}
say("a child's page of looks", asking * 1e3, "ms")
