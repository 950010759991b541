// SPDX-License-Identifier: MIT

import CLibPQ

/// libpq used bare: the same table with its index, the same bytes, one statement and one transaction a batch.
final class RawPostgres {
    private let connection: OpaquePointer?
    private var position = 0

    init(_ address: String) {
        connection = PQconnectdb(address)
        run(
            """
            CREATE SCHEMA IF NOT EXISTS raw;
            DROP TABLE IF EXISTS raw.entry;
            CREATE TABLE raw.entry(position bigint PRIMARY KEY, subject bigint NOT NULL, recorded_at bigint NOT NULL,
                format smallint NOT NULL, hash bytea NOT NULL, sealed bytea NOT NULL);
            ALTER TABLE raw.entry ALTER COLUMN sealed SET STORAGE EXTERNAL;
            CREATE INDEX ON raw.entry(subject, position);
            """)
    }

    func append(_ payloads: [[UInt8]]) {
        let rows = payloads.map { payload -> String in
            position += 1
            let digits = payload.map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
            return "(\(position), \(position % 1_000), 1800000000, 1, '\\x\(digits.prefix(64))', '\\x\(digits)')"
        }
        run("INSERT INTO raw.entry VALUES \(rows.joined(separator: ", "))")
    }

    func close() { PQfinish(connection) }

    private func run(_ sql: String) {
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
            fatalError("failed: \(sql.prefix(80))")
        }
    }
}
