// SPDX-License-Identifier: MIT

import Exchange
import Foundation
import Partnership
import Simulation

// scripts/simulate: many invented decades, each from its seed. Stops at the first in which something did not hold, and
// says with which seed it can be had again.

func number(_ name: String, else usual: Int) -> Int {
    guard let place = CommandLine.arguments.firstIndex(of: "--\(name)"), place + 1 < CommandLine.arguments.count
    else { return usual }
    guard let number = Int(CommandLine.arguments[place + 1]), 0 < number else {
        FileHandle.standardError.write(Data("--\(name) takes a number from 1 on.\n".utf8))
        exit(2)
    }
    return number
}

let (first, count, years) = (number("first", else: 1), number("seeds", else: 100), number("years", else: 10))
let (packs, faults) = PackFolder(path: "Protocols").loadAll()
guard faults.isEmpty, let calendars = CalendarFolder.load("Calendars").value,
    let shelf = ProtocolShelf(packs: packs, calendars: calendars, standing: "england-2014")
else {
    FileHandle.standardError.write(Data("Run this where Protocols and Calendars are.\n".utf8))
    exit(2)
}

var all = DecadeTold()
let start = ContinuousClock.now
for seed in first..<first + count {
    do {
        let told = try await Decade(seed: UInt64(seed), years: years, shelf: shelf).run()
        all.add(told)
    } catch {
        print("\n\(error)\nAgain: scripts/simulate --first \(seed) --seeds 1 --years \(years)")
        exit(1)
    }
    let seconds = (ContinuousClock.now - start).components.seconds
    FileHandle.standardError.write(Data("\r\(seed - first + 1) of \(count), \(seconds) s ".utf8))
}
let refused = all.refused.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
print(
    """

    \(count) seeds of \(years) years, every invariant held at every step.
    \(all.steps) steps, \(all.episodes) episodes, \(all.acknowledged) entries acknowledged, \(all.unknown) answers lost \
    in faults, \(all.restarts) processes restarted, \(all.erased) records erased, \(all.wholeChecks) times everything \
    was checked.
    Refused: \(refused)
    """)
