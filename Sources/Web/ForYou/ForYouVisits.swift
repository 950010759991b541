// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Synchronization
import WorkingTime

/// Which browsers have opened a child's link with the agreed word, for half an hour. Kept in memory alone: a restart asks
/// for the word again.
final class ForYouVisits: Sendable {
    struct Visit: Sendable {
        let child: ChildID
        /// The entry that gave the link.
        let link: Position
        let until: Instant
    }

    static let length = Elapsed.minutes(30)
    private let visits = Mutex<[Data: Visit]>([:])

    /// The token for the browser's cookie.
    func begin(_ child: ChildID, _ link: Position, at now: Instant) -> String {
        let token = Secrets.token()
        visits.withLock { visits in
            visits = visits.filter { now < $0.value.until }
            visits[Secrets.digest(of: token)] = Visit(child: child, link: link, until: now + Self.length)
        }
        return token
    }

    func visit(_ token: String?, at now: Instant) -> Visit? {
        guard let token else { return nil }
        return visits.withLock { $0[Secrets.digest(of: token)] }.flatMap { now < $0.until ? $0 : nil }
    }

    func end(_ token: String?) {
        guard let token else { return }
        visits.withLock { $0[Secrets.digest(of: token)] = nil }
    }
}
