// SPDX-License-Identifier: MIT

import Casework
import Dispatch
import Ledger

extension Partnership {
    /// Whether other processes record into the same ledger.
    public var isShared: Bool { ledger.isShared }

    /// Takes in what other processes recorded meanwhile, and forgets what was worked out of whom they erased. True where
    /// there was anything.
    ///
    /// Blocks the calling thread while the ledger is read; whoever asks for the state is answered meanwhile.
    @discardableResult
    public func catchUp() throws -> Bool {
        if try ledger.refreshKeys() { forgetRemembered() }
        // What failed while the disk or the database was away is brought to its end, also where nobody records anything.
        try recoverNow()
        guard let head = try ledger.headElsewhere() else { return false }
        let known = state
        guard known.position < head.position else { return false }
        var newer = known
        try RecordReader(ledger: ledger, log: log).read(into: &newer, through: head.position)
        let grew = desk.withLock { [newer] desk in
            // Where something of this process is under way, that meets what was appended, and takes it in.
            guard desk.decided.position == known.position, desk.published.position == known.position,
                ledger.adopt(head)
            else { return false }
            desk = Desk(decided: newer, published: newer, newest: desk.newest, voids: desk.voids)
            return true
        }
        if grew { followers.tell(head.position) }
        return grew
    }

    /// The same, away from the threads on which pages are made.
    public func catchUpAside() async throws { _ = try await aside { try self.catchUp() } }

    private static let looksBetweenAsking = 20

    /// Waits until everything up to `position`, recorded by whichever process, is in the state: false where it is not
    /// within `limit`, as when the database does not answer.
    public func reaches(_ position: Position, within limit: Duration = .seconds(3)) async -> Bool {
        guard isShared, state.position < position else { return true }
        let end = ContinuousClock.now + limit
        var looks = 0
        while state.position < position {
            guard ContinuousClock.now < end, !Task.isCancelled else { return false }
            // Mostly the database tells of it: asking it now and again is enough, whoever claims to have seen what.
            if looks % Self.looksBetweenAsking == 0 { try? await catchUpAside() }
            looks += 1
            if position <= state.position { return true }
            try? await Task.sleep(for: .milliseconds(20))
        }
        return true
    }

    /// Runs work that waits for the ledger where it keeps nobody else waiting.
    public func aside<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                continuation.resume(with: Result { try work() })
            }
        }
    }
}
