// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The protocols that govern a child's duties: the area's where the child lives, and beside it the responsible
/// authority's, where that is another (ruling 16).
public struct GoverningPacks: Sendable {
    /// Governs police, carers, schools, health and the host authority; its guardrails and its vocabulary apply.
    public let here: ProtocolPack
    /// Governs what the responsible authority owes; nil where it is the same.
    public let responsible: ProtocolPack?

    public init(here: ProtocolPack, responsible: ProtocolPack? = nil) {
        self.here = here
        self.responsible = responsible?.id == here.id ? nil : responsible
    }

    /// The duty of this id: the area's where it has one, else the responsible authority's.
    public func duty(_ id: String) -> Duty? { here.duty(id) ?? responsible?.duty(id) }

    /// The packs' ids, the area's first.
    public var ids: [String] { [here.id] + (responsible.map { [$0.id] } ?? []) }

    var dutyIDs: [String] { here.duties.map(\.id) + (responsible?.duties.map(\.id) ?? []) }
    var names: String { responsible.map { "\(here.id) or \($0.id)" } ?? here.id }

    /// Every duty once: those of each pack that are its side's, and of an id that both sides owe, the earlier due.
    ///
    /// `owed` works out every duty under one pack. An id that both packs have counts in both, except that police follow
    /// their own area's; where a pack gives it to police and the other to somebody else, it is kept rather than lost.
    public func standings(_ owed: (ProtocolPack) -> [DutyStanding]) -> [DutyStanding] {
        guard let responsible else { return owed(here) }
        let (local, theirs) = (owed(here).byDuty, owed(responsible).byDuty)
        var joined: [DutyStanding] = []
        for duty in here.duties {
            let own = counts(duty, .here) ? local[duty.id] ?? [] : []
            let other = responsible.duty(duty.id).map { counts($0, .responsible) ? theirs[duty.id] ?? [] : [] } ?? []
            let repeats = duty.repeats || responsible.duty(duty.id)?.repeats ?? false
            joined += JoinedStanding.join(own, of: here, other, of: responsible, repeats: repeats)
        }
        for duty in responsible.duties where here.duty(duty.id) == nil && duty.counts(in: .responsible) {
            joined += theirs[duty.id] ?? []
        }
        return joined
    }

    /// Whether a pack's duty counts on its side: it is that side's, or both packs ask it and police don't owe it, or it
    /// would otherwise be nobody's.
    private func counts(_ duty: Duty, _ side: ProtocolSide) -> Bool {
        if duty.counts(in: side) { return true }
        guard let responsible else { return true }
        guard let other = side == .here ? responsible.duty(duty.id) : here.duty(duty.id) else { return false }
        return !duty.who.isPolice || !other.counts(in: side == .here ? .responsible : .here)
    }
}

extension [DutyStanding] {
    fileprivate var byDuty: [String: [DutyStanding]] { Dictionary(grouping: self, by: \.duty) }
}
