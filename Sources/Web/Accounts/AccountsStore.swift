// SPDX-License-Identifier: MIT

import GRDB

/// The tables of `accounts.sqlite`: who may sign in, who is signed in, what they have begun to type.
///
/// The file is mutable and apart from the ledger: nothing in it belongs to the record.
enum AccountsStore {
    static func open(path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        let pool = try DatabasePool(path: path, configuration: configuration)
        try migrator.migrate(pool)
        return pool
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: tables)
        }
        return migrator
    }

    private static let tables = """
        CREATE TABLE users (
            id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL, worker TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL, agency TEXT, password TEXT NOT NULL, addedAt INTEGER NOT NULL
        );
        CREATE TABLE sessions (
            token BLOB PRIMARY KEY, user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
            startedAt INTEGER NOT NULL, usedAt INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX sessionsOfUser ON sessions (user);
        CREATE TABLE drafts (
            user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE, name TEXT NOT NULL, sealed BLOB NOT NULL,
            keptAt INTEGER NOT NULL, PRIMARY KEY (user, name)
        ) WITHOUT ROWID;
        CREATE TABLE settled (
            user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE, form TEXT NOT NULL, place TEXT NOT NULL,
            at INTEGER NOT NULL, PRIMARY KEY (user, form)
        ) WITHOUT ROWID;
        """
}
