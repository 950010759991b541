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
