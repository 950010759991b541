// SPDX-License-Identifier: MIT
import GRDB
import Ledger

extension SQLiteLedgerStore {
    /// SQLite's integrity check, the definitions as they stand in the file, the file's header and marks.
    public func examine() throws(LedgerFault) -> [Finding] {
        let header = try FileHeader.faults(in: path)
        do throws(LedgerFault) {
            return try header
                + read { database in
                    try Self.structure(database) + Self.integrity(database)
                }
        } catch .damaged(let reason) {
            return header + [Finding(kind: .storeDamaged, detail: reason)]
        }
    }

    private static func integrity(_ database: Database) throws -> [Finding] {
        try String.fetchAll(database, sql: "PRAGMA integrity_check(100)")
            .filter { $0 != "ok" }
            .map { Finding(kind: .storeDamaged, detail: $0) }
    }

    private static func structure(_ database: Database) throws -> [Finding] {
        var findings: [Finding] = []
        func note(_ detail: String) { findings.append(Finding(kind: .structureWrong, detail: detail)) }
        let there = Set(try String.fetchAll(database, sql: "SELECT coalesce(sql, name) FROM sqlite_schema"))
        let meant = Set(Definitions.statements)
        for lacking in meant.subtracting(there) { note("lacks: \(lacking.prefix(60))") }
        for extra in there.subtracting(meant) { note("has: \(extra.prefix(60))") }
        func expect(_ pragma: String, _ value: Int64) throws {
            let found = try Int64.fetchOne(database, sql: "PRAGMA \(pragma)")
            if found != value { note("\(pragma) is \(found.map(String.init) ?? "nothing")") }
        }
        try expect("application_id", Int64(Definitions.applicationID))
        try expect("user_version", Int64(Definitions.version))
        return findings
    }
}
