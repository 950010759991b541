// SPDX-License-Identifier: MIT
import Casework
import Ledger
import Synchronization

/// A ledger in a schema of a PostgreSQL database, which many processes may append to at once: the database puts their
/// appends in one order. A connection that breaks is made again, and what was under way over it comes to its end.
public final class PostgresLedgerStore: LedgerStore {
    public let place: PostgresPlace
    public let schema: String
    let lines: Lines
    let definitions: Definitions

    /// Readers beside the one that writes.
    private static let lineCount = 6

    /// Opens the ledger in `schema`, for reading and, unless `isReading`, for appending.
    ///
    /// Refuses with `.notFound` where there is none, `.unknownVersion`, `.unreachable`, `.permissionDenied`, and
    /// `.mayBeChanged` where whoever signs in could change what is recorded.
    public static func open(
        _ place: PostgresPlace, schema: String, isReading: Bool = false
    ) throws(LedgerFault) -> PostgresLedgerStore {
        let store = PostgresLedgerStore(place, schema)
        guard try store.isThere() else { throw .notFound("\(place), schema \(schema)") }
        if !isReading, let first = try store.dangers().first { throw .mayBeChanged(first) }
        return store
    }

    /// Makes an empty ledger in `schema`, owned by whoever signs in, and lets `role` add to it and read it. Where there
    /// is one already only the rights are given anew.
    public static func prepare(
        _ place: PostgresPlace, schema: String, for role: String
    ) throws(LedgerFault) {
        precondition(Definitions.isPlain(schema), "a schema's name is plain")
        guard Definitions.isPlain(role) else { throw .notFound("role \(role)") }
        let store = PostgresLedgerStore(place, schema)
        defer { store.lines.close() }
        let definitions = store.definitions
        let isThere = try store.isThere()
        let made = isThere ? [] : ["CREATE SCHEMA \(schema)"] + definitions.statements
        // Several statements at once are one transaction.
        let script = (made + definitions.grants(to: role)).joined(separator: ";\n")
        try store.lines.use { connection, _ throws(LedgerFault) in try connection.script(script) }
    }

    /// Whether `role` may be named to ``prepare(_:schema:for:)``: small letters, digits and underscores.
    public static func isPlain(role: String) -> Bool { Definitions.isPlain(role) }

    /// Everything that ``prepare(_:schema:for:)`` asks of the database, for whoever looks after it.
    public static func script(schema: String, for role: String) -> String {
        precondition(Definitions.isPlain(schema) && Definitions.isPlain(role), "names are plain")
        let definitions = Definitions(schema: schema)
        return (["CREATE SCHEMA \(schema)"] + definitions.statements + definitions.grants(to: role))
            .map { $0 + ";\n" }.joined()
    }

    private init(_ place: PostgresPlace, _ schema: String) {
        (self.place, self.schema) = (place, schema)
        lines = Lines(place, count: Self.lineCount)
        definitions = Definitions(schema: schema)
    }

    public func close() { lines.close() }

    public var isShared: Bool { true }

    private func isThere() throws(LedgerFault) -> Bool {
        let mark = try read(
            "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = $1", [.text(schema)]
        ) { $0.count == 0 ? nil : $0.text(0, 0) ?? "" }
        guard let mark else { return false }
        guard mark.hasPrefix(Definitions.mark), let version = Int(mark.dropFirst(Definitions.mark.count)) else {
            throw .notALedger("schema \(schema)")
        }
        guard version == Definitions.version else { throw .unknownVersion(version) }
        return true
    }

    /// Runs a statement that changes nothing, over any line, again where that broke.
    func read<T: Sendable>(
        _ statement: String, _ values: [Value] = [], _ take: @Sendable (Answer) throws(LedgerFault) -> T
    ) throws(LedgerFault) -> T {
        try lines.use(patience: Lines.readerPatienceInSeconds) { connection, _ throws(LedgerFault) in
            try take(connection.run(statement, values))
        }
    }

    /// There is no one file to seal.
    public func take(_ sealer: FileSealer) {}

    public func compareFile(_ progress: ProgressReport) throws(LedgerFault) -> FileComparison {
        .notCompared(.hasNoFile, [])
    }
}
