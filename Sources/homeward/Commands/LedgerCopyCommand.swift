// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Ledger

/// `homeward ledger copy`
struct LedgerCopyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copy a record from a folder to a PostgreSQL database, or back, with its chain as it is.",
        discussion: """
            Copies the record and who looked at it, and verifies both where they came to. Stop every server first: from \
            then on one of the two goes on, and the other is put away. Accounts stay in the folder.

            Examples:
              homeward ledger copy /srv/homeward postgres://homeward_app@db/homeward
              homeward ledger copy postgres://homeward_app@db/homeward /srv/homeward-on-files \\
                --master-key-file /srv/homeward/master.key
            """
    )

    @Argument(help: "The folder or the database that has the record.")
    var from: String

    @Argument(help: "The folder or the prepared database that has none yet.")
    var to: String

    @Option(
        help: ArgumentHelp(
            "The file with the master key. Without it master.key in the folder of the two.", valueName: "file"))
    var masterKeyFile: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let (source, target) = (try LedgerPlace(typed: from), try LedgerPlace(typed: to))
        let copied = try LedgerCopy(from: source, to: target, masterKey: key(source, target).read(), isMove: true).run()
        if output.isJSON {
            return try Printing.json(
                Answer(
                    position: copied.record.position.number, hash: copied.record.hash.description,
                    looks: copied.looks?.position.number))
        }
        Printing.toStandardOutput(
            """
            Copied and verified: \(copied.record.position) entries, ending with \(copied.record.hash).
            Go on with \(target.shown) alone, and put \(source.shown) away: two that go on are two histories.
            """)
    }

    /// The key is in a folder; of two databases it is named.
    private func key(_ source: LedgerPlace, _ target: LedgerPlace) throws -> MasterKeySource {
        if let masterKeyFile { return .file(masterKeyFile) }
        for case .folder(let path) in [source, target] {
            let file = "\(path)/\(RecordFolder.keyName)"
            if FileManager.default.fileExists(atPath: file) { return .file(file) }
        }
        throw CommandFault.refused("Say where the master key is, with --master-key-file.")
    }

    private struct Answer: Encodable {
        let position: Int64
        let hash: String
        let looks: Int64?
    }
}
