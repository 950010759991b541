// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Foundation
import Matching

/// `homeward match train`
struct MatchTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learns weights from questions whose answers are known.",
        discussion: """
            The second file has a column true_child_id, empty for a child who is not in the register. With --folds the \
            questions are shared out by the sound of the surname, and each share is answered by weights that never saw \
            it: what that gives is what to expect of names that nobody has seen.

            Example:
              homeward match train children.csv queries.csv --out weights.csv --folds 5
            """)

    @Argument(help: ArgumentHelp("The register.", valueName: "children.csv"))
    var register: String
    @Argument(help: ArgumentHelp("Questions with their answers.", valueName: "queries.csv"))
    var queries: String
    @Option(name: .customLong("out"), help: ArgumentHelp("Write the weights here.", valueName: "weights.csv"))
    var file: String?
    @Option(help: "Into how many shares to part the questions, to see how good unseen names are answered.")
    var folds = 0
    @Option(help: "How strongly a weight is held near what is known beforehand.") var ridge: Float = 0.5
    @OptionGroup var options: MatchOptions

    func run() throws {
        let names = try options.loadNames()
        let (register, date) = try options.loadRegister(register, names: names)
        var rows: [ChildrenTable.Row] = []
        var surnames: [String: String] = [:]
        try MatchFiles.read(queries) { rows.append($0) }
        try MatchFiles.read(self.register) { surnames[$0.child.reference] = $0.child.surname }
        guard rows.allSatisfy({ $0.truth != nil }) else {
            throw CommandFault.refused("\(queries) has no column true_child_id: nothing can be learned from it.")
        }
        let unweighed = Matcher(register: register, weights: Weights(), on: date)
        var training = WeightTraining()
        for row in rows { training.add(row.child, truth: row.truth.flatMap { $0.isEmpty ? nil : $0 }, unweighed) }
        if folds > 1 {
            let groups = NameGroups(names: names, count: folds)
            let byRow = rows.map { row in
                groups.group(of: row.truth.flatMap { surnames[$0] } ?? row.child.surname)
            }
            Printing.toStandardOutput(validated(training, rows, byRow, register, unweighed))
        }
        if let file {
            let weights = training.learned(ridge: ridge)
            let lines = weights.named.map { "\($0.name),\($0.weight)\n" }
            try MatchFiles.write("finding,weight\n" + lines.joined(), to: file)
        }
    }

    private func validated(
        _ training: WeightTraining, _ rows: [ChildrenTable.Row], _ groups: [Int], _ register: MatchRegister,
        _ unweighed: Matcher
    ) -> String {
        let (ridge, date) = (ridge, unweighed.date)
        let parts = InParallel.pieces(of: folds) { piece in
            piece.flatMap { fold -> [MatchQuality.Question] in
                let weights = training.learned(ridge: ridge) { groups[$0] != fold }
                let matcher = Matcher(register: register, weights: weights, on: date)
                return rows.indices.filter { groups[$0] == fold }.map { index in
                    MatchQuality.Question(
                        matcher.answer(rows[index].child), truth: rows[index].truth ?? "", tags: rows[index].tags)
                }
            }
        }
        let timing = MatchTiming(
            children: register.count, bytesEachChild: register.bytesEachChild, questions: rows.count, index: .zero,
            answers: .zero)
        return MatchReport(timing: timing, quality: MatchQuality(parts.flatMap { $0 })).text
    }
}
