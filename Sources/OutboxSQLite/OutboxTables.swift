// SPDX-License-Identifier: MIT

import GRDB

/// The tables of `outbox.sqlite`: notices, what became of each message, and what somebody did to them.
enum OutboxTables {
    static func open(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { try $0.execute(sql: tables) }
        migrator.registerMigration("2") { try $0.execute(sql: received) }
        try migrator.migrate(pool)
        return pool
    }

    /// Of what other systems sent, the number of each message and its digest.
    private static let received = """
        CREATE TABLE received (
            sender TEXT NOT NULL, message TEXT NOT NULL, digest BLOB NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (sender, message)
        ) WITHOUT ROWID;
        """

    private static let tables = """
        CREATE TABLE beginning (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL, at INTEGER NOT NULL,
            lookedAt INTEGER NOT NULL);
        CREATE TABLE notices (
            id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, cause TEXT NOT NULL, item TEXT NOT NULL,
            says TEXT NOT NULL, source TEXT NOT NULL, addressee TEXT NOT NULL, isUrgent INTEGER NOT NULL, child INTEGER,
            episode INTEGER, event INTEGER, earliest INTEGER NOT NULL, latest INTEGER, madeAt INTEGER NOT NULL
        );
        CREATE INDEX noticesOfChild ON notices (child);
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT, notice INTEGER NOT NULL REFERENCES notices ON DELETE CASCADE,
            way TEXT NOT NULL, receiver TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
            nextAt INTEGER NOT NULL, fault TEXT NOT NULL DEFAULT '', reference TEXT NOT NULL DEFAULT '',
            settledAt INTEGER, seenAt INTEGER, UNIQUE (notice, way, receiver)
        );
        CREATE INDEX messagesDue ON messages (nextAt) WHERE state = 'waiting';
        CREATE INDEX messagesOf ON messages (receiver, way, seenAt);
        CREATE INDEX messagesIn ON messages (state, way);
        CREATE TABLE acts (
            id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, worker TEXT NOT NULL, what TEXT NOT NULL,
            message INTEGER
        );
        """
}
