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
        migrator.registerMigration("2") { database in
            try database.execute(sql: signInTables)
        }
        migrator.registerMigration("child-links") { database in
            try database.execute(sql: linkTables)
        }
        migrator.registerMigration("calendar-feeds") { database in
            try database.execute(sql: feedTables)
        }
        migrator.registerMigration("notice-reach") { database in
            try database.execute(sql: reachTables)
        }
        return migrator
    }

    /// How people want to be told, sealed.
    private static let reachTables = """
        CREATE TABLE noticeReach (user INTEGER PRIMARY KEY REFERENCES users ON DELETE CASCADE, sealed BLOB NOT NULL);
        """

    /// The secret addresses of workers' calendars, of each its digest.
    private static let feedTables = """
        CREATE TABLE calendarFeeds (
            id INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL UNIQUE,
            user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE, madeAt INTEGER NOT NULL, usedAt INTEGER
        );
        CREATE INDEX calendarFeedsOfUser ON calendarFeeds (user);
        """

    /// What opens a child's link beside its secret, and how often it was got wrong.
    private static let linkTables = """
        CREATE TABLE childLinks (digest BLOB PRIMARY KEY, word TEXT NOT NULL, wrong INTEGER NOT NULL) WITHOUT ROWID;
        """

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

    /// Second factors, what can be said of a session, sign-in elsewhere, programs that read. Sessions begin anew: a
    /// sign-in once.
    private static let signInTables = """
        ALTER TABLE users ADD COLUMN disabledAt INTEGER;
        ALTER TABLE users ADD COLUMN signedInAt INTEGER;
        ALTER TABLE users ADD COLUMN temporaryUntil INTEGER;
        ALTER TABLE users ADD COLUMN secondFactor BLOB;
        ALTER TABLE users ADD COLUMN secondFactorStep INTEGER NOT NULL DEFAULT 0;
        DROP TABLE sessions;
        CREATE TABLE sessions (
            id INTEGER PRIMARY KEY AUTOINCREMENT, token BLOB NOT NULL UNIQUE,
            user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE, startedAt INTEGER NOT NULL,
            usedAt INTEGER NOT NULL, provedAt INTEGER NOT NULL, address TEXT NOT NULL, browser TEXT NOT NULL
        );
        CREATE INDEX sessionsOfUser ON sessions (user);
        CREATE TABLE recoveryCodes (
            user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE, digest BLOB NOT NULL,
            PRIMARY KEY (user, digest)
        ) WITHOUT ROWID;
        CREATE TABLE elsewhere (
            issuer TEXT NOT NULL, subject TEXT NOT NULL, user INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
            linkedAt INTEGER NOT NULL, PRIMARY KEY (issuer, subject)
        ) WITHOUT ROWID;
        CREATE TABLE clients (
            id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, agency TEXT,
            scopes TEXT NOT NULL, token BLOB NOT NULL UNIQUE, addedAt INTEGER NOT NULL, endsAt INTEGER NOT NULL,
            revokedAt INTEGER, usedAt INTEGER
        );
        CREATE TABLE happenings (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, user INTEGER, what TEXT NOT NULL,
            address TEXT NOT NULL
        );
        CREATE INDEX happeningsOfUser ON happenings (user, id);
        """
}
