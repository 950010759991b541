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
    public let note: String?
    public let source: String

    /// Whether somebody in `role` is to be shown it.
    public func isFor(_ role: Role) -> Bool { to.contains { $0.includes(role) } }
}
