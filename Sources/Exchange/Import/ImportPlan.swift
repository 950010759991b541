// SPDX-License-Identifier: MIT

import Casework
import Ledger

/// The acts that an import comes to, and what it found on the way.
public struct ImportPlan: Sendable {
    public internal(set) var acts: [Act] = []
    public internal(set) var report = ImportReport()

    /// A plan that does nothing.
    public init() {}

    /// Whether the record would stay as it is.
    public var changesNothing: Bool { acts.isEmpty }

    /// Adds an act that stands for a row, unless it is in the record already; `true` where it was added.
    mutating func add(_ act: Act, digest: String, to seen: inout Set<String>, in state: State) -> Bool {
        guard !state.imported.contains(digest), seen.insert(digest).inserted else { return false }
        var act = act
        act.details[.digest] = .word(digest)
        acts.append(act)
        return true
    }
}
