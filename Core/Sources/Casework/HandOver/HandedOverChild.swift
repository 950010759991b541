// SPDX-License-Identifier: MIT

/// A child who stands in a briefing.
public struct HandedOverChild: Hashable, Sendable {
    public let child: ChildID
    /// Nil where the child had no episode.
    public let episode: EpisodeID?
    /// Where the outgoing shift's words stand.
    public let position: Position
    /// Whether they wrote anything about the child.
    public let hasWords: Bool
    /// Where it stands that somebody of the next shift read them; nil where nobody has.
    public let readAt: Position?
}

extension State {
    /// The children who stand in a briefing, by number; of those erased since, nothing is left.
    public func children(in handOver: HandOver) -> [HandedOverChild] {
        var found: [HandedOverChild] = []
        for child in children.values {
            if let own = child.history.handedOver(handOver, child: child.id, episode: nil) { found.append(own) }
            for id in child.episodes.reversed() {
                guard let episode = episode(id) else { continue }
                if let own = episode.history.handedOver(handOver, child: child.id, episode: id) { found.append(own) }
            }
        }
        return found.sorted { ($0.child, $0.position) < ($1.child, $1.position) }
    }
}

extension History {
    /// What it says of a briefing. Most histories ended before it, or begin after it, which is seen at once.
    fileprivate func handedOver(_ handOver: HandOver, child: ChildID, episode: EpisodeID?) -> HandedOverChild? {
        guard let first = recorded.first, let last = recorded.last, first.recordedAt <= handOver.madeAt,
            handOver.madeAt <= last.recordedAt,
            recorded.contains(where: { $0.tells(.childHandedOver, handOver.number) })
        else { return nil }
        let marks = standing
        guard let words = marks.last(where: { $0.tells(.childHandedOver, handOver.number) }) else { return nil }
        let read = marks.first { $0.tells(.handOverRead, handOver.number) }
        return HandedOverChild(
            child: child, episode: episode, position: words.position, hasWords: words.texts.contains(.narrative),
            readAt: read?.position)
    }
}

extension Mark {
    fileprivate func tells(_ word: EventWord, _ number: Int) -> Bool {
        self.word == word && details.number(.what) == number
    }
}
