// SPDX-License-Identifier: MIT

/// Something of which an episode may have any number.
public protocol ChildRow: Hashable, Sendable {
    var child: Int32 { get }
}

/// Rows in the order of their children.
public struct ByChild<Row: ChildRow>: Hashable, Sendable {
    public private(set) var rows: [Row] = []

    mutating func append(_ row: Row) { rows.append(row) }

    mutating func replace(_ child: Int32, with newer: [Row]) {
        rows.replaceSubrange(
            rows.firstPlace { $0.child >= child }..<rows.firstPlace { $0.child > child }, with: newer)
    }
}

/// One notice of an episode.
public struct NoticeRow: ChildRow {
    public let child: Int32
    public let episode: UInt32
    /// Who was told, by the code of their name.
    public let to: Int32
    /// ``NumberColumn/unknown`` while nobody said that they have seen it.
    public let minutesToAcknowledge: Int32
}

/// Another child of the record who went along.
public struct CompanionRow: ChildRow {
    public let child: Int32
    public let episode: UInt32
    public let other: Int32
}

/// A district in which the child was seen.
public struct SeenRow: ChildRow {
    public let child: Int32
    public let episode: UInt32
    public let district: Int32
}

/// Words and their codes, in the order in which they came.
public struct WordList: Hashable, Sendable {
    public private(set) var words: [String] = []
    private var places: [String: Int32] = [:]

    /// The code of a word, which is given one where it has none.
    mutating func code(of word: String) -> Int32 {
        if let place = places[word] { return place }
        let place = Int32(words.count)
        words.append(word)
        places[word] = place
        return place
    }

    /// What the last bit of a set says, once there are more words than bits.
    static let rest = "further words"

    /// A bit for each word: the first 63 words that come have their own, all later ones share the last.
    mutating func bits(of given: [String]) -> UInt64 {
        var bits: UInt64 = 0
        for word in given {
            if places[word] == nil, words.count >= 63 {
                bits |= 1 << UInt64(code(of: WordList.rest) & 63)
            } else {
                bits |= 1 << UInt64(code(of: word))
            }
        }
        return bits
    }
}
