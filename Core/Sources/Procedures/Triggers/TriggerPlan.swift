// SPDX-License-Identifier: MIT

import WorkingTime

/// What is looked up of a pack again and again to work out a child's triggers; held once.
final class TriggerPlan: Sendable {
    /// Those that fire for one child alone, by their ids.
    let ofChild: [String: Trigger]
    let duties: DutyPlan
    let officeHours: OfficeHours

    init(_ triggers: [Trigger], _ duties: DutyPlan, _ officeHours: OfficeHours) {
        let own = triggers.filter { $0.subject == .child && !$0.isRanking }
        ofChild = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
        (self.duties, self.officeHours) = (duties, officeHours)
    }
}
