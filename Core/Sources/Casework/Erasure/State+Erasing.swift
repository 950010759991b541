// SPDX-License-Identifier: MIT

import WorkingTime

/// The proposal to erase a record, which somebody else confirms.
public struct ErasureProposal: Hashable, Sendable {
    public let position: Position
    /// Who proposed it, by their short name.
    public let worker: String
    public let ground: ErasureGround
    public let proposedAt: Instant

    init?(_ mark: Mark) {
        guard let worker = mark.details.word(.worker),
            let ground = mark.details.word(.ground).flatMap(ErasureGround.init(rawValue:))
        else { return nil }
        (position, proposedAt) = (mark.position, mark.recordedAt)
        (self.worker, self.ground) = (worker, ground)
    }
}

extension State {
    /// Refuses to erase what a court, an open episode, an open request or the record's own dates stand against.
    public func checkErasure(
        of id: ChildID, on ground: ErasureGround, schedule: RetentionSchedule, at now: Instant
    ) throws(ErasureRefusal) {
        guard let child = child(id), let verdict = schedule.verdict(on: id, in: self, at: now) else {
            throw .childIsNotKnown
        }
        if joins.isJoined(id) { throw .isJoined }
        if let hold = verdict.hold { throw .isOnLegalHold(since: hold.since) }
        if let open = episodes(of: id).first(where: { $0.facts.stage != .closed }) {
            throw .episodeIsNotClosed(open.id)
        }
        if child.facts.protection.openSubjectAccess != nil { throw .requestIsOpen }
        if ground.overridesDates { return }
        switch verdict.standing {
        case .timeHasCome: return
        case .keptThrough(let date): throw .isTooSoon(keptThrough: date)
        case .held, .notByItself: throw .dateIsNotKnown
        }
    }

    /// What a person types to say that they mean this child: the authority's own reference, or the record's number.
    public func erasureReference(of id: ChildID) -> String {
        child(id)?.facts.identity.word(.childReference) ?? "CHILD-\(id.number)"
    }

    /// How many children there ever were in the record, with those whose records were erased.
    public var childrenEver: Int { children.count + erased.count }

    /// How many episodes there ever were, with those of erased records.
    public var episodesEver: Int { episodes.count + erased.reduce(0) { $0 + $1.episodeCount } }

    /// Whether a record was kept under this number, and erased.
    public func isErased(_ id: ChildID) -> Bool { erasedNumbers.contains(id) }

    /// The numbers of the children whose records were erased, in the order of erasing.
    public var erasedNumbers: [ChildID] {
        partnershipEvents.compactMap { event in
            guard event.word == .childErased else { return nil }
            return event.details.number(.what).flatMap(UInt32.init(exactly:)).map(ChildID.init(number:))
        }
    }
}
