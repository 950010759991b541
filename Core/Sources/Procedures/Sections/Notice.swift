// SPDX-License-Identifier: MIT

import Casework

/// Who is shown what as soon as an event is recorded. That somebody was shown it is not that they were told: telling
/// them stays a duty until they have been told (ruling 28).
public struct Notice: Sendable {
    public let id: String
    /// The event that makes it.
    public let on: Match
    /// Looked at when the event happened; nil for always.
    public let when: Condition?
    public let to: [RoleGroup]
    public let says: String
    /// Within what time they are to say that they have seen it; nil where nobody asks.
    public let acknowledgement: Acknowledgement?
    /// Whether it may not wait for the morning; nil for as long as the child is away.
    public let isUrgent: Bool?
    public let isLocalChoice: Bool
    public let note: String?
    public let source: String

    /// Whether somebody in `role` is to be shown it.
    public func isFor(_ role: Role) -> Bool { to.contains { $0.includes(role) } }
}
