// SPDX-License-Identifier: MIT

import WorkingTime

/// One child as the record holds them: who they are, where they live, who looks after them, what is known.
public struct Child: Hashable, Sendable {
    public let id: ChildID
    public private(set) var history: History
    /// What follows from the history as it stands.
    public private(set) var facts: ChildFacts
    /// The newest happening so far: a mark that is older makes the facts be computed anew.
    private var latest: Instant?
    /// Every episode, in the order in which they were recorded.
    public internal(set) var episodes: [EpisodeID] = []
    /// How many entries the child's and their episodes' histories have: it grows whenever anything about them does.
    public internal(set) var entryCount = 0
    private var source = Source.alone

    /// Few children are shown from several records, so it takes no room in the others.
    private indirect enum Source: Hashable, Sendable {
        case alone
        case joined([Child], [ChildJoin])
    }

    public init(id: ChildID) {
        self.id = id
        history = History()
        facts = ChildFacts()
    }

    /// A child as a snapshot kept them: what follows from the history is computed anew.
    public init(id: ChildID, history: History, episodes: [EpisodeID], entryCount: Int) {
        self.init(id: id)
        (self.history, self.episodes, self.entryCount) = (history, episodes, entryCount)
        refold()
    }

    /// A child who is shown from several records: the first gives the name, all give what happened.
    init(id: ChildID, joining parts: [Child], by joins: [ChildJoin]) {
        self.init(id: id)
        history = History(parts.flatMap(\.history.recorded).sorted { $0.position < $1.position })
        episodes = parts.flatMap(\.episodes).sorted()
        entryCount = parts.reduce(joins.count) { $0 + $1.entryCount }
        source = .joined(parts, joins)
        facts = ChildFacts(joining: parts, standing: history.standing, by: joins)
    }

    public mutating func append(_ mark: Mark) {
        if case .joined = source { preconditionFailure("each record takes its own entries") }
        history.append(mark)
        let isLatest = mark.word != .corrected && latest.map { $0 <= mark.clockTime } ?? true
        if isLatest {
            facts.take(mark)
            latest = mark.clockTime
        } else {
            refold()
        }
    }

    /// The child by what had been recorded at `instant`; nil where nothing had been.
    public func asKnown(at instant: Instant) -> Child? {
        if history.isKnown(by: instant) { return self }
        guard case .joined(let parts, let joins) = source else { return with(history.asKnown(at: instant)) }
        let known = parts.compactMap { $0.asKnown(at: instant) }
        return known.isEmpty ? nil : Child(id: id, joining: known, by: joins)
    }

    private func with(_ history: History) -> Child? {
        guard !history.recorded.isEmpty else { return nil }
        var earlier = self
        earlier.history = history
        earlier.refold()
        return earlier
    }

    private mutating func refold() {
        var folded = ChildFacts()
        let standing = history.standing
        for mark in standing { folded.take(mark) }
        facts = folded
        latest = standing.last?.clockTime
    }
}
