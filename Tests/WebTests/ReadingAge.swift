// SPDX-License-Identifier: MIT

import Foundation

/// How old somebody has to be to read a text in English with ease, by two formulas that know nothing of what it says.
///
/// Both count: the one how long sentences are and how many syllables words have, the other how many letters. They were made
/// for whole pages, and say little about a few words.
struct ReadingAge: Hashable, CustomStringConvertible {
    /// In years, by Flesch and Kincaid's grade level: a grade is five years less than the age.
    let byFleschKincaid: Double
    /// In years, by the automated readability index.
    let byReadabilityIndex: Double
    let words: Int
    let sentences: Int

    /// The higher of the two.
    var years: Double { max(byFleschKincaid, byReadabilityIndex) }

    var description: String {
        String(
            format: "%.1f years by Flesch-Kincaid, %.1f by the readability index (%d words, %d sentences)",
            byFleschKincaid, byReadabilityIndex, words, sentences)
    }

    /// Of plain text; nil where there are too few words to count.
    init?(of text: String, atLeast fewest: Int = 20) {
        let sentences = text.split { ".?!\n".contains($0) }.map(ReadingAge.words).filter { !$0.isEmpty }
        let words = sentences.flatMap(\.self)
        guard fewest <= words.count else { return nil }
        let perSentence = Double(words.count) / Double(sentences.count)
        let syllables = words.reduce(0) { $0 + ReadingAge.syllables($1) }
        let letters = words.reduce(0) { $0 + $1.count }
        let count = Double(words.count)
        byFleschKincaid = 0.39 * perSentence + 11.8 * Double(syllables) / count - 15.59 + 5
        byReadabilityIndex = 4.71 * Double(letters) / count + 0.5 * perSentence - 21.43 + 5
        self.words = words.count
        self.sentences = sentences.count
    }

    /// Of what a page says: its main part without markup. A block ends a sentence, as it does for a reader.
    init?(ofPage html: String, atLeast fewest: Int = 20) {
        var text = html
        if let start = text.range(of: "<main"), let end = text.range(of: "</main>") {
            text = String(text[start.lowerBound..<end.lowerBound])
        }
        let blocks = #"</?(p|li|h[1-6]|div|section|label|legend|button|td|th|tr|dt|dd|summary|br|option|a)\b[^>]*>"#
        text = text.replacingOccurrences(of: blocks, with: "\n", options: .regularExpression)
        text = text.replacingOccurrences(of: "<[^>]+>", with: "", options: .regularExpression)
        for (code, sign) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
            text = text.replacingOccurrences(of: code, with: sign)
        }
        self.init(of: text, atLeast: fewest)
    }

    private static func words(_ sentence: Substring) -> [String] {
        sentence.split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }.map { $0.lowercased() }
            .filter { $0.contains(where: \.isLetter) }
    }

    /// Groups of vowels, without those at the end that nobody says.
    static func syllables(_ word: String) -> Int {
        let letters = word.filter { $0.isASCII && $0.isLetter }
        var count = 0
        var wasVowel = false
        for letter in letters {
            let isVowel = "aeiouy".contains(letter)
            if isVowel && !wasVowel { count += 1 }
            wasVowel = isVowel
        }
        let isSilentE = letters.hasSuffix("e") && !letters.hasSuffix("le") && !letters.hasSuffix("ee")
        let isSilentEd = letters.hasSuffix("ed") && !["ted", "ded", "eed"].contains(where: letters.hasSuffix)
        if count > 1, isSilentE || isSilentEd { count -= 1 }
        return max(1, count)
    }
}
