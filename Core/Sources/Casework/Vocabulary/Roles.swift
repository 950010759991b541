// SPDX-License-Identifier: MIT

/// A set of roles in one machine word.
public struct Roles: Hashable, Sendable, ExpressibleByArrayLiteral {
    @usableFromInline var bits: UInt64 = 0

    public init(arrayLiteral roles: Role...) { self.init(roles) }

    public init(_ roles: some Sequence<Role>) {
        for role in roles { bits |= 1 << UInt64(role.ordinal) }
    }

    public var isEmpty: Bool { bits == 0 }

    @inlinable public func contains(_ role: Role) -> Bool { bits & (1 << UInt64(role.ordinal)) != 0 }
}

extension Role {
    /// The role's place among all roles, below 64. It may be another in the next version, so it is never stored.
    @inlinable public var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
