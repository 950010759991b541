// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One stretch of a child's care as the Episodes table has it: one placement, or being looked after without a recorded one.
struct CareStay {
    let began: CivilDate
    /// The last day; nil while it goes on.
    var ended: CivilDate?
    let placement: Placement?
    let provider: String?
    let legalStatus: String?

    /// The stays of one child, by their first day.
    ///
    /// Where the child was looked after and no placement is recorded, a stay without one stands in the gap. A placement that
    /// nobody ended ends with the child's being looked after.
    static func stays(of child: Child) -> [CareStay] {
        let statuses = child.facts.statuses.filter { $0.kind == StatusSpan.lookedAfter }.sorted { $0.since < $1.since }
        let last = statuses.contains { $0.until == nil } ? nil : statuses.compactMap(\.until).max()
        var stays = placed(child).map { stay in
            var stay = stay
            if stay.ended == nil, let last, stay.began <= last { stay.ended = last }
            return stay
        }
        let placed = stays
        for status in statuses { stays += gaps(in: status, between: placed) }
        return stays.enumerated().sorted { ($0.element.began, $0.offset) < ($1.element.began, $1.offset) }
            .map(\.element)
    }

    private static func placed(_ child: Child) -> [CareStay] {
        let begun = child.history.standing.filter { $0.word == .placementStarted }
        return zip(child.facts.placements, begun).compactMap { placement, mark in
            if let until = placement.until, until < placement.since { return nil }
            return CareStay(
                began: placement.since, ended: placement.until, placement: placement,
                provider: mark.details.word(.provider), legalStatus: placement.legalStatus)
        }.sorted { $0.began < $1.began }
    }

    private static func gaps(in status: StatusSpan, between placed: [CareStay]) -> [CareStay] {
        var gaps: [CareStay] = []
        var from: CivilDate? = status.since
        for stay in placed {
            guard let open = from else { break }
            if let end = stay.ended, end < open { continue }
            if let until = status.until, until <= stay.began { break }
            if open < stay.began { gaps.append(CareStay(unplaced: open, until: stay.began, status)) }
            from = stay.ended.map { max(open, $0) }
        }
        if let open = from, status.until.map({ open < $0 }) ?? true {
            gaps.append(CareStay(unplaced: open, until: status.until, status))
        }
        return gaps
    }

    private init(unplaced began: CivilDate, until ended: CivilDate?, _ status: StatusSpan) {
        (self.began, self.ended) = (began, ended)
        (placement, provider) = (nil, nil)
        legalStatus = status.legalStatus
    }

    private init(
        began: CivilDate, ended: CivilDate?, placement: Placement?, provider: String?, legalStatus: String?
    ) {
        (self.began, self.ended, self.placement) = (began, ended, placement)
        (self.provider, self.legalStatus) = (provider, legalStatus)
    }
}
