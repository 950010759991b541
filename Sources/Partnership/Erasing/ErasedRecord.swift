// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A record that is being erased, for those who keep something about the child beside the ledger.
public struct ErasedRecord: Sendable {
    public let child: ChildID
    public let episodes: [EpisodeID]
    /// Every name the record gave the child. Whoever is given it forgets it again.
    public let names: [String]
    public let erasedAt: Instant

    init(_ child: Child, erasedAt: Instant) {
        self.child = child.id
        (episodes, names) = (child.episodes, child.everyName)
        self.erasedAt = erasedAt
    }
}

/// Something beside the ledger that may hold a word about a child: drafts, the trail of looks, pages in memory.
///
/// It is called again after a crash, so calling it twice must do no more than calling it once.
public typealias ErasingElsewhere = @Sendable (ErasedRecord) async throws -> Void

/// What an erasure came to.
public struct ErasureReceipt: Hashable, Sendable {
    public let child: ChildID
    /// Where it stands in the ledger that the record was erased.
    public let position: Position
    /// How many entries can't be read any more.
    public let entryCount: Int
    /// How many texts elsewhere may name the child, and stay as was decided.
    public let mentionCount: Int
}
