// SPDX-License-Identifier: MIT

import ArgumentParser
import Ledger
import LedgerSQLite

/// `homeward checkpoint make`
struct CheckpointMake: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Sign what the history is now.",
        discussion: """
            Goes along the whole chain first, and signs nothing that does not hold. Needs the checkpoint key and not the \
            master key, so that somebody who may not read the record can do it, also from a backup. A server may go on \
            working.

            Examples:
              homeward checkpoint make --data /srv/homeward --checkpoint-key /media/stick/checkpoint.key
              homeward checkpoint make --ledger backup/ledger.sqlite --checkpoint-key my.key --to november.txt
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(
        help: ArgumentHelp(
            "The file with the key that signs: “homeward key new checkpoint” makes one.", valueName: "file"))
    var checkpointKey: String

    @Option(help: ArgumentHelp("The file to write; without it the checkpoint is printed.", valueName: "file"))
    var to: String?

    func run() throws {
        let key = try CheckpointKey.read(checkpointKey)
        let store = try ledger.open()
        defer { try? store.close() }
        let now = RealTime.now().secondsSince1970
        let checkpoint = try ProgressLine.during("Going along the chain") { progress in
            try Checkpoint.make(of: store, at: now, progress: progress)
        }
        let signed = key.sign(checkpoint)
        guard let to else { return Printing.toStandardOutput(signed.text) }
        try OwnerOnlyFile.createWhole(to, with: Array(signed.text.utf8))
        Printing.toStandardOutput(
            "A checkpoint of \(checkpoint.head.position) entries stands in \(to). Keep it where the record is not.")
    }
}
