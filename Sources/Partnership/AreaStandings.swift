// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The duties of one area under the protocol in force there.
public struct AreaStandings: Sendable {
    /// The authority whose area it is; nil for the whole partnership.
    public let authority: AgencyID?
    public let pack: ProtocolPack
    public let standings: [DutyStanding]
}

extension ProtocolShelf {
    /// Where the duties of each area stand: of the whole partnership, and of every authority with a protocol of its own.
    ///
    /// Works through every child where a protocol has triggers for places or groups, so ask when somebody looks.
    public func areaStandings(in state: State, at instant: Instant) -> [AreaStandings] {
        let inForce = state.adoptions.filter { $0.openFrom <= instant }
        var authorities: [AgencyID?] = [nil]
        for adoption in inForce where !authorities.contains(adoption.authority) {
            authorities.append(adoption.authority)
        }
        var areas: [AreaStandings] = []
        for authority in authorities {
            let adoption = inForce.last { $0.authority == nil || $0.authority == authority }
            // An authority whose own protocol was overtaken by the partnership's has that one's duties already.
            guard adoption?.authority == authority else { continue }
            let pack = adoption.flatMap { packs[$0.pack] } ?? standing
            guard !pack.sections.calendar.isEmpty else { continue }
            let firings =
                pack.triggers.contains { $0.subject != .child }
                ? TriggerBook(pack: pack, calendars: calendars).areaFirings(in: state, at: instant) : []
            let standings = AreaBook(pack: pack, calendars: calendars).standings(
                in: state,
                occasions: firings.compactMap { AreaOccasion($0) }.filter { occasion in
                    isOf(authority, occasion.place, amongst: authorities, in: state)
                }, since: adoption?.openFrom, at: instant)
            areas.append(AreaStandings(authority: authority, pack: pack, standings: standings))
        }
        return areas
    }

    /// Whether a place is this area's to look after: it lies there, or in none that has a protocol of its own.
    private func isOf(
        _ authority: AgencyID?, _ place: String?, amongst all: [AgencyID?], in state: State
    ) -> Bool {
        guard let own = place.flatMap({ state.agencies[AgencyID($0)]?.authority }) else { return authority == nil }
        return all.contains(own) ? own == authority : authority == nil
    }
}
