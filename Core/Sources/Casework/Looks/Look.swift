// SPDX-License-Identifier: MIT

import WorkingTime

/// One look at the record: who did what with whose record, and when.
///
/// Looks are no part of a child's history. They are kept beside it, in a chain of their own.
public struct Look: Hashable, Sendable {
    public let kind: LookKind
    public let by: Actor
    /// By the machine's clock, whatever the record's own clock says: a look is an act of somebody at a screen.
    public let at: Instant
    /// Whose record; nil for what is about no one child.
    public let child: ChildID?
    public let episode: EpisodeID?
    public let part: RecordPart?
    /// The address asked for, with the names of its parts in braces: `/children/{child}`.
    public let route: String?
    /// What was searched for, or the reason stated. Personal data: it is kept sealed, and is in no log.
    public let words: String?
    /// Which entry of the list of unusual looks a dismissal is about.
    public let about: String?
    /// The network address that a sign-in came from.
    public let from: String?

    public init(
        _ kind: LookKind, by actor: Actor, at instant: Instant, child: ChildID? = nil, episode: EpisodeID? = nil,
        part: RecordPart? = nil, route: String? = nil, words: String? = nil, about: String? = nil,
        from address: String? = nil
    ) {
        (self.kind, by, at, self.child, self.episode) = (kind, actor, instant, child, episode)
        (self.part, self.route, self.words, self.about, from) = (part, route, words, about, address)
    }
}

/// A look with its place in the chain of looks.
public struct PlacedLook: Hashable, Sendable {
    public let look: Look
    public let position: Position

    public init(_ look: Look, at position: Position) { (self.look, self.position) = (look, position) }
}
