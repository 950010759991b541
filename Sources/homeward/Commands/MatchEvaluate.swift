// SPDX-License-Identifier: MIT

import ArgumentParser
import Exchange
import Foundation
import Matching

/// `homeward match evaluate`
struct MatchEvaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract:
            "Looks for every child of one file in another; where it is known who was meant, says how good it was.",
        discussion: """
            Writes query_id, child_id and score, the likeliest child first; the score is the natural logarithm of the \
            odds. With a column true_child_id in the second file, prints accuracy, with a column tags also by tag.

            Example:
              homeward match evaluate children.csv queries.csv --out ranked.csv
            """)

    @Argument(help: ArgumentHelp("The register.", valueName: "children.csv"))
    var register: String
    @Argument(help: ArgumentHelp("Those who are looked for.", valueName: "queries.csv"))
    var queries: String
    @Option(name: .customLong("out"), help: ArgumentHelp("Write the ranked children here.", valueName: "ranked.csv"))
    var ranked: String?
    @Option(help: "How many children to write for each question.") var limit = 10
    @OptionGroup var options: MatchOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let names = try options.loadNames()
        let started = ContinuousClock.now
        let (register, date) = try options.loadRegister(register, names: names)
        let matcher = Matcher(register: register, weights: try options.loadWeights(), on: date)
        var rows: [ChildrenTable.Row] = []
        try MatchFiles.read(queries) { rows.append($0) }
        let indexed = ContinuousClock.now
        let (questions, limit) = (rows, limit)
        let answers = InParallel.pieces(of: rows.count) { piece in
            piece.map { question -> (answer: MatchAnswer, took: Duration) in
                let began = ContinuousClock.now
                return (matcher.answer(questions[question].child, limit: limit), ContinuousClock.now - began)
            }
        }.flatMap { $0 }
        let answered = ContinuousClock.now
        if let ranked { try MatchFiles.write(Self.table(rows, answers.map(\.answer)), to: ranked) }
        let timing = MatchTiming(
            children: register.count, bytesEachChild: register.bytesEachChild, questions: rows.count,
            index: indexed - started, answers: answered - indexed, each: answers.map(\.took).sorted())
        let labelled = zip(rows, answers).compactMap { row, answer in
            row.truth.map { MatchQuality.Question(answer.answer, truth: $0, tags: row.tags) }
        }
        let report = MatchReport(timing: timing, quality: labelled.isEmpty ? nil : MatchQuality(labelled))
        if output.isJSON { try Printing.json(report.json) } else { Printing.toStandardOutput(report.text) }
    }

    private static func table(_ rows: [ChildrenTable.Row], _ answers: [MatchAnswer]) -> String {
        var text = "query_id,child_id,score\n"
        for (row, answer) in zip(rows, answers) {
            for candidate in answer.candidates {
                text += "\(quoted(row.child.reference)),\(quoted(candidate.reference)),\(candidate.logOdds)\n"
            }
        }
        return text
    }

    static func quoted(_ field: String) -> String {
        field.utf8.contains { [44, 34, 10, 13].contains($0) }
            ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }
}
