// SPDX-License-Identifier: MIT

import ArgumentParser
import Ledger
import LedgerSQLite

/// `homeward checkpoint check`
struct CheckpointCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check that the history is still the one that a checkpoint vouches for.",
        discussion: """
            Goes along the chain over the sealed bytes alone: needs neither the master key nor a server, and reads \
            nothing of what is in the record. Finds an entry changed, removed, put elsewhere or added between, a history \
            cut short or made anew, and an older copy put back. Of several checkpoints each is checked; the last that \
            holds says from where on the history differs. Ends with 1 where anything does.

            Example:
              homeward checkpoint check october.txt november.txt --ledger backup/ledger.sqlite \\
                --public-key homeward-checkpoint-public-1:…
            """
    )

    @Argument(help: "One checkpoint, or several.")
    var files: [String]

    @OptionGroup var ledger: LedgerOptions

    @Option(help: ArgumentHelp("The public key of whoever signed, or a file that holds it.", valueName: "key"))
    var publicKey: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let key = try CheckpointFile.publicKey(publicKey)
        let signed = try files.map { try CheckpointFile.read($0) }
        for (file, one) in zip(files, signed) where !key.signed(one) {
            throw CommandFault.refused(
                "\(file) was not signed with this key, or was changed since. It says nothing about the record.")
        }
        let store = try ledger.open()
        defer { try? store.close() }
        let comparison = try ProgressLine.during("Going along the chain") { progress in
            try Checkpoint.compare(signed.map(\.checkpoint), with: store, progress: progress)
        }
        if output.isJSON {
            try Printing.json(Answer(files, comparison))
        } else {
            say(comparison, signed)
        }
        if !comparison.isSound { throw ExitCode(1) }
    }

    private func say(_ comparison: CheckpointComparison, _ signed: [SignedCheckpoint]) {
        for ((file, one), verdict) in zip(zip(files, signed), comparison.verdicts) {
            let made = CheckpointFile.time(one.checkpoint.madeAt)
            let sentence = Self.sentence(verdict, one.checkpoint.head.position.number)
            Printing.toStandardOutput("\(file), made \(made): \(sentence)")
        }
        let held = zip(signed, comparison.verdicts).filter { $0.1 == .holds }.map(\.0.checkpoint.head.position).max()
        if let held, !comparison.isSound {
            Printing.toStandardOutput("Up to entry \(held) the history is the one that was vouched for.")
        }
        for finding in comparison.findings.prefix(20) { Printing.toStandardOutput("  \(finding)") }
        if comparison.isSound {
            Printing.toStandardOutput(
                "The chain holds through all \(comparison.entryCount) entries, and ends with \(comparison.last.hash).")
        }
    }

    private static func sentence(_ verdict: CheckpointVerdict, _ entries: Int64) -> String {
        switch verdict {
        case .holds: "holds. None of the first \(entries) entries was changed, removed or put elsewhere."
        case .cutShort(let end): "DOES NOT HOLD. The history ends at entry \(end); there were \(entries)."
        case .altered(let first): "DOES NOT HOLD. Entry \(first) was changed, removed or put elsewhere."
        case .madeAnew: "DOES NOT HOLD. The first \(entries) entries are another history: it was made anew."
        case .ofAnotherLedger: "DOES NOT HOLD. It vouches for another ledger."
        case .keysAreMissing(let there): "DOES NOT HOLD. Keys are missing: there are \(there)."
        }
    }

    private struct Answer: Encodable {
        struct Checked: Encodable {
            let file, verdict: String
            let position: Int64?
        }

        let isSound: Bool
        let entries: Int
        let hash: String
        let checkpoints: [Checked]
        let findings: [String]

        init(_ files: [String], _ comparison: CheckpointComparison) {
            isSound = comparison.isSound
            entries = comparison.entryCount
            hash = comparison.last.hash.description
            findings = comparison.findings.map(\.description)
            checkpoints = zip(files, comparison.verdicts).map { file, verdict in
                switch verdict {
                case .holds: Checked(file: file, verdict: "holds", position: nil)
                case .cutShort(let end): Checked(file: file, verdict: "cut-short", position: end.number)
                case .altered(let first): Checked(file: file, verdict: "altered", position: first.number)
                case .madeAnew: Checked(file: file, verdict: "made-anew", position: nil)
                case .ofAnotherLedger: Checked(file: file, verdict: "of-another-ledger", position: nil)
                case .keysAreMissing: Checked(file: file, verdict: "keys-are-missing", position: nil)
                }
            }
        }
    }
}
