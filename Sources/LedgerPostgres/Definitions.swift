// SPDX-License-Identifier: MIT

/// A ledger's tables, protections and functions as they are made in a schema of their own; `verify` compares what is
/// there with this text.
struct Definitions {
    /// In the schema's comment: tells it from any other, and its form from later ones.
    static let mark = "homeward ledger "
    static let version = 1

    let schema: String

    /// What a change is told on, to whoever listens.
    var channel: String { "homeward_\(schema)" }

    /// Small letters, digits and underscores alone: a name that needs no quotes stands for itself everywhere.
    static func isPlain(_ name: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return (1...40).contains(name.utf8.count) && name.utf8.first.map(letters.contains) ?? false
            && name.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") }
    }

    /// The columns of each table, with their types as the catalogue names them.
    static let tables = [
        ("founding", ["one integer", "identity bytea", "founded_at bigint", "seal bytea"]),
        (
            "entry",
            [
                "position bigint", "subject bigint", "recorded_at bigint", "format smallint", "hash bytea",
                "sealed bytea",
            ]
        ),
        ("subject_key", ["subject bigint", "wrapped bytea"]),
        ("head", ["one integer", "position bigint", "hash bytea", "seal bytea", "key_changes bigint"]),
        ("lease", ["name text", "holder text", "until timestamp with time zone"]),
    ]

    private static let keys = [
        "founding": "CHECK (one = 1), PRIMARY KEY (one)", "entry": "PRIMARY KEY (position)",
        "subject_key": "PRIMARY KEY (subject)", "head": "CHECK (one = 1), PRIMARY KEY (one)",
        "lease": "PRIMARY KEY (name)",
    ]

    var statements: [String] {
        Self.tables.map { name, columns in
            let all = columns.map { "\($0) NOT NULL" } + [Self.keys[name] ?? ""]
            return "CREATE TABLE \(schema).\(name)(\(all.joined(separator: ", ")))"
        } + [
            // What is sealed can't be made smaller: trying costs time at each append.
            "ALTER TABLE \(schema).entry ALTER COLUMN sealed SET STORAGE EXTERNAL",
            "CREATE INDEX entry_by_subject ON \(schema).entry(subject, position)",
        ] + functions.map(\.statement) + triggers.map(\.statement) + [
            "COMMENT ON SCHEMA \(schema) IS '\(Self.mark)\(Self.version)'"
        ]
    }

    /// Which table refuses what, whoever asks: also its owner.
    var triggers: [(name: String, statement: String)] {
        [("entry", "an entry is never changed"), ("founding", "the founding is never removed")].flatMap { table, says in
            let acts = table == "entry" ? "UPDATE OR DELETE OR TRUNCATE" : "DELETE OR TRUNCATE"
            return [
                (
                    "\(table)_stays",
                    """
                    CREATE TRIGGER \(table)_stays BEFORE \(acts) ON \(schema).\(table) FOR EACH STATEMENT
                    EXECUTE FUNCTION \(schema).refuse('\(says)')
                    """
                )
            ]
        } + [
            (
                "head_goes_on",
                """
                CREATE TRIGGER head_goes_on BEFORE UPDATE ON \(schema).head FOR EACH ROW
                WHEN (NEW.position < OLD.position) EXECUTE FUNCTION \(schema).refuse('the head never goes back')
                """
            )
        ]
    }

    /// What may be called; `append` with the caller's own rights, `replace_keys` with the owner's.
    var functions: [(name: String, body: String, statement: String)] {
        [
            function("refuse()", "trigger", "SECURITY INVOKER", refuse),
            function(
                """
                append(expected bigint, key_subjects bigint[], key_wrapped bytea[], positions bigint[], subjects bigint[], \
                times bigint[], formats bigint[], hashes bytea[], contents bytea[], last bigint, last_hash bytea, \
                last_seal bytea, again boolean)
                """, "bigint", "SECURITY INVOKER", append),
            function(
                """
                replace_keys(subjects bigint[], wrappings bytea[], founding_seal bytea, last bigint, last_hash bytea, \
                last_seal bytea)
                """, "bigint", "SECURITY DEFINER", replaceKeys),
        ]
    }

