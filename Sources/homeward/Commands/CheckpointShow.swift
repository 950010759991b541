// SPDX-License-Identifier: MIT

import ArgumentParser
import Ledger

/// `homeward checkpoint show`
struct CheckpointShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Say in plain words what a checkpoint vouches for.",
        discussion: """
            Needs no record. With the public key it says whether the signature is good; ends with 1 where it is not.

            Example:
              homeward checkpoint show november.txt --public-key homeward-checkpoint-public-1:…
            """
    )

    @Argument(help: "The checkpoint.")
    var file: String

    @Option(help: ArgumentHelp("The public key of whoever signed, or a file that holds it.", valueName: "key"))
    var publicKey: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let signed = try CheckpointFile.read(file)
        let isGood = try publicKey.map { try CheckpointFile.publicKey($0).signed(signed) }
        let answer = Answer(signed, isGood)
        if output.isJSON {
            try Printing.json(answer)
        } else {
            Printing.toStandardOutput(text(signed, isGood))
        }
        if isGood == false { throw ExitCode(1) }
    }

    private func text(_ signed: SignedCheckpoint, _ isGood: Bool?) -> String {
        let checkpoint = signed.checkpoint
        let said = [true: "Its signature is good.", false: "ITS SIGNATURE IS NOT THAT OF THIS KEY."]
        return """
            A checkpoint made \(CheckpointFile.time(checkpoint.madeAt)).
            Ledger: \(CheckpointFile.grouped(Hexadecimal.text(of: checkpoint.identity)))
            It vouches for \(checkpoint.head.position) entries about \(checkpoint.subjectCount) subjects, ending with
            \(CheckpointFile.grouped(checkpoint.head.hash.description))
            \(isGood.flatMap { said[$0] } ?? "Name the public key with --public-key to have its signature checked.")
            """
    }

    private struct Answer: Encodable {
        let ledger, hash: String
        let entries: Int64
        let subjects: Int
        let made, founded: Int64
        let isSignatureGood: Bool?

        init(_ signed: SignedCheckpoint, _ isGood: Bool?) {
            let checkpoint = signed.checkpoint
            ledger = Hexadecimal.text(of: checkpoint.identity)
            hash = checkpoint.head.hash.description
            entries = checkpoint.head.position.number
            subjects = checkpoint.subjectCount
            (made, founded) = (checkpoint.madeAt, checkpoint.foundedAt)
            isSignatureGood = isGood
        }
    }
}
