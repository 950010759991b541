// SPDX-License-Identifier: MIT
import CLibPQ
import Ledger

/// One connection to the database. Only one thread at a time may use it.
final class Connection {
    private let connection: OpaquePointer

    /// A server that doesn't answer is given up after so long, and so is one that no longer takes what is sent.
    private static let limits = ["connect_timeout": "5", "tcp_user_timeout": "10000"]

    /// What a connection asks of the server before anything else. An acknowledged append is on disk, whatever the
    /// server's own setting; a stronger one, which waits for a standby too, stays.
    private static let settings = """
        SET search_path = pg_catalog, pg_temp;
        SET lock_timeout = '20s';
        SET client_min_messages = 'error';
        SELECT set_config('synchronous_commit', 'on', false)
            WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply');
        """

    /// Throws `.unreachable` where no server answers, and `.permissionDenied` where it lets nobody in.
    init(_ place: PostgresPlace) throws(LedgerFault) {
        let parameters = [
            ("dbname", place.address), ("fallback_application_name", "homeward"), ("client_encoding", "UTF8"),
        ]
        let opened = Self.open(parameters + Self.limits.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        guard let opened else { throw .unreachable("\(place)") }
        connection = opened
        guard PQstatus(opened) == CONNECTION_OK else {
            // The server's words may hold what was signed in with; of them it is said only which kind they are.
            let says = String(cString: PQerrorMessage(opened))
            let isRefused = ["authentication failed", "no password supplied", "does not exist", "no pg_hba.conf entry"]
                .contains { says.contains($0) }
            throw isRefused ? .permissionDenied("\(place)") : .unreachable("\(place)")
        }
        PQsetNoticeProcessor(opened, { _, _ in }, nil)
        try script(Self.settings)
    }

    deinit {
        PQfinish(connection)
    }

    private static func open(_ parameters: [(String, String)]) -> OpaquePointer? {
        // Named twice, the last counts: what the address says of a limit is said after ours.
        let ordered = parameters.sorted { $0.0 != "dbname" && $1.0 == "dbname" }
        let names = ordered.map { Array($0.0.utf8CString) }
        let values = ordered.map { Array($0.1.utf8CString) }
        return withPointers(to: names) { names in
            withPointers(to: values) { values in PQconnectdbParams(names, values, 1) }
        }
    }

    /// Pointers to each, and nothing at the end.
    private static func withPointers<T>(
        to texts: [[CChar]], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T
    ) -> T {
        var pointers: [UnsafePointer<CChar>?] = []
        func descend(_ place: Int) -> T {
            if place == texts.count {
                pointers.append(nil)
                return pointers.withUnsafeBufferPointer { all in
                    guard let base = all.baseAddress else { preconditionFailure("there is always the end") }
                    return body(base)
                }
            }
            return texts[place].withUnsafeBufferPointer { text in
                pointers.append(text.baseAddress)
                return descend(place + 1)
            }
        }
        return descend(0)
    }

    var socket: Int32 { PQsocket(connection) }

    /// Runs one statement with what belongs to it, and returns its rows.
    @discardableResult
    func run(_ statement: String, _ values: [Value] = []) throws(LedgerFault) -> Answer {
        let encoded = values.map(\.encoded)
        let types = values.map(\.type)
        let lengths = encoded.map { Int32($0?.count ?? 0) }
        let formats = [Int32](repeating: 1, count: values.count)
        // All in one row, each with a byte more, so that what is empty has a place too.
        var all: [UInt8] = []
        var starts: [Int?] = []
        for bytes in encoded {
            starts.append(bytes == nil ? nil : all.count)
            all += bytes ?? []
            all.append(0)
        }
        let result = all.withUnsafeBytes { buffer in
            let pointers = starts.map { start in
                start.flatMap { buffer.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return PQexecParams(
                connection, statement, Int32(values.count), types, pointers, lengths, formats, 1)
        }
        return try checked(result)
    }

    /// Runs several statements without anything that belongs to them, as one transaction.
    func script(_ statements: String) throws(LedgerFault) {
        _ = try checked(PQexec(connection, statements))
    }

    private func checked(_ result: OpaquePointer?) throws(LedgerFault) -> Answer {
        guard let result else { throw .unreachable("the connection broke") }
        let answer = Answer(result)
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return answer
        default: throw fault(result)
        }
    }

    private func fault(_ result: OpaquePointer) -> LedgerFault {
        func field(_ letter: UInt8) -> String? { PQresultErrorField(result, Int32(letter)).map { String(cString: $0) } }
        let code = field(UInt8(ascii: "C"))
        if PQstatus(connection) != CONNECTION_OK || code == nil { return .unreachable("the connection broke") }
        // The first line alone: the details below it may hold what was to be stored.
        return LedgerFault(sqlState: code ?? "", message: field(UInt8(ascii: "M")) ?? "")
    }

    /// Takes in what has come on the socket, and throws away what it says: that something came is all that matters.
    func takeNotices() throws(LedgerFault) {
        guard PQconsumeInput(connection) == 1 else { throw .unreachable("the connection broke") }
        while let notice = PQnotifies(connection) { PQfreemem(notice) }
    }
}

extension LedgerFault {
    /// The fault that PostgreSQL's five-letter code stands for.
    init(sqlState: String, message: String) {
        switch sqlState {
        case "53100": self = .diskFull
        case "25006": self = .readOnly
        case "42501": self = .permissionDenied(message)
        case "55P03", "40P01", "40001", "57014": self = .locked
        case "XX001", "XX002": self = .damaged(message)
        case "3F000", "42P01", "42883": self = .notALedger(message)
        // The server is going down, coming up, or takes no more connections.
        case "57P01", "57P02", "57P03", "53300": self = .unreachable(message)
        case let code where code.hasPrefix("08"): self = .unreachable(message)
        case let code where code.hasPrefix("28"): self = .permissionDenied(message)
        default: self = .storeFailed(code: Int(sqlState, radix: 36) ?? -1, "\(sqlState) \(message)")
        }
    }
}
