// SPDX-License-Identifier: MIT

import Casework

/// What somebody who recorded something gets back, once it is on disk.
public struct Receipt: Hashable, Sendable {
    public let first: Position
    public let last: Position
    /// The child and the episode that the last event belongs to.
    public let child: ChildID?
    public let episode: EpisodeID?
}

/// One entry of the record as it is read for showing: whole, or the reason why it cannot be.
public enum Told: Hashable, Sendable {
    case event(Position, Event)
    case unreadable(Position)

    public var position: Position {
        switch self {
        case .event(let position, _), .unreadable(let position): position
        }
    }
}
