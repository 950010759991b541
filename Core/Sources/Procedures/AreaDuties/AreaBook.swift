// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out every duty of the area: a pure function of the partnership's events, the pack and the instant.
public struct AreaBook: Sendable {
    public let pack: ProtocolPack
    public let calendars: Calendars

    public init(pack: ProtocolPack, calendars: Calendars) {
        self.pack = pack
        self.calendars = calendars
    }

    /// Where each duty of the area stands at `instant`, by all that is in `state`; `asKnown` by what had been recorded.
    ///
    /// `occasions` are what triggers for places and groups made. Instances that were over before `since`, when the area
    /// took up the protocol, were never owed, nor what fired before.
    public func standings(
        in state: State, occasions: [AreaOccasion] = [], since: Instant? = nil, at instant: Instant,
        asKnown: Bool = false
    ) -> [DutyStanding] {
        let marks = state.partnershipEvents.filter { !asKnown || $0.recordedAt <= instant }
            .map { Mark($0, at: .first) }.filter { $0.clockTime <= instant }.sorted { $0.clockTime < $1.clockTime }
        var standings: [DutyStanding] = []
        for duty in pack.sections.calendar {
            let acts = marks.filter { duty.doneBy.accepts($0) }
            switch duty.clock {
            case .every(let period, let from):
                guard let origin = from ?? pack.inForceFrom else { continue }
                standings += periods(of: duty, period, from: origin, acts: acts, since: since, at: instant)
            case .trigger(let id, let due):
                let fired = occasions.filter { occasion in
                    occasion.trigger == id && occasion.at <= instant && since.map { $0 <= occasion.at } ?? true
                }
                standings += self.occasions(of: duty, due, fired, acts: acts, at: instant)
            }
        }
        return standings
    }

    /// To whom it goes now: because it is nearly due, or by so much past its due undone.
    func escalated(_ duty: AreaDuty, _ state: DutyState, due: Due, at instant: Instant) -> Role? {
        guard let escalation = duty.escalation, state.isOutstanding || state == .missed else { return nil }
        // What was missed is no longer nearly due.
        let isTold =
            state.isOutstanding
            ? escalation.isTold(of: due.lastInstant, at: instant)
            : escalation.isTold(after: due.lastInstant, at: instant)
        return isTold ? escalation.to : nil
    }
}

/// A trigger for a place or a group fired: what starts the clock of a duty of the area.
public struct AreaOccasion: Hashable, Sendable {
    public let trigger: String
    public let at: Instant
    /// The place that it is about, for a place.
    public let place: String?
    /// The children who were away together, for a group.
    public let children: [ChildID]
    /// Whether a correction undid the count: it is then no longer owed, and stays listed.
    public let isUndone: Bool

    public init(
        trigger: String, at instant: Instant, place: String? = nil, children: [ChildID] = [], isUndone: Bool = false
    ) {
        self.trigger = trigger
        self.at = instant
        self.place = place
        self.children = children
        self.isUndone = isUndone
    }

    /// Whether an act names what this is about; of an act that names nothing, nil.
    func isNamed(by act: Mark) -> Bool? {
        if let named = act.details.word(.place) { return named == place }
        let numbers = act.details.numbers(.withChildren)
        if !numbers.isEmpty { return !children.isEmpty && children.allSatisfy { numbers.contains(Int($0.number)) } }
        return nil
    }
}