    private func function(
        _ signature: String, _ returns: String, _ rights: String, _ body: String
    ) -> (name: String, body: String, statement: String) {
        let name = String(signature.prefix { $0 != "(" })
        return (
            name, body,
            """
            CREATE FUNCTION \(schema).\(signature) RETURNS \(returns) LANGUAGE plpgsql \(rights)
            SET search_path = pg_catalog, pg_temp AS $body$\(body)$body$
            """
        )
    }

    private var refuse: String {
        """

        BEGIN
            RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'insufficient_privilege';
        END
        """
    }

    /// Gives nothing when all was appended, and the ledger's position where it is not the expected one. The row of the
    /// head is the lock: whoever appends holds it until the transaction ends. `again` says that the connection broke
    /// while the same was being appended: what is there already is not appended twice.
    private var append: String {
        """

        DECLARE there bigint;
        BEGIN
            SELECT position INTO STRICT there FROM \(schema).head FOR UPDATE;
            IF there <> expected THEN
                IF again AND EXISTS (SELECT FROM \(schema).entry WHERE position = last AND hash = last_hash) THEN
                    RETURN NULL;
                END IF;
                RETURN there;
            END IF;
            INSERT INTO \(schema).subject_key SELECT * FROM unnest(key_subjects, key_wrapped);
            INSERT INTO \(schema).entry SELECT * FROM unnest(positions, subjects, times, formats, hashes, contents);
            UPDATE \(schema).head SET position = last, hash = last_hash, seal = last_seal;
            PERFORM pg_notify('\(channel)', last::text);
            RETURN NULL;
        END
        """
    }

    /// Puts wrapped keys in place of those there, and touches nothing else of the record. Gives nothing when it is done,
    /// and the first subject that has no key otherwise. The table is written anew, so that the files which hold the old
    /// keys are given up with the transaction, and not at some later time.
    private var replaceKeys: String {
        """

        DECLARE
            lacking bigint;
            kept_subjects bigint[];
            kept_wrappings bytea[];
        BEGIN
            PERFORM FROM \(schema).head FOR UPDATE;
            LOCK TABLE \(schema).subject_key IN ACCESS EXCLUSIVE MODE;
            SELECT asked INTO lacking FROM unnest(subjects) AS asked
                WHERE NOT EXISTS (SELECT FROM \(schema).subject_key AS known WHERE known.subject = asked) LIMIT 1;
            IF FOUND THEN
                RETURN lacking;
            END IF;
            SELECT array_agg(known.subject ORDER BY known.subject),
                array_agg(coalesce(fresh.wrapped, known.wrapped) ORDER BY known.subject)
                INTO kept_subjects, kept_wrappings
                FROM \(schema).subject_key AS known LEFT JOIN unnest(subjects, wrappings) AS fresh(subject, wrapped)
                ON fresh.subject = known.subject;
            TRUNCATE \(schema).subject_key;
            INSERT INTO \(schema).subject_key SELECT * FROM unnest(kept_subjects, kept_wrappings);
            IF founding_seal IS NOT NULL THEN
                UPDATE \(schema).founding SET seal = founding_seal;
            END IF;
            UPDATE \(schema).head SET key_changes = key_changes + 1, hash = coalesce(last_hash, hash),
                position = coalesce(last, position), seal = coalesce(last_seal, seal);
            PERFORM pg_notify('\(channel)', 'keys');
            RETURN NULL;
        END
        """
    }

    /// What the role that a server signs in with may do: add and read, and no more.
    func grants(to role: String) -> [String] {
        [
            "REVOKE ALL ON ALL TABLES IN SCHEMA \(schema) FROM PUBLIC, \(role)",
            "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA \(schema) FROM PUBLIC, \(role)",
            "GRANT USAGE ON SCHEMA \(schema) TO \(role)",
            "GRANT SELECT, INSERT ON \(schema).founding, \(schema).entry, \(schema).subject_key, \(schema).head TO \(role)",
            "GRANT UPDATE (position, hash, seal) ON \(schema).head TO \(role)",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON \(schema).lease TO \(role)",
        ]
            + functions.filter { $0.name != "refuse" }.map {
                "GRANT EXECUTE ON FUNCTION \(schema).\($0.name) TO \(role)"
            }
    }
}
