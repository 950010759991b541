// SPDX-License-Identifier: MIT
/// The database as it is made, statement by statement; `verify` compares what is there with this text.
enum Definitions {
    /// "HWLG" in SQLite's file header: tells the file from any other database.
    static let applicationID: Int32 = 0x4857_4C47
    /// The version of these definitions, in SQLite's `user_version`.
    static let version: Int32 = 1

    static let statements = [
        """
        CREATE TABLE founding(
            one INTEGER PRIMARY KEY CHECK (one = 1),
            identity BLOB NOT NULL,
            founded_at INTEGER NOT NULL,
            seal BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE entry(
            position INTEGER PRIMARY KEY,
            subject INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            format INTEGER NOT NULL,
            hash BLOB NOT NULL,
            sealed BLOB NOT NULL
        ) STRICT
        """,
        "CREATE INDEX entry_by_subject ON entry(subject)",
        """
        CREATE TABLE subject_key(
            subject INTEGER PRIMARY KEY,
            wrapped BLOB NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE head(
            one INTEGER PRIMARY KEY CHECK (one = 1),
            position INTEGER NOT NULL,
            hash BLOB NOT NULL,
            seal BLOB NOT NULL
        ) STRICT
        """,
        refusal("entry", "UPDATE", "an entry is never changed"),
        refusal("entry", "DELETE", "an entry is never removed"),
        refusal("founding", "DELETE", "the founding is never removed"),
        refusal("head", "DELETE", "the head is never removed"),
        keysAreNotRemoved,
    ]

    static let keysAreNotRemoved = refusal("subject_key", "DELETE", "a key is replaced, never removed")

    private static func refusal(_ table: String, _ act: String, _ says: String) -> String {
        """
        CREATE TRIGGER \(table)_refuses_\(act.lowercased()) BEFORE \(act) ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(says)'); END
        """
    }
}
