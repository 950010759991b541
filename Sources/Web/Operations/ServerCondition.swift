// SPDX-License-Identifier: MIT

import Synchronization

/// How one running server is: what it has answered, and whether it is about to end. Told to whoever keeps the machine.
public final class ServerCondition: Sendable {
    let requests = RequestCounts()
    private let leaving = Mutex(false)

    public init() {}

    /// Whether it goes on answering only until whatever stands in front has turned to another server.
    public var isLeaving: Bool { leaving.withLock { $0 } }

    public func leave() { leaving.withLock { $0 = true } }
}
