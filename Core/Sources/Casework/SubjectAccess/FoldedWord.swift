// SPDX-License-Identifier: MIT

/// A word of a text, with the form in which names are compared: small letters without accents.
struct FoldedWord: Hashable {
    let range: Range<String.Index>
    let folded: String
    let isCapitalised: Bool
    /// Whether a sentence, a line or the text begins with it.
    let beginsSentence: Bool

    /// The words of a text. An apostrophe or a hyphen within a word belongs to it; "Kezia's" is "kezia".
    static func words(of text: String) -> [FoldedWord] {
        var words: [FoldedWord] = []
        var place = text.startIndex
        var begins = true
        while place < text.endIndex {
            guard text[place].isLetter else {
                if ".!?:\n“\"•;".contains(text[place]) { begins = true }
                if text[place].isNumber { begins = false }
                place = text.index(after: place)
                continue
            }
            var end = place
            while end < text.endIndex, isWithin(text, end) { end = text.index(after: end) }
            var stem = end
            // The genitive is no part of a name.
            if let apostrophe = text[place..<end].lastIndex(where: { "'’".contains($0) }) {
                let rest = text[text.index(after: apostrophe)..<end]
                if rest == "s" || rest.isEmpty { stem = apostrophe }
            }
            let folded = fold(text[place..<stem])
            // Letters that stand against a number are a code or a postcode.
            let isCode = text[..<place].last?.isNumber == true || text[end...].first?.isNumber == true
            defer { place = end }
            if isCode { continue }
            words.append(
                FoldedWord(
                    range: place..<stem, folded: folded, isCapitalised: text[place].isUppercase, beginsSentence: begins)
            )
            begins = false
        }
        return words
    }

    private static func isWithin(_ text: String, _ place: String.Index) -> Bool {
        if text[place].isLetter { return true }
        guard "'’-".contains(text[place]), place > text.startIndex else { return false }
        let next = text.index(after: place)
        return next < text.endIndex && text[next].isLetter && text[text.index(before: place)].isLetter
    }

    /// Small letters, without accents: "Núñez" and "NUNEZ" are one name. Also where the accent is a mark of its own.
    static func fold(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let base = base(of: scalar) {
                result += base
            }
        }
        return result
    }

    /// The letter beneath an accent, by the scalar's own name; nothing for a mark that stands by itself.
    private static func base(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "’": return "'"
        case "ß": return "ss"
        case "æ": return "ae"
        case "œ": return "oe"
        default: break
        }
        let properties = scalar.properties
        if properties.isDiacritic || properties.generalCategory == .nonspacingMark { return nil }
        guard let name = properties.name, let start = name.range(of: "LATIN SMALL LETTER ")?.upperBound else {
            return String(scalar)
        }
        let letter = name[start...].prefix { $0 != " " }
        return letter.count == 1 ? letter.lowercased() : String(scalar)
    }
}

extension String {
    /// Where `part` stands first.
    fileprivate func range(of part: String) -> Range<String.Index>? {
        guard let start = indices.first(where: { self[$0...].hasPrefix(part) }) else { return nil }
        return start..<index(start, offsetBy: part.count)
    }
}
