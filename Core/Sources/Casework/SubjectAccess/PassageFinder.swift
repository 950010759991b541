// SPDX-License-Identifier: MIT

import WorkingTime

/// Finds in a child's record the words that may be about somebody else.
///
/// It looks for the names that the record itself knows, for words written like names, and for what looks like a
/// telephone number, an e-mail address, a postcode or an address. It finds too much rather than too little, and it does
/// not understand what it reads: somebody reads every passage all the same.
public struct PassageFinder: Sendable {
    private let book: NameBook
    /// Words of the child's own names, which are theirs to read.
    private let own: Set<String>
    private let ownContacts: Set<String>

    /// `told` are the people whom the record's texts name beside the child: parents, relatives, associates.
    public init(for child: Child, in state: State, told: [String]) {
        var book = NameBook()
        for name in told.flatMap(Self.names) { book.add(name, as: .person) }
        let linked = Self.linked(to: child, in: state)
        for other in state.children.values where other.id != child.id {
            for name in other.everyName { book.add(name, as: .otherChild, alone: linked.contains(other.id)) }
        }
        for worker in state.workers.values { book.add(worker.name, as: .worker) }
        for agency in state.agencies.values { book.add(agency.name, as: .agency, alone: false) }
        self.book = book
        own = Set(child.everyName.flatMap { FoldedWord.words(of: $0).map(\.folded) })
        ownContacts = Set(
            [child.facts.postcode, child.facts.identity.text(.address)].compactMap { $0 }.map { Self.plain($0) })
    }

    /// What was found in a text, each finding once, in the order in which it stands there. `labels` are the program's own
    /// words: where one begins a line and a colon follows, it is not looked at; what follows the colon is.
    public func findings(in text: String, beside labels: Set<String> = []) -> [PassageFinding] {
        let ours = Self.places(of: labels, in: text)
        let contacts = ContactPatterns.all(in: text)
        var found: [(at: String.Index, finding: PassageFinding)] = contacts.filter { !isOwn(text[$0.range]) }
            .map { ($0.range.lowerBound, PassageFinding(kind: $0.kind, words: String(text[$0.range]))) }
        let words = FoldedWord.words(of: text).filter { word in
            !contacts.contains { $0.range.overlaps(word.range) } && !ours.contains { $0.overlaps(word.range) }
        }
        var place = 0
        while place < words.count {
            let word = words[place]
            // A name longer than the child's own word is somebody else's: "Kezia Brown" where the child is Kezia Adams.
            if let match = book.match(words, at: place), match.count > 1 || !own.contains(word.folded) {
                found.append((word.range.lowerBound, finding(match.kind, text, words, place, match.count)))
                place += match.count
                continue
            }
            let run = Self.run(words, from: place, in: text) { isLikeName($0) }
            if 0 < run { found.append((word.range.lowerBound, finding(.name, text, words, place, run))) }
            place += max(run, 1)
        }
        var seen: Set<PassageFinding> = []
        return found.sorted { $0.at < $1.at }.map(\.finding).filter { seen.insert($0).inserted }
    }

    /// Where a line of the text begins with one of the labels and a colon.
    private static func places(of labels: Set<String>, in text: String) -> [Range<String.Index>] {
        if labels.isEmpty { return [] }
        return text.split(separator: "\n").compactMap { line in
            guard let colon = line.firstIndex(of: ":"), labels.contains(String(line[..<colon])) else { return nil }
            return line.startIndex..<colon
        }
    }

    private func finding(
        _ kind: PassageFinding.Kind, _ text: String, _ words: [FoldedWord], _ place: Int, _ count: Int
    ) -> PassageFinding {
        let range = words[place].range.lowerBound..<words[place + count - 1].range.upperBound
        return PassageFinding(kind: kind, words: String(text[range]))
    }

    /// How many words from `place` on are written like one name: each `isLike` one, with only a space between.
    private static func run(
        _ words: [FoldedWord], from place: Int, in text: String, _ isLike: (FoldedWord) -> Bool
    ) -> Int {
        var count = 0
        while place + count < words.count, isLike(words[place + count]) {
            if 0 < count {
                let between = text[words[place + count - 1].range.upperBound..<words[place + count].range.lowerBound]
                guard between.allSatisfy({ $0 == " " }) else { break }
            }
            count += 1
        }
        return count
    }

    /// The names in what somebody typed about the people around a child: "Maria Adams (mother), 07700 900123".
    private static func names(in text: String) -> [String] {
        let words = FoldedWord.words(of: text)
        var names: [String] = []
        var place = 0
        while place < words.count {
            let count = run(words, from: place, in: text) { $0.isCapitalised && !PlainWords.common.contains($0.folded) }
            if 0 < count {
                names.append(
                    String(text[words[place].range.lowerBound..<words[place + count - 1].range.upperBound]))
            }
            place += max(count, 1)
        }
        return names
    }

    private func isLikeName(_ word: FoldedWord) -> Bool {
        guard word.isCapitalised, 1 < word.folded.count, !own.contains(word.folded) else { return false }
        if !PlainWords.common.contains(word.folded) { return true }
        return !word.beginsSentence && PlainWords.namesToo.contains(word.folded)
            && !PlainWords.months.contains(word.folded)
    }

    /// Children with whom the record says that this one was, or whose meeting was the same.
    private static func linked(to child: Child, in state: State) -> Set<ChildID> {
        let marks = child.history.recorded + child.episodes.flatMap { state.episode($0)?.history.recorded ?? [] }
        return Set(
            marks.flatMap { $0.details.numbers(.withChildren) }.compactMap { UInt32(exactly: $0) }
                .map { ChildID(number: $0) })
    }

    private static func plain(_ text: some StringProtocol) -> String {
        String(text.filter { $0.isLetter || $0.isNumber }).lowercased()
    }

    private func isOwn(_ contact: Substring) -> Bool { ownContacts.contains(Self.plain(contact)) }
}
