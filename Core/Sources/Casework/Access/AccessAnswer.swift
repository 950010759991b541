// SPDX-License-Identifier: MIT

/// Whether somebody may do something with a part of a record, and why: what the page says who asks.
public struct AccessAnswer: Hashable, Sendable {
    public let isAllowed: Bool
    /// The reasons, as whole sentences. Empty where even that there is a record may not be known: then the answer is
    /// the same as for a child who isn't there.
    public let says: [String]
    /// The names of the lines of the table that allow it.
    public let lines: [String]
    /// Whether they may open it all the same, by stating a reason that others will read.
    public let mayBreakGlass: Bool

    static let notThere = AccessAnswer(isAllowed: false, says: [], lines: [], mayBreakGlass: false)
}
