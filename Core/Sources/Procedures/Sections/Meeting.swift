// SPDX-License-Identifier: MIT

import Casework

/// A kind of meeting that the protocol knows: who chairs it, who is invited, what it goes through, how it may end.
public struct Meeting: Hashable, Sendable {
    public let id: String
    public let title: String
    public let chair: Role
    public let invites: [Invitee]
    public let agenda: [SectionLine]
    /// The ways in which it may end for a child.
    public let outcomes: [SectionLine]
    /// Whether each child has a record of their own, also where several are talked about (ruling 13).
    public let hasRecordForEachChild: Bool
    /// How often it is held, in words; the clock itself stands in `calendar` or in a duty.
    public let every: String?
    public let note: String?
    public let source: String

    /// Somebody to be asked to a meeting.
    public enum Invitee: Hashable, Sendable {
        case role(RoleGroup)
        /// Somebody who has no role here, as the pack names them: "the fostering service".
        case named(String)

        public var spoken: String {
            switch self {
            case .role(let group): group.spoken
            case .named(let name): name
            }
        }
    }
}

extension RoleGroup {
    /// The role, or the group, as it is said in a sentence.
    public var spoken: String {
        switch self {
        case .role(let role): role.spoken
        case .police: "police"
        case .socialCare: "children's social care"
        }
    }
}
