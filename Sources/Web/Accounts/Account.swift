// SPDX-License-Identifier: MIT

import Casework

/// Somebody who may sign in.
public struct Account: Hashable, Sendable {
    /// The account's number in the accounts file; it says nothing about the person.
    public let id: Int64
    public let email: String
    public let name: String
    /// The short name under which the record knows them.
    public let worker: String
    public let role: Role
    public let agency: AgencyID?

    /// As whom they act in the record.
    public var actor: Actor { Actor(worker: worker, role: role, agency: agency) }
}

/// Why an account is not added. Nothing has changed.
public enum AccountRefusal: Error, Hashable, Sendable {
    case notAnEmailAddress
    case nameIsLacking
    case emailIsTaken
    case nobodyHasThisEmail
    case password(PasswordRefusal)

    /// What is so, and what would satisfy it.
    public var says: String {
        switch self {
        case .notAnEmailAddress: "This is not an e-mail address."
        case .nameIsLacking: "The person's name is needed."
        case .emailIsTaken: "Somebody already signs in with this e-mail address."
        case .nobodyHasThisEmail: "Nobody signs in with this e-mail address."
        case .password(let refusal): refusal.says
        }
    }
}
