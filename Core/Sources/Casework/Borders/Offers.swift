// SPDX-License-Identifier: MIT

import WorkingTime

/// Something that one agency asked another to take over, and that nobody has answered: the police investigation, or
/// what an authority does for a child. Until it is accepted, whoever offered it has it.
/// Source: WMP, recording and ownership; SG ¶58.
public struct StandingOffer: Hashable, Sendable {
    public let part: OwnedPart
    public let episode: EpisodeID
    public let child: ChildID
    /// Who has it still, where the record says.
    public let holder: AgencyID?
    public let to: AgencyID
    public let offeredAt: Instant
    /// The role that offered it.
    public let by: Role
    /// Where the offer stands in the ledger, for reading why.
    public let position: Position

    /// The offer that stands of one part of an episode; nil where nothing is on offer.
    public init?(_ part: OwnedPart, of episode: Episode) {
        guard episode.history.holds(part.offered) else { return nil }
        let ownership = episode.ownership(of: part)
        guard let to = ownership.offeredTo, let offeredAt = ownership.offeredAt,
            let offer = episode.history.standing.last(where: { $0.word == part.offered })
        else { return nil }
        self.part = part
        self.episode = episode.id
        child = episode.child
        holder = ownership.owner ?? offer.details.word(.agency).map { AgencyID($0) }
        self.to = to
        self.offeredAt = offeredAt
        by = offer.by
        position = offer.position
    }

    /// How long it has waited.
    public func age(at now: Instant) -> Elapsed { now - offeredAt }
}

/// What became of an offer that was answered.
public struct AnsweredOffer: Hashable, Sendable {
    public let part: OwnedPart
    public let to: AgencyID
    public let offeredAt: Instant
    public let answeredAt: Instant
    public let isAccepted: Bool
    /// Where the answer stands in the ledger.
    public let position: Position

    /// Every answered offer of one part of an episode, in the order of answering.
    public static func all(_ part: OwnedPart, of episode: Episode) -> [AnsweredOffer] {
        guard episode.history.holds(part.offered) else { return [] }
        var open: Mark?
        var answered: [AnsweredOffer] = []
        for mark in episode.history.standing {
            if mark.word == part.offered { open = mark }
            guard mark.word == part.accepted || mark.word == part.refused, let offer = open,
                let to = offer.details.word(.to)
            else { continue }
            answered.append(
                AnsweredOffer(
                    part: part, to: AgencyID(to), offeredAt: offer.clockTime, answeredAt: mark.clockTime,
                    isAccepted: mark.word == part.accepted, position: mark.position))
            open = nil
        }
        return answered
    }
}

extension State {
    /// Every offer that nobody has answered, the oldest first.
    public func standingOffers(of part: OwnedPart) -> [StandingOffer] {
        unclosed.compactMap { episode($0).flatMap { StandingOffer(part, of: $0) } }
            .sorted { ($0.offeredAt, $0.episode.number) < ($1.offeredAt, $1.episode.number) }
    }
}
