// SPDX-License-Identifier: MIT

/// Why a password is not taken. There are no rules about capitals or digits, and none expires.
public enum PasswordRefusal: Error, Hashable, Sendable {
    case tooShort
    case tooLong
    case tooCommon
    case holdsTheEmailAddress
    /// On the published list of passwords that breaches have shown.
    case breached
    case sameAsBefore

    /// At least this many characters.
    public static let leastLength = 12
    /// At most this many bytes, so that nobody makes the server hash a book.
    public static let mostBytes = 1_024

    public var says: String {
        switch self {
        case .tooShort: "A password needs at least 12 characters. Three or four words that you remember do well."
        case .tooLong: "A password has at most 1,024 bytes."
        case .tooCommon: "This password is among those that are tried first. Choose another."
        case .breached:
            "This password has become known in a breach of some other site. Choose one that you use nowhere else."
        case .sameAsBefore: "This is the password you have now. Choose another."
        case .holdsTheEmailAddress: "A password must not hold your e-mail address."
        }
    }

    /// Why `password` is not taken; nil where it is.
    public static func of(_ password: String, email: String) -> PasswordRefusal? {
        if password.count < leastLength { return .tooShort }
        if password.utf8.count > mostBytes { return .tooLong }
        let folded = password.lowercased()
        if let own = email.split(separator: "@").first, own.count > 3, folded.contains(own) {
            return .holdsTheEmailAddress
        }
        if Set(folded).count < 4 || CommonPasswords.holds(folded) { return .tooCommon }
        return nil
    }
}
