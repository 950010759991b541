// SPDX-License-Identifier: MIT

import Foundation

// Every duty of one episode after one more event, and of many episodes at an instant; a replay of them under another
// pack, with its triggers and workload; and the triggers for a place with a long history.
//
//     DutyBench [EPISODES]      (default 20000; a tenth is done too; to be run at the root of the repository)

guard let bench = try DutyBench(episodes: CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 20_000) else {
    print("DutyBench: there are no Protocols and Calendars here; run it at the root of the repository")
    exit(2)
}
for pack in ["birmingham-2015", "england-2014"] {
    bench.oneEpisode(under: pack)
    bench.manyEpisodes(under: pack)
}
bench.replay("england-2014", "birmingham-2015")
bench.placeTriggers(under: "england-2014")
