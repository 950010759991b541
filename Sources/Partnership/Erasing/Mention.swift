// SPDX-License-Identifier: MIT

import Casework
import Ledger
import WorkingTime

/// A text elsewhere than in a child's own record in which the child's name stands, or may stand.
public struct Mention: Hashable, Sendable {
    public let position: Position
    /// In whose record; nil for what belongs to no child.
    public let child: ChildID?
    public let episode: EpisodeID?
    public let word: EventWord
    public let key: DetailKey
    public let recordedAt: Instant
    public let text: String
    /// The words that are like the name, as they stand there.
    public let words: [String]

    /// The same at every look: "412.narrative".
    public var id: String { "\(position).\(key.name)" }
}

extension Partnership {
    /// Every text of another child's record, or of none, in which a name of the child's stands.
    ///
    /// Whole names are looked for everywhere; a forename or surname alone only in the records of children who are linked
    /// with this one, since it is somebody else's everywhere else. Reads the whole ledger, so it takes a while.
    public func mentions(of id: ChildID) async throws -> [Mention] {
        let state = state
        guard let child = state.child(id) else { return [] }
        let search = MentionSearch(child, in: state)
        let ledger = ledger
        return try await Task.detached(priority: .utility) {
            var found: [Mention] = []
            try ledger.replayEvents { batch in
                for case .event(let event, let position) in batch { found += search.mentions(in: event, at: position) }
            }
            return found
        }.value
    }
}

/// Looks for one child's names in other records.
private struct MentionSearch: Sendable {
    private let child: ChildID
    private let whole: NameBook
    private let parts: NameBook
    private let linked: Set<ChildID>

    init(_ child: Child, in state: State) {
        self.child = child.id
        whole = NameBook(of: child, alone: false)
        parts = NameBook(of: child)
        linked = state.linked(to: child)
    }

    func mentions(in event: Event, at position: Position) -> [Mention] {
        guard event.child != child else { return [] }
        let book = event.child.map(linked.contains) == true ? parts : whole
        return event.details.texts.compactMap { key, text in
            let words = book.mentions(in: text)
            if words.isEmpty { return nil }
            return Mention(
                position: position, child: event.child, episode: event.episode, word: event.word, key: key,
                recordedAt: event.recordedAt, text: text, words: words)
        }
    }
}

extension State {
    /// The children in whose records a forename alone may well mean this child: named together in an entry, living at
    /// the same address or placed at the same home at some time.
    fileprivate func linked(to child: Child) -> Set<ChildID> {
        let named = Set(numbers(withIn: child))
        let places = Set(child.facts.placements.compactMap(\.place))
        return Set(
            children.values.lazy.filter { other in
                guard other.id != child.id else { return false }
                if named.contains(other.id) || self.numbers(withIn: other).contains(child.id) { return true }
                if let postcode = child.facts.postcode, other.facts.postcode == postcode { return true }
                return other.facts.placements.contains { $0.place.map(places.contains) ?? false }
            }.map(\.id))
    }

    private func numbers(withIn child: Child) -> [ChildID] {
        let marks = child.history.recorded + episodes(of: child.id).flatMap(\.history.recorded)
        return marks.flatMap { $0.details.numbers(.withChildren) }.compactMap { UInt32(exactly: $0) }
            .map { ChildID(number: $0) }
    }
}

extension Details {
    /// Everything that somebody typed, by its key: texts, answers, and lists of words such as whom a child went with.
    public var texts: [(key: DetailKey, text: String)] {
        all.compactMap { detail in
            switch detail.value {
            case .text(let text): (detail.key, text)
            case .words(let words): (detail.key, words.joined(separator: "; "))
            case .answers(let answers): (detail.key, answers.map(\.answer).joined(separator: "\n"))
            default: nil
            }
        }
    }
}
