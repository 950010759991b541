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

    public mutating func append(_ mark: Mark) {
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
        history.isKnown(by: instant) ? self : with(history.asKnown(at: instant))
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
