// SPDX-License-Identifier: MIT

/// Whether somebody may do something with a part of a record, and why: what the page says who asks.
public struct AccessAnswer: Hashable, Sendable {
    public let isAllowed: Bool
    /// The reasons, as whole sentences. Empty where even that there is a record may not be known.
    public let says: [String]
    /// Whether they may open it all the same, by stating a reason that others will read.
    public let mayBreakGlass: Bool
}
