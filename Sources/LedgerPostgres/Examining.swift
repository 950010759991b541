// SPDX-License-Identifier: MIT
import Ledger

extension PostgresLedgerStore {
    /// The tables, functions and triggers as they stand in the schema, what whoever signs in may do, and the server's
    /// settings on which durability rests.
    public func examine() throws(LedgerFault) -> [Finding] {
        let wrong = try structure() + functionsDiffering() + triggersLacking() + dangers() + settings()
        return wrong.map { Finding(kind: .structureWrong, detail: $0) }
    }

    /// Every way in which whoever signs in could change what is recorded.
    func dangers() throws(LedgerFault) -> [String] {
        let role = try read(
            """
            SELECT session_user::text, rolsuper,
                pg_has_role(session_user, (SELECT nspowner FROM pg_namespace WHERE nspname = $1), 'MEMBER')
            FROM pg_roles WHERE rolname = session_user
            """, [.text(schema)]
        ) { ($0.text(0, 0) ?? "?", $0.flag(0, 1) ?? true, $0.flag(0, 2) ?? true) }
        if role.1 { return ["\(role.0) is a superuser"] }
        if role.2 { return ["\(role.0) owns the ledger"] }
        let rights = ["UPDATE", "DELETE", "TRUNCATE", "TRIGGER"]
        return try read(
            """
            SELECT relname, asked FROM pg_class CROSS JOIN unnest(string_to_array($2, ',')) AS asked
            WHERE relnamespace = $1::regnamespace AND relname IN ('entry', 'founding')
                AND has_table_privilege(pg_class.oid, asked)
            ORDER BY 1, 2
            """, [.text(schema), .text(rights.joined(separator: ","))]
        ) { answer in
            (0..<answer.count).map { "\(role.0) may \(answer.text($0, 1) ?? "?") \(answer.text($0, 0) ?? "?")" }
        }
    }

    private func structure() throws(LedgerFault) -> [String] {
        let there = try read(
            """
            SELECT relname || ' ' || attname || ' ' || format_type(atttypid, atttypmod)
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE relnamespace = $1::regnamespace AND relkind = 'r' AND 0 < attnum AND NOT attisdropped
            """, [.text(schema)]
        ) { answer in Set((0..<answer.count).compactMap { answer.text($0, 0) }) }
        let meant = Set(Definitions.tables.flatMap { name, columns in columns.map { "\(name) \($0)" } })
        return differences(there, meant)
    }

    private func functionsDiffering() throws(LedgerFault) -> [String] {
        let there = try read(
            "SELECT proname || ' ' || prosecdef::text || ' ' || prosrc FROM pg_proc WHERE pronamespace = $1::regnamespace",
            [.text(schema)]
        ) { answer in Set((0..<answer.count).compactMap { answer.text($0, 0) }) }
        let meant = Set(definitions.functions.map { "\($0.name) \($0.name == "replace_keys") \($0.body)" })
        return differences(there, meant)
    }

    private func triggersLacking() throws(LedgerFault) -> [String] {
        let there = try read(
            """
            SELECT tgname || CASE WHEN tgenabled IN ('O', 'A') THEN '' ELSE ' is switched off' END
            FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
            WHERE relnamespace = $1::regnamespace AND NOT tgisinternal
            """, [.text(schema)]
        ) { answer in Set((0..<answer.count).compactMap { answer.text($0, 0) }) }
        return differences(there, Set(definitions.triggers.map(\.name)))
    }

    private func differences(_ there: Set<String>, _ meant: Set<String>) -> [String] {
        meant.subtracting(there).sorted().map { "lacks: \($0.prefix(60))" }
            + there.subtracting(meant).sorted().map { "has: \($0.prefix(60))" }
    }

    private func settings() throws(LedgerFault) -> [String] {
        try read(
            "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting <> 'on'"
        ) { answer in
            (0..<answer.count).map { "\(answer.text($0, 0) ?? "?") is \(answer.text($0, 1) ?? "?")" }
        }
    }
}
