// SPDX-License-Identifier: MIT

import Casework

/// What a place asks of those who sign in.
public struct SignInRules: Sendable {
    /// Who must have a second factor.
    public var secondFactor: SecondFactorPolicy
    /// The published list of breached passwords, where there is a copy of it.
    public var breached: BreachedPasswords?

    /// Where people may sign in elsewhere; nil where only passwords do.
    public var provider: OpenIDSettings?

    public init(
        secondFactor: SecondFactorPolicy = .everybody, breached: BreachedPasswords? = nil,
        provider: OpenIDSettings? = nil
    ) {
        self.secondFactor = secondFactor
        self.breached = breached
        self.provider = provider
    }
}

/// Who must have a second factor. Whoever is not made to may still have one.
public enum SecondFactorPolicy: String, CaseIterable, Hashable, Sendable {
    /// Everybody: what is safe.
    case everybody
    /// Whoever may see a child, and whoever gives sign-ins to others.
    case whoeverSeesChildren = "whoever-sees-children"
    /// Nobody is made to: for a demonstration on one machine.
    case nobody

    func asks(_ role: Role) -> Bool {
        switch self {
        case .everybody: true
        case .whoeverSeesChildren: role.seesChildren || role == .administrator
        case .nobody: false
        }
    }
}
