// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Foundation
import Matching

/// `homeward match duplicates`
struct MatchDuplicates: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Finds the children whom a register holds more than once.",
        discussion: """
            Writes child_id_a, child_id_b and score for every two records of one group. Records that contradict each \
            other, by two identifiers or by two certain birth dates, are never put into one group, whatever connects \
            them.

            Example:
              homeward match duplicates children.csv --out pairs.csv
            """)

    @Argument(help: ArgumentHelp("The register.", valueName: "register.csv"))
    var register: String
    @Option(name: .customLong("out"), help: ArgumentHelp("Write the pairs here.", valueName: "pairs.csv"))
    var pairs: String?
    @OptionGroup var options: MatchOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let names = try options.loadNames()
        let weights = try options.loadWeights()
        let started = ContinuousClock.now
        let (register, _) = try options.loadRegister(register, names: names)
        let indexed = ContinuousClock.now
        let duplicates = DuplicatePairs(register, weights: weights)
        let compared = InParallel.pieces(of: register.count) { duplicates.pairs(of: $0) }.flatMap { $0 }
        let found = DuplicatePairs.settled(compared, among: register.count)
        let clusters = DuplicateClusters(found, in: register)
        let (index, search) = (indexed - started, ContinuousClock.now - indexed)
        let kept = clusters.pairs(of: found)
        if let pairs { try MatchFiles.write(Self.table(kept, register), to: pairs) }
        if output.isJSON {
            return try Printing.json([
                "children": register.count, "groups": clusters.groups.count, "pairs": kept.count,
                "refused": clusters.refused.count,
            ])
        }
        Printing.toStandardOutput(
            """
            \(register.count) children, \(register.bytesEachChild) bytes each; read and indexed in \
            \(MatchReport.seconds(index)) s, compared in \(MatchReport.seconds(search)) s.
            \(clusters.groups.count) children are held more than once, in \(kept.count) pairs of records.
            \(clusters.refused.count) pairs look alike and contradict each other: they stand apart.
            """)
    }

    private static func table(_ pairs: [DuplicatePair], _ register: MatchRegister) -> String {
        var text = "child_id_a,child_id_b,score\n"
        for pair in pairs {
            let (first, second) = (register.references[pair.first], register.references[pair.second])
            text += "\(MatchEvaluate.quoted(first)),\(MatchEvaluate.quoted(second)),\(pair.logOdds)\n"
        }
        return text
    }
}
