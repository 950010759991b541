// SPDX-License-Identifier: MIT

import WorkingTime

/// One span away of one child: its history, and what follows from it.
public struct Episode: Hashable, Sendable {
    public let id: EpisodeID
    /// Whose it is: the child as shown, where two records were joined.
    public internal(set) var child: ChildID
    /// The record in which it stands, whatever that was joined with.
    public let recordedUnder: ChildID
    public private(set) var history: History
    /// What follows from the history as it stands.
    public private(set) var facts: EpisodeFacts

    public init(id: EpisodeID, child: ChildID, lookedAfter: Bool) {
        self.id = id
        (self.child, recordedUnder) = (child, child)
        history = History()
        facts = EpisodeFacts(lookedAfter: lookedAfter)
    }

    /// An episode as a snapshot kept it: what follows from the history is computed anew.
    public init(id: EpisodeID, child: ChildID, lookedAfter: Bool, history: History) {
        self.init(id: id, child: child, lookedAfter: lookedAfter)
        self.history = history
        refold()
    }

    public mutating func append(_ mark: Mark) {
        history.append(mark)
        let isLatest = mark.word != .corrected && facts.latest.map { $0 <= mark.clockTime } ?? true
        if isLatest { facts.take(mark) } else { refold() }
    }

    /// The episode by what had been recorded at `instant`; nil where nothing had been.
    public func asKnown(at instant: Instant) -> Episode? {
        history.isKnown(by: instant) ? self : with(history.asKnown(at: instant))
    }

    /// The episode as it was at `instant`, by all that is known now; nil where it had not begun.
    public func asWas(at instant: Instant) -> Episode? {
        with(history.asWas(at: instant))
    }

    private func with(_ history: History) -> Episode? {
        guard !history.recorded.isEmpty else { return nil }
        var earlier = self
        earlier.history = history
        earlier.refold()
        return earlier
    }

    /// The episode of a child who was looked after when it began, or was not: another answer than before where what said
    /// so stands in a record from which this one was parted.
    mutating func settle(lookedAfter: Bool) {
        if lookedAfter != facts.lookedAfter { refold(lookedAfter: lookedAfter) }
    }

    private mutating func refold() { refold(lookedAfter: facts.lookedAfter) }

    private mutating func refold(lookedAfter: Bool) {
        var folded = EpisodeFacts(lookedAfter: lookedAfter)
        for mark in history.standing { folded.take(mark) }
        facts = folded
    }
}
