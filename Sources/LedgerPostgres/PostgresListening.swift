// SPDX-License-Identifier: MIT
import Dispatch
import Glibc
import Ledger
import Synchronization

/// Says when a ledger may have grown: as soon as the database tells, and every second in any case, since what the
/// database tells is lost while the connection is.
public final class PostgresListening: Sendable {
    private let place: PostgresPlace
    private let channel: String
    private let isEnded = Atomic<Bool>(false)
    private let queue = DispatchQueue(label: "homeward.ledger.listening", qos: .userInitiated)

    private static let pollEveryMilliseconds: Int32 = 1_000

    public init(to store: PostgresLedgerStore) {
        (place, channel) = (store.place, store.definitions.channel)
    }

    /// Calls `onNews` on a thread of its own, one call after the other, until ``end()``.
    public func begin(_ onNews: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            var backoff = Backoff()
            while !isEnded.load(ordering: .relaxed) {
                do throws(LedgerFault) {
                    let connection = try Connection(place)
                    try connection.script("LISTEN \(channel)")
                    backoff = Backoff()
                    try listen(connection, onNews)
                } catch {
                    onNews()
                    if !backoff.wait(upTo: Lines.readerPatienceInSeconds) { backoff = Backoff() }
                }
            }
        }
    }

    public func end() {
        isEnded.store(true, ordering: .relaxed)
    }

    private func listen(_ connection: Connection, _ onNews: () -> Void) throws(LedgerFault) {
        while !isEnded.load(ordering: .relaxed) {
            onNews()
            var waiting = pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0)
            guard 0 < poll(&waiting, 1, Self.pollEveryMilliseconds) else { continue }
            try connection.takeNotices()
        }
    }
}
