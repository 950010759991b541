// SPDX-License-Identifier: MIT

import ArgumentParser
import LedgerPostgres

/// `homeward ledger prepare`
struct LedgerPrepare: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare",
        abstract: "Make the tables of a record in a PostgreSQL database, as their owner.",
        discussion: """
            The role that signs in here owns the tables from then on; no server ever signs in as it. The role that \
            servers sign in with may add entries and read them, and can neither change nor remove one. Both roles and \
            the database are there before: docs/postgresql.sql says how. Given again, it gives the rights anew and \
            changes nothing else.

            Examples:
              homeward ledger prepare postgres://homeward_owner@db/homeward --role homeward_app
              homeward ledger prepare --print --role homeward_app > for-the-database-administrator.sql
            """
    )

    @Argument(help: "The database, with the role that is to own the tables.")
    var address: String?

    @Option(help: "The role that servers sign in with.")
    var role: String

    @Flag(name: .customLong("print"), help: "Print what would be done, as SQL, and do nothing.")
    var isPrinting = false

    mutating func validate() throws {
        guard (address == nil) == isPrinting else { throw ValidationError("Say either the database or --print.") }
        guard PostgresLedgerStore.isPlain(role: role) else {
            throw ValidationError("A role's name here has small letters, digits and underscores, at most 40.")
        }
        guard let address else { return }
        guard let place = PostgresPlace(address) else {
            throw ValidationError("A database's address begins with postgres://.")
        }
        if place.holdsPassword { throw ValidationError(PostgresPlace.passwordSentence) }
    }

    func run() throws {
        let schemas = [LedgerPlace.recordSchema, LedgerPlace.looksSchema]
        guard let place = address.flatMap({ PostgresPlace($0) }) else {
            for schema in schemas { Printing.toStandardOutput(PostgresLedgerStore.script(schema: schema, for: role)) }
            return
        }
        for schema in schemas { try PostgresLedgerStore.prepare(place, schema: schema, for: role) }
        Printing.toStandardOutput(
            "\(place) is ready for a record. Servers sign in as \(role), which can add to it and change nothing.")
    }
}
