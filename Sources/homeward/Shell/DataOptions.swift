// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Ledger
import LedgerPostgres

/// Where the record is, and where its master key comes from.
struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "The folder that holds the record. Without it $HOMEWARD_DATA, else ./homeward-data.", valueName: "folder"))
    var given: String?

    @Option(
        help: ArgumentHelp(
            "The PostgreSQL database that holds the ledgers, as postgres://… . Without it $HOMEWARD_LEDGER, else the folder itself.",
            valueName: "address"))
    var ledger: String?

    @Option(help: ArgumentHelp("The file with the master key. Without it master.key in the folder.", valueName: "file"))
    var masterKeyFile: String?

    @Option(help: ArgumentHelp("The environment variable that holds the master key.", valueName: "name"))
    var masterKeyEnvironment: String?

    @Option(
        help: ArgumentHelp(
            "A command that prints the master key, such as one that asks a key service.", valueName: "command"))
    var masterKeyCommand: String?

    mutating func validate() throws {
        let ways = [masterKeyFile, masterKeyEnvironment, masterKeyCommand].compactMap { $0 }
        if 1 < ways.count { throw ValidationError("Say one place where the master key is, not several.") }
        if let text = ledger ?? PostgresPlace.ofEnvironment, PostgresPlace(text) == nil {
            throw ValidationError("A ledger that is not in the folder has an address that begins with postgres://.")
        }
        if ledger.flatMap({ PostgresPlace($0) })?.holdsPassword ?? false {
            throw ValidationError(PostgresPlace.passwordSentence)
        }
    }

    /// Where the ledgers are.
    var place: LedgerPlace {
        (ledger ?? PostgresPlace.ofEnvironment).flatMap { PostgresPlace($0) }.map { .postgres($0) } ?? .folder(folder)
    }

    /// The folder, without a slash at its end.
    var folder: String {
        let environment = ProcessInfo.processInfo.environment["HOMEWARD_DATA"].flatMap { $0.isEmpty ? nil : $0 }
        let folder = given ?? environment ?? "homeward-data"
        return 1 < folder.count && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    /// Whether the master key is the one kept in the folder itself.
    var keepsKeyInFolder: Bool { [masterKeyFile, masterKeyEnvironment, masterKeyCommand].allSatisfy { $0 == nil } }

    var masterKey: MasterKeySource {
        if let masterKeyFile { return .file(masterKeyFile) }
        if let masterKeyEnvironment { return .environment(masterKeyEnvironment) }
        if let masterKeyCommand { return .command(masterKeyCommand.split(separator: " ").map(String.init)) }
        return .file("\(folder)/\(RecordFolder.keyName)")
    }
}

/// Answers as JSON, for programs.
struct OutputOptions: ParsableArguments {
    @Flag(name: .customLong("json"), help: "Answer as JSON, for programs.")
    var isJSON = false
}
