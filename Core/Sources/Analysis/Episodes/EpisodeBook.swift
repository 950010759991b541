// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The table of episodes of a record, kept current: what was recorded of a child changes that child's rows and no other.
///
/// It holds exactly what reading the whole record anew would give.
public struct EpisodeBook: Sendable {
    public let reader: EpisodeReader
    public private(set) var table: EpisodeTable
    /// The children who have rows.
    private var known: Set<Int32>

    public init(of state: State, at now: Instant, reader: EpisodeReader) {
        self.reader = reader
        table = reader.table(of: state, at: now)
        known = Set(table.children)
    }

    /// Something was recorded of these children; `state` holds it.
    ///
    /// A row asks its own child's record, and the register of concern for what kind of place the child was found at: where
    /// an entry of the register changes, the children found there are changed too.
    public mutating func take(_ changed: some Sequence<ChildID>, in state: State, at now: Instant) {
        for id in changed {
            guard let number = Int32(exactly: id.number) else { continue }
            let rows = state.child(id).map { reader.rows(of: $0, in: state, at: now) } ?? []
            if rows.isEmpty && !known.contains(number) { continue }
            table.replace(number, with: rows)
            if rows.isEmpty { known.remove(number) } else { known.insert(number) }
        }
    }
}
