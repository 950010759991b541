// SPDX-License-Identifier: MIT

import WorkingTime

/// What is looked up of a pack again and again to work out a child's triggers; held once.
final class TriggerPlan: Sendable {
    /// Those that fire for one child alone, by their ids.
    let ofChild: [String: Trigger]
    let duties: DutyPlan
    let officeHours: OfficeHours
    /// What each of them makes on the child's whole record, with what is asked for it.
    let made: [String: Made]

    struct Made: Sendable {
        let duties: [(id: String, place: Int)]
        let selection: DutyPlan.Selection
        /// Whether one of the duties looked at asks how others stand, or whether a trigger fired.
        let asksOthers: Bool
    }

    init(_ triggers: [Trigger], _ duties: DutyPlan, _ officeHours: OfficeHours) {
        let own = triggers.filter { $0.subject == .child && !$0.isRanking }
        ofChild = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
        (self.duties, self.officeHours) = (duties, officeHours)
        made = Dictionary(
            triggers.map { trigger in
                let made = trigger.makes.compactMap { id in duties.index[id].map { (id: id, place: $0) } }
                let selection = duties.selection(of: made.map(\.place), ofChild: true)
                let asksOthers = selection.duties.contains { duties.rules[$0].asksOthers }
                return (trigger.id, Made(duties: made, selection: selection, asksOthers: asksOthers))
            }
        ) { first, _ in first }
    }
}
