// SPDX-License-Identifier: MIT
import Foundation

/// The offsets at which `word` stands in `text`.
func occurrences(of word: String, in text: [UInt8]) -> [Int] {
    let needle = Array(word.utf8)
    guard !needle.isEmpty else { return [] }
    return text.withUnsafeBytes { haystack in
        needle.withUnsafeBytes { sought in
            guard let base = haystack.baseAddress, let soughtBase = sought.baseAddress else { return [] }
            var (found, from) = ([Int](), 0)
            while from + needle.count <= haystack.count,
                let hit = memchr(base + from, Int32(needle[0]), haystack.count - needle.count - from + 1)
            {
                let offset = UnsafeRawPointer(hit) - base
                if memcmp(base + offset, soughtBase, needle.count) == 0 { found.append(offset) }
                from = offset + 1
            }
            return found
        }
    }
}

/// The offsets at which `word` stands in `text` and is not part of a longer word.
///
/// An end of `word` that is itself a mark, as the `!` of `try!`, needs no end of a word beside it.
func wholeWords(_ word: String, in text: [UInt8]) -> [Int] {
    let needle = Array(word.utf8)
    return occurrences(of: word, in: text).filter { offset in
        let end = offset + needle.count
        let beginsInside = isWordPart(needle.first) && offset > 0 && isWordPart(text[offset - 1])
        let endsInside = isWordPart(needle.last) && end < text.count && isWordPart(text[end])
        return !beginsInside && !endsInside
    }
}

func isWordPart(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
}

/// `text` with A–Z as a–z, at the same offsets.
func lowercasedASCII(_ text: [UInt8]) -> [UInt8] {
    text.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
}
