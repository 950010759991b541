// SPDX-License-Identifier: MIT

import Casework

/// Puts episodes that were decided in different vocabularies on one scale, so that figures over a change of words stay
/// comparable; and says of which episodes that cannot be done.
public struct Crosswalk: Sendable {
    /// The words of the scale.
    public let scale: PoliceVocabulary
    private let lines: [String: CrosswalkLine]

    /// The scale is the pack's own vocabulary; earlier words come to it by the pack's crosswalk.
    public init(to pack: ProtocolPack) {
        self.init(to: pack.vocabulary, by: pack.sections.crosswalk)
    }

    init(to scale: PoliceVocabulary, by lines: [CrosswalkLine]) {
        self.scale = scale
        self.lines = Dictionary(lines.map { ($0.was, $0) }) { first, _ in first }
    }

    /// A word on the scale.
    public enum Comparison: Hashable, Sendable {
        /// The same word, which the scale has too.
        case same(String)
        /// Another word for it, with what the crosswalk notes about the difference.
        case comparable(String, was: String, note: String?)
        /// No word of the scale says this.
        case notComparable(String, note: String?)
        /// Police had not decided.
        case undecided

        /// The word of the scale, where there is one.
        public var word: String? {
            switch self {
            case .same(let word), .comparable(let word, _, _): word
            case .notComparable, .undecided: nil
            }
        }
    }

    /// One word of any vocabulary on the scale. An earlier word may come to it over several changes.
    public func compare(_ word: String) -> Comparison {
        var (current, notes, seen): (String, [String], Set<String>) = (word, [], [])
        while !scale.holds(current) {
            guard seen.insert(current).inserted, let line = lines[current] else {
                return .notComparable(word, note: notes.last)
            }
            if let note = line.note { notes.append(note) }
            guard let now = line.now else { return .notComparable(word, note: notes.last) }
            current = now
        }
        return current == word
            ? .same(word) : .comparable(current, was: word, note: notes.isEmpty ? nil : notes.joined(separator: " "))
    }

    /// What an episode was held as: by its category where that comes to a grade of the scale, else by its grade, else
    /// by its category as it is.
    public func compare(_ facts: EpisodeFacts) -> Comparison {
        guard facts.category != .unclassified else {
            return facts.grade.map { compare($0.rawValue) } ?? .undecided
        }
        let category = compare(facts.category.rawValue)
        if let word = category.word, scale.grades.contains(where: { $0.rawValue == word }) { return category }
        let graded = facts.grade.map { compare($0.rawValue) }
        return graded?.word == nil ? category : graded ?? category
    }

    /// How many episodes stand at each word of the scale, and which could not be put on it.
    public func count(_ episodes: some Sequence<EpisodeFacts>) -> Counts {
        var counts = Counts()
        for facts in episodes { counts.add(compare(facts)) }
        return counts
    }

    /// Episodes by the words of one scale, with what is not comparable kept apart and never dropped.
    public struct Counts: Hashable, Sendable {
        /// By the scale's words; a word that no episode has is absent.
        public private(set) var byWord: [String: Int] = [:]
        /// How many of those came by another word, under that word.
        public private(set) var renamed: [String: Int] = [:]
        /// Those that no word of the scale says, under the word they have.
        public private(set) var notComparable: [String: Int] = [:]
        /// Those that police had not decided on.
        public private(set) var undecided = 0

        mutating func add(_ comparison: Comparison) {
            switch comparison {
            case .same(let word): byWord[word, default: 0] += 1
            case .comparable(let word, let was, _):
                byWord[word, default: 0] += 1
                renamed[was, default: 0] += 1
            case .notComparable(let word, _): notComparable[word, default: 0] += 1
            case .undecided: undecided += 1
            }
        }
    }
}
