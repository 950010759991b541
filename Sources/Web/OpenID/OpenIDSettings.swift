// SPDX-License-Identifier: MIT

import Asking
import Casework
import Foundation

/// Where people may sign in elsewhere, by OpenID Connect, and what that makes of them here.
public struct OpenIDSettings: Hashable, Sendable {
    /// What the button calls it: "Eastmoor Council".
    public let name: String
    /// Exactly as the provider writes it in its tokens.
    public let issuer: String
    public let clientID: String
    /// Nil for a client without one, which then proves itself by PKCE alone.
    public let clientSecret: String?
    /// Where people reach this Homeward: `https://homeward.example`, without a slash at its end.
    public let address: String
    public let scopes: [String]
    /// Which claim of the token names the groups.
    public let groupsClaim: String
    /// What each group is here. The first that somebody is in counts; who is in none is refused.
    public let groups: [GroupRule]
    /// Whether the provider checks e-mail addresses, so that one may be taken as that of an account which is here.
    public let emailsAreTrusted: Bool
    /// What the token says (`amr`, `acr`) where the provider asked for a second factor itself.
    public let secondFactorMarks: SecondFactorMarks

    /// What a group of the provider's is here.
    public struct GroupRule: Hashable, Sendable {
        public let group: String
        public let role: Role
        public let agency: AgencyID?

        public init(group: String, role: Role, agency: AgencyID?) {
            (self.group, self.role, self.agency) = (group, role, agency)
        }
    }

    public struct SecondFactorMarks: Hashable, Sendable {
        public let methods: Set<String>
        public let contexts: Set<String>

        public init(methods: Set<String> = [], contexts: Set<String> = []) {
            (self.methods, self.contexts) = (methods, contexts)
        }
    }

    /// Refuses addresses that others could read or write on the way: `https`, or `http` to this machine itself.
    public init(
        name: String, issuer: String, clientID: String, clientSecret: String?, address: String,
        scopes: [String] = ["openid", "profile", "email"], groupsClaim: String = "groups", groups: [GroupRule],
        emailsAreTrusted: Bool = false, secondFactorMarks: SecondFactorMarks = SecondFactorMarks()
    ) throws(OpenIDSettingsRefusal) {
        for text in [issuer, address] where !HTTPAsking.isGuarded(text) { throw .addressIsNotGuarded(text) }
        guard scopes.contains("openid") else { throw .openidScopeIsLacking }
        guard !groups.isEmpty else { throw .groupsAreLacking }
        self.name = name
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.scopes = scopes
        self.groupsClaim = groupsClaim
        self.groups = groups
        self.emailsAreTrusted = emailsAreTrusted
        self.secondFactorMarks = secondFactorMarks
    }

    var redirectAddress: String { address + "/sign-in/provider/back" }
}

/// Why the settings can't be used.
public enum OpenIDSettingsRefusal: Error, Hashable, Sendable {
    case addressIsNotGuarded(String)
    case openidScopeIsLacking
    case groupsAreLacking

    public var says: String {
        switch self {
        case .addressIsNotGuarded(let text): "\(text) must begin with https://, or lead to this machine itself."
        case .openidScopeIsLacking: "The scopes must have openid among them."
        case .groupsAreLacking: "No group has a role, so that nobody could sign in."
        }
    }
}
