// SPDX-License-Identifier: MIT

/// What somebody did with the record besides adding to it.
public enum LookKind: String, CaseIterable, Hashable, Sendable {
    /// Opened a page about one child.
    case looked
    /// Was shown a list, such as a board, on which the child stood.
    case listed
    /// Searched, and was shown the child.
    case found
    /// Searched for words that fit a child whom they may not see; they were told that nobody was found.
    case soughtInVain = "sought-in-vain"
    /// Searched for words that fit no child at all.
    case searched
    /// Took something out of the record: a file, a pack, a list.
    case exported
    /// Asked for what they may not have, and was not given it.
    case refused
    /// Opened what their role withholds, by stating a reason.
    case openedUrgently = "opened-urgently"
    case signedIn = "signed-in"
    case signInRefused = "sign-in-refused"
    case signedOut = "signed-out"
    case accountAdded = "account-added"
    case accountChanged = "account-changed"
    /// Looked at what the list of unusual looks says, and noted why it is in order.
    case dismissed

    /// Whether somebody saw the content of one child's record.
    public var opensRecord: Bool { self == .looked || self == .exported || self == .openedUrgently }

    /// As it is said of a person: "looked at", "was refused".
    public var spoken: String {
        switch self {
        case .looked: "looked at"
        case .listed: "was shown in a list"
        case .found: "searched and was shown"
        case .soughtInVain: "searched for, and may not see"
        case .searched: "searched, and nobody was found"
        case .exported: "exported"
        case .refused: "was refused"
        case .openedUrgently: "opened urgently"
        case .signedIn: "signed in"
        case .signInRefused: "could not sign in"
        case .signedOut: "signed out"
        case .accountAdded: "added an account"
        case .accountChanged: "changed an account"
        case .dismissed: "reviewed an unusual look"
        }
    }
}
