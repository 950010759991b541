// SPDX-License-Identifier: MIT
import Glibc
import Ledger
import Synchronization

/// A few connections to one database, opened when they are first needed and again when they broke.
final class Lines: Sendable {
    let place: PostgresPlace
    private let lines: [Line]
    private let turn = Atomic<Int>(0)

    private final class Line: Sendable {
        let connection = Mutex<Connection?>(nil)
    }

    /// For so long is a server that went away waited for, before whoever asks is told: a restart, or another machine that
    /// takes over, is a pause. Whoever only reads is told sooner.
    static let (patienceInSeconds, readerPatienceInSeconds) = (30, 10)

    init(_ place: PostgresPlace, count: Int) {
        self.place = place
        lines = (0..<count).map { _ in Line() }
    }

    /// Does `work` over a connection of its own. Where the connection breaks it is done again over a new one, so `work`
    /// has to be such that doing it twice is doing it once; `isAgain` tells it.
    func use<T: Sendable>(
        patience: Int = patienceInSeconds,
        _ work: @Sendable (_ connection: Connection, _ isAgain: Bool) throws(LedgerFault) -> T
    ) throws(LedgerFault) -> T {
        var backoff = Backoff()
        while true {
            let isAgain = 0 < backoff.tries
            do throws(LedgerFault) {
                return try once { connection throws(LedgerFault) in try work(connection, isAgain) }
            } catch {
                guard case .unreachable = error, backoff.wait(upTo: patience) else { throw error }
            }
        }
    }

    /// Over a line that nobody uses, else over the next in turn.
    private func once<T: Sendable>(
        _ work: @Sendable (Connection) throws(LedgerFault) -> T
    ) throws(LedgerFault) -> T {
        for line in lines {
            let outcome = line.connection.withLockIfAvailable { connection in
                Self.over(&connection, place, work)
            }
            if let outcome { return try outcome.get() }
        }
        let next = turn.wrappingAdd(1, ordering: .relaxed).oldValue
        let line = lines[Int(UInt(bitPattern: next) % UInt(lines.count))]
        return try line.connection.withLock { Self.over(&$0, place, work) }.get()
    }

    private static func over<T: Sendable>(
        _ connection: inout sending Connection?, _ place: PostgresPlace,
        _ work: @Sendable (Connection) throws(LedgerFault) -> T
    ) -> Result<T, LedgerFault> {
        do throws(LedgerFault) {
            let open: Connection
            if let connection { open = connection } else { open = try Connection(place) }
            connection = open
            return .success(try work(open))
        } catch {
            // What broke is not used again.
            if case .unreachable = error { connection = nil }
            return .failure(error)
        }
    }

    func close() {
        for line in lines { line.connection.withLock { $0 = nil } }
    }
}

/// Waits longer after each failure, and never as long as the next process does.
struct Backoff {
    private(set) var tries = 0
    private var waitedInSeconds = 0.0
    private static let (first, longest) = (0.05, 1.0)

    /// Waits; false where it has been waited `limit` seconds altogether.
    mutating func wait(upTo limit: Int) -> Bool {
        guard waitedInSeconds < Double(limit) else { return false }
        let whole = min(Self.longest, Self.first * pow(2, Double(min(tries, 10))))
        let wait = whole * Double.random(in: 0.5...1)
        usleep(UInt32(wait * 1_000_000))
        waitedInSeconds += wait
        tries += 1
        return true
    }
}
