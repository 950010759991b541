// SPDX-License-Identifier: MIT

import ArgumentParser
import Foundation
import Ledger
import LedgerPostgres
import LedgerSQLite

/// Which ledger, where no key is needed.
struct LedgerOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "The folder that holds the record. Without it $HOMEWARD_DATA, else ./homeward-data.", valueName: "folder"))
    var given: String?

    @Option(
        help: ArgumentHelp(
            "The ledger itself, or a backup of it, in place of --data; or the address of a database.", valueName: "file"
        ))
    var ledger: String?

    func validate() throws {
        if given != nil, ledger != nil { throw ValidationError("Say either --data or --ledger, not both.") }
        if ledger.flatMap({ PostgresPlace($0) })?.holdsPassword ?? false {
            throw ValidationError(PostgresPlace.passwordSentence)
        }
    }

    var path: String {
        if let ledger { return ledger }
        let environment = ProcessInfo.processInfo.environment["HOMEWARD_DATA"].flatMap { $0.isEmpty ? nil : $0 }
        return "\(given ?? environment ?? "homeward-data")/\(SQLiteLedgerStore.fileName)"
    }

    func open() throws -> any LedgerStore {
        let address = ledger ?? (given == nil ? PostgresPlace.ofEnvironment : nil)
        guard let place = address.flatMap({ PostgresPlace($0) }) else {
            return try SQLiteLedgerStore.openForReading(path)
        }
        return try PostgresLedgerStore.open(place, schema: LedgerPlace.recordSchema, isReading: true)
    }
}
