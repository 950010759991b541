// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A trigger reached its count: for whom, when, by which episodes, and whether what it made is dealt with.
public struct Firing: Hashable, Sendable {
    public enum Subject: Hashable, Sendable {
        case child(ChildID)
        case place(String)
        /// Children who were away together, in the order of their numbers.
        case group([ChildID])
    }

    public let trigger: String
    public let subject: Subject
    /// When the newest episode started, which brought the count up (ruling 19); of a ranking, its day's midnight.
    public let at: Instant
    /// The newest episode.
    public let episode: EpisodeID?
    /// Every episode that counted, in the order in which they started.
    public let episodes: [EpisodeID]
    /// The duties that it made.
    public let makes: [String]
    /// Whether the count was put right since, so that it would not fire now. What it made is marked, and stays.
    public internal(set) var isUndone = false
    /// Whether everything that it made is done, waived or no longer needed.
    public internal(set) var isDealtWith = false
    public let source: String
    /// Which episodes, when, and in which window, in sentences.
    public internal(set) var why: [String]

    /// What makes it the same firing, also where a start was put right by an hour.
    var key: Key { Key(trigger: trigger, subject: subject, episode: episode) }

    struct Key: Hashable {
        let trigger: String
        let subject: Subject
        let episode: EpisodeID?
    }
}
