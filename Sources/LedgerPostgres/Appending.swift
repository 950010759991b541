// SPDX-License-Identifier: MIT
import Casework
import Ledger

extension PostgresLedgerStore {
    public func found(_ founding: Founding, head: SealedHead) throws(LedgerFault) {
        let isFounded = try lines.use { connection, isAgain throws(LedgerFault) in
            // One statement is one transaction: either both rows stand there or none.
            let answer = try connection.run(
                """
                WITH founded AS (INSERT INTO \(schema).founding VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1),
                headed AS (INSERT INTO \(schema).head SELECT 1, $4, $5, $6, 0 FROM founded)
                SELECT count(*) FROM founded
                """,
                [
                    .bytes(founding.identity), .integer(founding.foundedAt), .bytes(founding.seal.bytes),
                    .integer(head.head.position.number), .bytes(head.head.hash.bytes), .bytes(head.seal.bytes),
                ])
            if answer.integer(0, 0) == 1 { return true }
            // It may have been written before the connection broke.
            return isAgain ? try connection.holds(founding, in: schema) : false
        }
        guard isFounded else { throw .alreadyFounded }
    }

    public func append(_ batch: SealedBatch) throws(LedgerFault) {
        let values = Self.values(of: batch)
        let markers = (1...values.count + 1).map { "$\($0)" }.joined(separator: ", ")
        let statement = "SELECT \(schema).append(\(markers))"
        let head = try lines.use { connection, isAgain throws(LedgerFault) in
            try connection.run(statement, values + [.flag(isAgain)]).integer(0, 0)
        }
        if let head { throw .positionTaken(head: Position(head)) }
    }

    private static func values(of batch: SealedBatch) -> [Value] {
        [
            .integer(batch.expected.number),
            .integers(batch.newKeys.map(\.subject.signed)), .manyBytes(batch.newKeys.map(\.wrapped)),
            .integers(batch.entries.map(\.header.position.number)),
            .integers(batch.entries.map(\.header.subject.signed)),
            .integers(batch.entries.map(\.header.recordedAt)),
            .integers(batch.entries.map { Int64($0.header.format) }),
            .manyBytes(batch.entries.map(\.hash.bytes)), .manyBytes(batch.entries.map(\.sealed)),
            .integer(batch.head.head.position.number), .bytes(batch.head.head.hash.bytes),
            .bytes(batch.head.seal.bytes),
        ]
    }

    /// Puts these wrapped keys in place of the ones there. The files that held the old ones are given up with it; what
    /// the database's own log and its archive keep of them goes when those do.
    public func replaceKeys(
        _ keys: [WrappedKey], founding: Founding?, head: SealedHead?
    ) throws(LedgerFault) {
        let values: [Value] = [
            .integers(keys.map(\.subject.signed)), .manyBytes(keys.map(\.wrapped)),
            founding.map { .bytes($0.seal.bytes) } ?? .nothing,
            head.map { .integer($0.head.position.number) } ?? .nothing,
            head.map { .bytes($0.head.hash.bytes) } ?? .nothing, head.map { .bytes($0.seal.bytes) } ?? .nothing,
        ]
        let lacking = try lines.use { connection, _ throws(LedgerFault) in
            try connection.run("SELECT \(schema).replace_keys($1, $2, $3, $4, $5, $6)", values).integer(0, 0)
        }
        if let lacking { throw .notFound("key of \(SubjectID(signed: lacking))") }
    }
}

extension Connection {
    fileprivate func holds(_ founding: Founding, in schema: String) throws(LedgerFault) -> Bool {
        try run("SELECT identity FROM \(schema).founding").bytes(0, 0) == founding.identity
    }
}
