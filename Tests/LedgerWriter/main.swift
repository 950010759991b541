// SPDX-License-Identifier: MIT
import Casework
import Glibc
import Ledger
import LedgerSQLite

// Appends to the ledger in a directory from many writers, without end, and says on its output what was acknowledged:
// position, writer, number. Made to be killed: whatever it has said must be there afterwards.

let arguments = CommandLine.arguments
guard arguments.count == 4, let writers = Int(arguments[3]) else {
    print("usage: ledger-writer DIRECTORY KEYFILE WRITERS")
    exit(2)
}

/// One line in one write, so that a kill never leaves half a line that reads like a whole one.
@Sendable func say(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = write(1, bytes, bytes.count)
}

func opened() -> Ledger {
    do {
        let key = try MasterKeySource.file(arguments[2]).read()
        return try Ledger(opening: SQLiteLedgerStore.open(in: arguments[1]), masterKey: key)
    } catch {
        print("\(error)")
        exit(1)
    }
}

let ledger = opened()
let start = ledger.head.position.number
await withTaskGroup(of: Void.self) { group in
    for writer in 0..<writers {
        group.addTask {
            var number = 0
            while true {
                // Some submissions have two entries, to be kept or lost together.
                let drafts = (0..<(number % 5 == 0 ? 2 : 1)).map { part in
                    EntryDraft(
                        subject: .child(UInt64(start) % 1_000 * 100 + UInt64(writer)),
                        recordedAt: 1_800_000_000,
                        payload: Array("\(start) \(writer) \(number) \(part)".utf8)
                    )
                }
                guard let ticket = try? await ledger.append(drafts) else { exit(1) }
                for part in drafts.indices {
                    say("\(ticket.first.number + Int64(part)) \(start) \(writer) \(number) \(part)")
                }
                number += 1
            }
        }
    }
}
