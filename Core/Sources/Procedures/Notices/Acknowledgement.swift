// SPDX-License-Identifier: MIT

import WorkingTime

/// Within what time somebody is to say that they have seen a notice, and who hears of it when nobody has.
public struct Acknowledgement: Hashable, Sendable {
    public let within: Elapsed
    /// Counted from when that time is over; nil where they are asked once more and nobody else is.
    public let escalation: Escalation?

    public init(within: Elapsed, escalation: Escalation?) {
        (self.within, self.escalation) = (within, escalation)
    }
}
