// SPDX-License-Identifier: MIT

import ArgumentParser
import Casework

/// `homeward erase confirm`
struct EraseConfirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirm what somebody else proposed, and end the record.",
        discussion: """
            Example:
              homeward erase confirm 12 --as j.petty@eastmoor.example --reference EM-0012 --data /srv/homeward
            """
    )

    @Argument(help: ArgumentHelp("The child's number.", valueName: "child"))
    var child: UInt32

    @Option(name: .customLong("as"), help: ArgumentHelp("The records manager who confirms.", valueName: "email"))
    var email: String

    @Option(help: ArgumentHelp("The child's reference, or CHILD- and the number where there is none."))
    var reference: String

    @OptionGroup var data: DataOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (id, reference, isJSON) = (ChildID(number: child), reference, output.isJSON)
        try await ErasingRun(data: data, email: email).run { partnership, actor, elsewhere in
            let receipt = try await partnership.erase(id, reference: reference, by: actor, elsewhere: elsewhere)
            if isJSON {
                return try Printing.json(
                    Answer(
                        child: id.number, position: receipt.position.number, entries: receipt.entryCount,
                        textsElsewhere: receipt.mentionCount))
            }
            Printing.toStandardOutput(
                "Erased: \(receipt.entryCount) entries can't be read any more. Backups made before still hold them: destroy those too."
            )
        }
    }

    private struct Answer: Encodable {
        let child: UInt32
        let position: Int64
        let entries, textsElsewhere: Int
    }
}
