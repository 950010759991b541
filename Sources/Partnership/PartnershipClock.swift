// SPDX-License-Identifier: MIT

import WorkingTime

/// Where the partnership takes the time from: the machine's clock, or a test's.
public struct PartnershipClock: Sendable {
    public let now: @Sendable () -> Instant

    public init(now: @escaping @Sendable () -> Instant) {
        self.now = now
    }
}
