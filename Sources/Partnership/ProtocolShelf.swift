// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The protocols that are to hand, and the calendars that their clocks are counted in.
public struct ProtocolShelf: Sendable {
    public let packs: [String: ProtocolPack]
    public let calendars: Calendars
    /// Governs where nothing was adopted.
    public let standing: ProtocolPack
    private let books: [String: DutyBook]

    /// `standing` is the id of the pack that governs where nothing was adopted.
    public init?(packs: [ProtocolPack], calendars: Calendars, standing: String) {
        self.packs = Dictionary(packs.map { ($0.id, $0) }) { _, newer in newer }
        guard let pack = self.packs[standing] else { return nil }
        self.standing = pack
        self.calendars = calendars
        books = self.packs.mapValues { DutyBook(pack: $0, calendars: calendars) }
    }

    /// The protocol in force when the episode started, for the child's responsible authority.
    ///
    /// It governs the episode to its end, unless a later adoption says that it applies to open episodes too.
    public func pack(for episode: Episode, in state: State) -> ProtocolPack {
        let start = episode.facts.start ?? episode.facts.checksStartedAt ?? episode.facts.latest
        let authority = state.child(episode.child)?.facts.responsible
        let governing = state.adoptions.last { adoption in
            guard adoption.authority == nil || adoption.authority == authority else { return false }
            guard let start else { return true }
            return adoption.openFrom <= start || (adoption.appliesToOpen && episode.facts.isOpen)
        }
        return governing.flatMap { packs[$0.pack] } ?? standing
    }

    /// The protocol that governs what starts for an authority's children after everything adopted so far; for all
    /// children where none is named.
    public func pack(for authority: AgencyID?, in state: State) -> ProtocolPack {
        let governing = state.adoptions.last { $0.authority == nil || $0.authority == authority }
        return governing.flatMap { packs[$0.pack] } ?? standing
    }

    /// Works out the duties of an episode under the protocol that governs it.
    public func book(for episode: Episode, in state: State) -> DutyBook {
        books[pack(for: episode, in: state).id] ?? DutyBook(pack: standing, calendars: calendars)
    }
}
