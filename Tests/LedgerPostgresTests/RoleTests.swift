// SPDX-License-Identifier: MIT
import Ledger
import LedgerPostgres
import Testing

@Suite struct `The role that a server signs in with` {
    /// Each would change what is recorded, or make way for it.
    static let attempts = [
        "UPDATE record.entry SET sealed = ''", "DELETE FROM record.entry", "TRUNCATE record.entry",
        "ALTER TABLE record.entry DISABLE TRIGGER ALL", "DROP TRIGGER entry_stays ON record.entry",
        "ALTER TABLE record.entry DROP COLUMN hash", "DROP TABLE record.entry CASCADE", "DROP SCHEMA record CASCADE",
        "SET session_replication_role = 'replica'; DELETE FROM record.entry",
        "GRANT UPDATE ON record.entry TO CURRENT_USER; UPDATE record.entry SET sealed = ''",
        "ALTER TABLE record.entry OWNER TO CURRENT_USER", "ALTER ROLE CURRENT_USER SUPERUSER",
        "CREATE TRIGGER other BEFORE INSERT ON record.entry EXECUTE FUNCTION record.refuse('no')",
        "CREATE RULE other AS ON INSERT TO record.entry DO INSTEAD NOTHING",
        "CREATE OR REPLACE FUNCTION record.append() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "DELETE FROM record.founding", "UPDATE record.founding SET seal = ''", "DELETE FROM record.head",
        "UPDATE record.head SET position = position - 1", "UPDATE record.head SET key_changes = 9",
        "DELETE FROM record.subject_key", "UPDATE record.subject_key SET wrapped = ''", "TRUNCATE record.subject_key",
        "INSERT INTO record.entry SELECT * FROM record.entry ON CONFLICT (position) DO UPDATE SET sealed = ''",
        "COPY record.entry TO PROGRAM 'cat'", "CREATE TABLE record.other (x int)",
    ]

    @Test func `can change nothing that is recorded, and switch off nothing that keeps it from that`() async throws {
        let place = try Workplace()
        let key = MasterKey.random()
        let ledger = try place.founded(key)
        try await ledger.append((1...20).map { draft(.child(UInt64($0 % 3)), "entry \($0)") })
        for attempt in Self.attempts {
            let outcome = try place.database.trying(attempt)
            #expect(outcome.code != 0, "\(attempt)")
        }
        let setRole = try place.database.trying("SET ROLE \(place.database.owner)")
        #expect(setRole.code != 0 && setRole.errors.contains("permission denied"), "\(setRole.errors)")
        let verification = try Ledger(opening: place.open(), masterKey: key).verify()
        #expect(verification.findings.isEmpty, "\(verification.findings)")
        #expect(verification.entryCount == 20)
    }

    @Test func `is refused where it could`() throws {
        let place = try Workplace()
        let application = place.database.application
        for (statement, says) in [
            ("GRANT UPDATE ON record.entry TO \(application)", "may UPDATE entry"),
            ("GRANT DELETE ON record.entry TO \(application)", "may DELETE entry"),
            ("GRANT TRUNCATE ON record.entry TO PUBLIC", "may DELETE entry"),
            ("GRANT \(place.database.owner) TO \(application)", "owns the ledger"),
            ("ALTER ROLE \(application) SUPERUSER", "is a superuser"),
        ] {
            try place.database.change(statement)
            #expect(throws: LedgerFault.mayBeChanged("\(application) \(says)")) { try place.open() }
        }
        #expect(try place.open(isReading: true).examine().map(\.detail) == ["\(application) is a superuser"])
    }

    @Test func `is not the owner, whom the triggers stop all the same`() async throws {
        let place = try Workplace()
        let ledger = try place.founded()
        try await ledger.append([draft(.child(1), "one")])
        for attempt in ["UPDATE record.entry SET sealed = ''", "DELETE FROM record.entry", "TRUNCATE record.entry"] {
            let outcome = try place.database.cluster.trying(
                attempt, as: place.database.owner, on: place.database.name)
            #expect(outcome.errors.contains("an entry is never changed"), "\(outcome.errors)")
        }
    }

    @Test(arguments: [
        ("ALTER TABLE record.entry DISABLE TRIGGER entry_stays", "switched off"),
        ("DROP TRIGGER head_goes_on ON record.head", "lacks: head_goes_on"),
        ("ALTER TABLE record.entry ADD COLUMN more text", "has: entry more text"),
        (
            "CREATE OR REPLACE FUNCTION record.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
            "lacks: refuse"
        ),
    ])
    func `and what somebody took away shows`(_ statement: String, _ says: String) throws {
        let place = try Workplace()
        try place.database.change(statement)
        let findings = try place.open().examine()
        #expect(findings.contains { $0.kind == .structureWrong && $0.detail.contains(says) }, "\(findings)")
    }
}
