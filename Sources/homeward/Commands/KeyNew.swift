// SPDX-License-Identifier: MIT

import ArgumentParser
import Ledger

/// `homeward key new`
struct KeyNew: ParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case master
        case checkpoint
    }

    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a new key in a file of its own.",
        discussion: """
            A master key seals the record; keep a copy apart from the backups. A checkpoint key signs checkpoints; keep it \
            where neither the record nor the master key is, and give the public key that is printed to whoever checks. \
            The file has mode 0600, and no key is ever written over.

            Examples:
              homeward key new checkpoint /media/stick/checkpoint.key
              homeward key new master /etc/homeward/master.key
            """
    )

    @Argument(help: "master or checkpoint.")
    var kind: Kind

    @Argument(help: ArgumentHelp("The file to make; it must not be there yet.", valueName: "file"))
    var file: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        switch kind {
        case .master:
            let key = MasterKey.random()
            try MasterKeySource.createFile(file, holding: key)
            try answer(
                Answer(file: file, fingerprint: key.fingerprint, publicKey: nil), "A master key, \(key.fingerprint)")
        case .checkpoint:
            let key = CheckpointKey.random()
            try key.createFile(file)
            let text = key.publicKey.text
            try answer(Answer(file: file, fingerprint: nil, publicKey: text), "A key for checkpoints")
            if !output.isJSON { Printing.toStandardOutput("Its public key, for whoever checks:\n\(text)") }
        }
    }

    private func answer(_ answer: Answer, _ what: String) throws {
        if output.isJSON { return try Printing.json(answer) }
        Printing.toStandardOutput("\(what), stands in \(file).")
    }

    private struct Answer: Encodable {
        let file: String
        let fingerprint, publicKey: String?
    }
}
