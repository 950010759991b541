// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

extension ProtocolShelf {
    /// The protocol that governs what is owed for a child beside any one episode: that of their newest episode, so that
    /// what was owed stays owed when a protocol is adopted; of a child without any, the one in force at `instant`.
    public func pack(forChild child: Child, in state: State, at instant: Instant) -> ProtocolPack {
        if let newest = child.episodes.last.flatMap({ state.episode($0) }) { return pack(for: newest, in: state) }
        let governing = state.adoptions.last { adoption in
            (adoption.authority == nil || adoption.authority == child.facts.responsible)
                && adoption.openFrom <= instant
        }
        return governing.flatMap { packs[$0.pack] } ?? standing
    }

    /// Whether any protocol to hand asks for something beside any one episode.
    var asksForChildren: Bool { packs.values.contains(where: \.hasChildDuties) }
}
