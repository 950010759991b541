// SPDX-License-Identifier: MIT

import Casework

extension PackReader {
    /// Whether a trigger fires again depends on what it made; that may not depend on a trigger that waits for it.
    func checkWaiting(_ triggers: [Trigger], _ duties: [Duty], _ fields: Fields) {
        let byID = Dictionary(duties.map { ($0.id, $0) }) { first, _ in first }
        func others(_ id: String) -> Set<String> {
            var (seen, next): (Set<String>, [String]) = ([], triggers.first { $0.id == id }?.makes ?? [])
            var asked: Set<String> = []
            while let duty = next.popLast().flatMap({ byID[$0] }) {
                guard seen.insert(duty.id).inserted else { continue }
                asked.formUnion(duty.asksTriggers)
                next += duty.startsAfter
            }
            return asked.subtracting([id])
        }
        for trigger in triggers {
            var (reached, next): (Set<String>, [String]) = ([], Array(others(trigger.id)))
            while let other = next.popLast() {
                guard reached.insert(other).inserted else { continue }
                next += others(other)
            }
            if reached.contains(trigger.id) {
                faults.add(
                    item(trigger.id, fields["triggers"]),
                    "“\(trigger.id)” waits for itself: what it makes asks for a trigger that waits for it.")
            }
        }
    }
}

extension AreaDuty {
    /// The trigger whose firings start its clock.
    var trigger: String? { if case .trigger(let id, _) = clock { id } else { nil } }
}

extension Duty {
    /// The triggers that its clock or its conditions ask about.
    var asksTriggers: Set<String> {
        let conditions = [when, once].compactMap { $0 } + sooner.map(\.when)
        return Set(conditions.flatMap(\.triggers) + [clock.trigger].compactMap { $0 })
    }

    /// The duties that its conditions ask about.
    var asksDuties: [String] { ([when, once].compactMap { $0 } + sooner.map(\.when)).flatMap(\.duties) }

    /// The duties that have to be worked out before it: whose due or end starts a clock of this one, or that it asks
    /// about.
    var startsAfter: [String] {
        asksDuties
            + ([clock] + sooner.compactMap(\.clock)).flatMap(\.choices).compactMap { clock in
                if case .duty(let id, _) = clock.start { id } else { nil }
            }
    }
}
