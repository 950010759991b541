// SPDX-License-Identifier: MIT
import Ledger

extension PostgresLedgerStore: Leases {
    /// By the database's clock, which is the same for every process.
    public func take(_ name: String, as holder: String, forSeconds seconds: Int) throws(LedgerFault) -> Bool {
        try lines.use(patience: Lines.readerPatienceInSeconds) { connection, _ throws(LedgerFault) in
            try connection.run(
                """
                INSERT INTO \(schema).lease AS held
                    VALUES ($1, $2, clock_timestamp() + $3::bigint * interval '1 second')
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
                    WHERE held.holder = excluded.holder OR held.until <= clock_timestamp()
                RETURNING 1
                """, [.text(name), .text(holder), .integer(Int64(seconds))]
            ).count == 1
        }
    }

    public func release(_ name: String, as holder: String) throws(LedgerFault) {
        try lines.use(patience: Lines.readerPatienceInSeconds) { connection, _ throws(LedgerFault) in
            _ = try connection.run(
                "DELETE FROM \(schema).lease WHERE name = $1 AND holder = $2", [.text(name), .text(holder)])
        }
    }
}
