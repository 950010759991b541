// SPDX-License-Identifier: MIT

/// What in a text looks like a way to reach somebody.
enum ContactPatterns {
    static func all(in text: String) -> [(kind: PassageFinding.Kind, range: Range<String.Index>)] {
        var found: [(PassageFinding.Kind, Range<String.Index>)] = []
        for match in text.matches(of: email) { found.append((.email, match.range)) }
        for match in text.matches(of: account) where stands(alone: match.range, in: text) {
            found.append((.email, match.range))
        }
        for match in text.matches(of: phone) where isPhone(text[match.range]) { found.append((.phone, match.range)) }
        for match in text.matches(of: postcode) { found.append((.postcode, match.range)) }
        for match in text.matches(of: address) { found.append((.address, match.range)) }
        return found
    }

    /// Whether nothing that belongs to a word stands before it: else it is the end of an e-mail address.
    private static func stands(alone range: Range<String.Index>, in text: String) -> Bool {
        guard text.startIndex < range.lowerBound else { return true }
        let before = text[text.index(before: range.lowerBound)]
        return !before.isLetter && !before.isNumber
    }

    // Expressions are made anew where they are used: a compiled one can't be shared between threads.
    private static var email: Regex<Substring> { /[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+/ }
    /// An account's name as people write it: "@kez.a".
    private static var account: Regex<Substring> { /@[A-Za-z0-9._]{3,}/ }
    private static var phone: Regex<Substring> { /(?:\+|\b)[0-9][0-9 ()\-]{7,}[0-9]\b/ }
    private static var postcode: Regex<Substring> { /\b[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}\b/ }
    private static var address: Regex<Substring> {
        /\b(?:(?:[Ff]lat|[Rr]oom) [0-9A-Za-z]+,? )?[0-9]{1,4}[A-Za-z]?,? (?:[A-Z][A-Za-z'’\-]* ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Court|Crescent|Drive|Way|Place|Terrace|Gardens|Grove|Hill|Row|Square|Walk|House|Estate|Mews|Park)\b/
    }

    /// Nine to thirteen digits, so that a date or a reference in between is not taken for one.
    private static func isPhone(_ text: Substring) -> Bool {
        let digits = text.filter(\.isNumber)
        return (9...13).contains(digits.count)
            && (digits.hasPrefix("0") || digits.hasPrefix("44") || text.hasPrefix("+"))
    }
}
