// SPDX-License-Identifier: MIT

import Foundation

// The measures of the annual report over EPISODES, and over a tenth of them.
//
//     FigureBench EPISODES [FOLDER]      writes the same columns into FOLDER for the peers, and what it counted

let asked = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
let folder = CommandLine.arguments.dropFirst(2).first
var processor: [Double] = []
for count in [asked / 10, asked] {
    let bench = FigureBench(episodes: count)
    processor.append(bench.run())
    if count == asked, let folder { try bench.write(to: folder) }
}
print(String(format: "exponent of the processor time %.2f", log10(processor[1] / processor[0])))
