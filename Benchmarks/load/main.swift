// SPDX-License-Identifier: MIT

import Foundation
import Ledger
import LedgerSQLite

// Fills a folder with a large invented record, and measures how it starts.
//
//     homeward-load fill FOLDER [EPISODES]     (default 250000 episodes, about two million events)
//     homeward-load open FOLDER [snapshot]     starts once, without or with a snapshot; prints seconds and memory
//     homeward-load snapshot FOLDER            leaves a snapshot
//     homeward-load report FOLDER [COUNT]      reports so many children missing now (default 200)
//     homeward-load fixed BYTES...             serves fixed bodies of these sizes at /static/fixed-BYTES, until it is ended

let words = Array(CommandLine.arguments.dropFirst())
guard 2 <= words.count else {
    print(
        "homeward-load fill FOLDER [EPISODES] | open FOLDER [snapshot] | snapshot FOLDER | report FOLDER [COUNT] "
            + "| fixed BYTES...")
    exit(2)
}
let load = Load(folder: words[1])
switch words[0] {
case "fill": try await load.fill(episodes: words.count < 3 ? 250_000 : Int(words[2]) ?? 250_000)
case "open": try load.open(withSnapshot: words.count == 3)
case "report": try await load.report(words.count < 3 ? 200 : Int(words[2]) ?? 200)
case "fixed": try await FixedBodies(byteCounts: words.dropFirst().compactMap { Int($0) }).serve()
case "snapshot": try await load.leaveSnapshot()
default: exit(2)
}
