// SPDX-License-Identifier: MIT

/// Names to look for in texts, by their words.
public struct NameBook: Sendable {
    /// Full names by their first word; a name of several words stands only where all of them do, in order.
    private var sequences: [String: [(words: [String], kind: PassageFinding.Kind)]] = [:]
    /// Words that are part of some name.
    private var parts: [String: PassageFinding.Kind] = [:]

    public init() {}

    /// Looks for a full name, and for each of its words alone.
    public mutating func add(_ name: String, as kind: PassageFinding.Kind, alone: Bool = true) {
        let words = FoldedWord.words(of: name).map(\.folded).filter { !$0.isEmpty }
        guard let first = words.first else { return }
        sequences[first, default: []].append((words, kind))
        guard alone else { return }
        for word in words where 1 < word.count && !PlainWords.smallWords.contains(word) && parts[word] == nil {
            parts[word] = kind
        }
    }

    /// What stands at the words from `place` on: the longest full name, else one word of a name.
    func match(_ words: [FoldedWord], at place: Int) -> (count: Int, kind: PassageFinding.Kind)? {
        let word = words[place]
        let longest = sequences[word.folded]?.filter { sequence in
            place + sequence.words.count <= words.count
                && zip(sequence.words, words[place...]).allSatisfy { $0 == $1.folded }
        }.max { $0.words.count < $1.words.count }
        if let longest, 1 < longest.words.count || stands(word) { return (longest.words.count, longest.kind) }
        if let kind = parts[word.folded], stands(word) { return (1, kind) }
        return nil
    }

    /// Whether a single word is meant as a name: one that is also a plain word has to be written as a name.
    private func stands(_ word: FoldedWord) -> Bool {
        if !PlainWords.namesToo.contains(word.folded) { return true }
        return word.isCapitalised && !word.beginsSentence
    }
}

extension NameBook {
    /// The names under which the record knows a child, now and before; each of their words alone too, unless `alone`
    /// is false.
    public init(of child: Child, alone: Bool = true) {
        self.init()
        for name in child.everyName where alone || 1 < FoldedWord.words(of: name).count {
            add(name, as: .person, alone: alone)
        }
    }

    /// The places in `text` where any of the names stands, as they are written there.
    public func mentions(in text: String) -> [String] {
        let words = FoldedWord.words(of: text)
        var found: [String] = []
        var place = 0
        while place < words.count {
            if let match = match(words, at: place) {
                let range = words[place].range.lowerBound..<words[place + match.count - 1].range.upperBound
                found.append(String(text[range]))
                place += match.count
            } else {
                place += 1
            }
        }
        return found
    }
}

extension Child {
    /// Every name that the record gives the child, former ones too.
    public var everyName: [String] {
        let keys: [DetailKey] = [.name, .knownAs, .forenames, .surname]
        let given = history.recorded.flatMap { mark in keys.compactMap { mark.details.text($0) } }
        return given.reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
    }
}
