// SPDX-License-Identifier: MIT

import Foundation
import Synchronization
import WorkingTime

/// The sessions in use, held in memory so that a page needn't ask the disk who is asking.
///
/// Whatever changes a session or an account in this process forgets all of them; what another process changes is seen
/// when a session is read again, which happens every few seconds.
final class SessionCache: Sendable {
    /// How long a session is answered for before it is read again.
    static let trustedFor = Duration.seconds(2)
    private static let most = 20_000

    private struct Held {
        var session: Session
        let readAt: ContinuousClock.Instant
        /// The last use that is on disk.
        var writtenUse: Instant
    }

    private struct Contents {
        var held: [Data: Held] = [:]
        var generation = 0
    }

    private let contents = Mutex(Contents())

    /// Grows with each change, so that what was read before one is not kept after it.
    var generation: Int { contents.withLock { $0.generation } }

    /// The session under the token's digest; nil where it must be read.
    func find(_ digest: Data) -> Session? {
        contents.withLock { contents in
            guard let held = contents.held[digest], ContinuousClock.now - held.readAt < Self.trustedFor else {
                return nil
            }
            return held.session
        }
    }

    /// Keeps what was read, unless something changed since `generation`. Returns it with the last use that is known.
    func keep(_ session: Session, under digest: Data, since generation: Int) -> Session {
        contents.withLock { contents in
            guard contents.generation == generation else { return session }
            var session = session
            let writtenUse = session.usedAt
            if let before = contents.held[digest] { session.usedAt = max(session.usedAt, before.session.usedAt) }
            if contents.held.count >= Self.most { contents.held.removeAll(keepingCapacity: true) }
            contents.held[digest] = Held(session: session, readAt: .now, writtenUse: writtenUse)
            return session
        }
    }

    /// Notes that the session was used; whether that is worth writing down.
    func touch(_ digest: Data, at now: Instant) -> Bool {
        contents.withLock { contents in
            guard let held = contents.held[digest] else { return true }
            contents.held[digest]?.session.usedAt = now
            guard (now - held.writtenUse).seconds >= 60 else { return false }
            contents.held[digest]?.writtenUse = now
            return true
        }
    }

    func forget(_ digest: Data) {
        contents.withLock { $0.held[digest] = nil }
    }

    func forgetAll() {
        contents.withLock { contents in
            contents.generation += 1
            contents.held.removeAll(keepingCapacity: true)
        }
    }
}
