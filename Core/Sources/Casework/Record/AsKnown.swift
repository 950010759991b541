// SPDX-License-Identifier: MIT

import WorkingTime

/// What stood in one history at an instant, and what was written down later about the time before it: for a review
/// that asks who knew what, and when.
public struct AsKnown: Hashable, Sendable {
    /// What became of an entry since it was recorded.
    public enum Since: Hashable, Sendable {
        /// It still says the same.
        case stands
        /// It had been put right, or taken back, by the instant asked about.
        case hadBeenCorrected
        /// It was put right, or taken back, only later.
        case correctedLater(Instant)
    }

    public struct Entry: Hashable, Sendable {
        public let mark: Mark
        /// Nil for an entry of the child's own record.
        public let episode: EpisodeID?
        public let since: Since

        public var happened: UncertainTime { mark.occurredAt }
        /// When the record came to know it.
        public var becameKnown: Instant { mark.recordedAt }
    }

    public let instant: Instant
    /// What the record held by then, in the order in which it became known.
    public let known: [Entry]
    /// What is of the time up to then and was recorded only later, in the order in which it happened.
    public let learntLater: [Entry]
    /// What happened afterwards: how many entries.
    public let afterwards: Int

    /// What `child`'s own record and `episodes` held at `instant`.
    public init(child: Child?, episodes: [Episode], at instant: Instant) {
        self.instant = instant
        var known: [Entry] = []
        var later: [Entry] = []
        var afterwards = 0
        let histories = episodes.map { (Optional($0.id), $0.history) } + (child.map { [(nil, $0.history)] } ?? [])
        for (episode, history) in histories {
            let corrections = history.corrections
            for mark in history.recorded {
                if mark.recordedAt <= instant {
                    let corrected = corrections[mark.position]
                    let since: Since =
                        switch corrected {
                        case nil: .stands
                        case let at? where at <= instant: .hadBeenCorrected
                        case let at?: .correctedLater(at)
                        }
                    known.append(Entry(mark: mark, episode: episode, since: since))
                } else if mark.clockTime <= instant {
                    let since: Since = corrections[mark.position].map(Since.correctedLater) ?? .stands
                    later.append(Entry(mark: mark, episode: episode, since: since))
                } else {
                    afterwards += 1
                }
            }
        }
        self.known = known.sorted { ($0.becameKnown, $0.mark.position) < ($1.becameKnown, $1.mark.position) }
        learntLater = later.sorted { ($0.mark.clockTime, $0.mark.position) < ($1.mark.clockTime, $1.mark.position) }
        self.afterwards = afterwards
    }
}

extension History {
    /// When each corrected entry was first corrected.
    fileprivate var corrections: [Position: Instant] {
        var corrections: [Position: Instant] = [:]
        for mark in recorded where mark.word == .corrected {
            guard let target = mark.details.number(.what).map({ Position(Int64($0)) }) else { continue }
            if corrections[target] == nil { corrections[target] = mark.recordedAt }
        }
        return corrections
    }
}
