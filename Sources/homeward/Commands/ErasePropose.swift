// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework
import Partnership

/// `homeward erase propose`
struct ErasePropose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Propose to end a child's record.",
        discussion: """
            Where texts elsewhere may name the child, they are listed, each with its id, and nothing is recorded until \
            --text says for each what it is: “own” (it is the other child's own record and stays), “namesake” (about \
            somebody else), “agency” (of no child).

            Example:
              homeward erase propose 12 --as a.hale@eastmoor.example --ground retention-ended \\
                --because "Retention list of May 2031, item 4" --text 412.narrative=own
            """
    )

    @Argument(help: ArgumentHelp("The child's number.", valueName: "child"))
    var child: UInt32

    @Option(name: .customLong("as"), help: ArgumentHelp("The records manager who proposes.", valueName: "email"))
    var email: String

    @Option(help: ArgumentHelp("retention-ended, court-order, request-upheld or made-in-error."))
    var ground: String

    @Option(help: ArgumentHelp("Why, and where it is written down; no child's name.", valueName: "words"))
    var because: String

    @Option(help: ArgumentHelp("What a text elsewhere is: its id, =, own, namesake or agency.", valueName: "id=what"))
    var text: [String] = []

    @OptionGroup var data: DataOptions

    func run() async throws {
        guard let ground = ErasureGround(rawValue: ground) else {
            let all = ErasureGround.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFault.misused("“\(self.ground)” is no ground. There are: \(all).")
        }
        var decided: [String: String] = [:]
        for pair in text {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, ["own", "namesake", "agency"].contains(parts[1]) else {
                throw CommandFault.misused("“\(pair)” is not an id with own, namesake or agency.")
            }
            decided[parts[0]] = parts[1]
        }
        let planned = PlannedErasure(
            child: ChildID(number: child), ground: ground, reason: because, decided: decided)
        try await ErasingRun(data: data, email: email).run { partnership, actor, _ in
            do {
                _ = try await partnership.proposeErasure(planned, by: actor)
            } catch let refusal as ErasureRefusal {
                if case .mentionsAreNotReviewed = refusal {
                    for mention in try await partnership.mentions(of: planned.child) {
                        let whose = mention.child.map { "child \($0.number)" } ?? "no child"
                        Printing.toStandardOutput("\(mention.id) (\(whose)): \(mention.text)")
                    }
                }
                throw refusal
            }
            Printing.toStandardOutput("Proposed. Another records manager confirms it.")
        }
    }
}
