// SPDX-License-Identifier: MIT

import Casework

extension PackReader {
    /// That duties and triggers fit each other: what a trigger makes is there and starts with it, and the other way
    /// round; a clock starts with something that its course has; nothing waits for itself.
    func checkTriggers(
        _ triggers: [Trigger], _ duties: [Duty], _ calendar: [AreaDuty], _ pack: TriggerUse, _ fields: Fields
    ) {
        for trigger in triggers {
            if trigger.subject == .child {
                checkMakes(trigger, duties, fields)
            } else {
                checkMakes(trigger, calendar, fields)
            }
        }
        checkCalendar(calendar, triggers, fields)
        let ids = triggers.map(\.id)
        for duty in duties {
            let place = item(duty.id, fields["duties"])
            if duty.isAboutChild {
                checkChildClocks(duty, duties, place)
            } else {
                checkEpisodeClocks(duty, duties, place)
            }
            if let id = duty.clock.trigger {
                let named = triggers.first { $0.id == id }
                if named == nil { faults.unknownItem(id, "trigger of this pack", at: place, among: ids) }
                if let named, !named.makes.contains(duty.id) {
                    faults.add(place, "“\(duty.id)” starts with “\(id)”, which does not make it.", allowed: named.makes)
                }
            }
            for id in duty.asksTriggers {
                check(asked: id, by: duty, triggers, place)
            }
        }
        for (section, conditions) in pack.conditions {
            for id in conditions.flatMap(\.triggers) {
                faults.add(
                    fields[section] ?? fields.node,
                    "“triggered: \(id)” can be asked in duties only, not in “\(section)”.")
            }
        }
        checkWaiting(triggers, duties, fields)
    }

    private func checkMakes(_ trigger: Trigger, _ duties: [Duty], _ fields: Fields) {
        let place = item(trigger.id, fields["triggers"])
        for id in trigger.makes {
            guard let duty = duties.first(where: { $0.id == id }) else {
                let known = duties.filter(\.isAboutChild).map(\.id)
                faults.unknownItem(id, "duty about a child of this pack", at: place, among: known)
                continue
            }
            if !duty.isAboutChild {
                faults.add(place, "“\(id)” is a duty of an episode: what a trigger makes has `about: child`.")
            } else if duty.clock.trigger != trigger.id {
                faults.add(place, "“\(id)” does not start with this: it needs `from: { trigger: \(trigger.id) }`.")
            }
        }
    }

    private func checkMakes(_ trigger: Trigger, _ calendar: [AreaDuty], _ fields: Fields) {
        let place = item(trigger.id, fields["triggers"])
        for id in trigger.makes {
            guard let duty = calendar.first(where: { $0.id == id }) else {
                faults.unknownItem(id, "item of “calendar” in this pack", at: place, among: calendar.map(\.id))
                continue
            }
            if duty.trigger != trigger.id {
                faults.add(place, "“\(id)” does not start with this: it needs `from: { trigger: \(trigger.id) }`.")
            }
        }
    }

    private func checkCalendar(_ calendar: [AreaDuty], _ triggers: [Trigger], _ fields: Fields) {
        for duty in calendar {
            guard let id = duty.trigger else { continue }
            let place = item(duty.id, fields["calendar"])
            let ofArea = triggers.filter { $0.subject != .child }
            guard let trigger = ofArea.first(where: { $0.id == id }) else {
                faults.unknownItem(id, "trigger for a place or a group", at: place, among: ofArea.map(\.id))
                continue
            }
            if !trigger.makes.contains(duty.id) {
                faults.add(place, "“\(duty.id)” starts with “\(id)”, which does not make it.", allowed: trigger.makes)
            }
        }
    }

    private func check(asked id: String, by duty: Duty, _ triggers: [Trigger], _ place: PackNode) {
        guard let trigger = triggers.first(where: { $0.id == id }) else {
            return faults.unknownItem(id, "trigger of this pack", at: place, among: triggers.map(\.id))
        }
        if trigger.subject != .child {
            faults.add(place, "“\(id)” fires for a \(trigger.subject.rawValue), and not for one child.")
        } else if trigger.isRanking && !duty.isAboutChild {
            faults.add(place, "A ranking such as “\(id)” can be asked in duties about a child only.")
        }
    }

    private func checkChildClocks(_ duty: Duty, _ duties: [Duty], _ place: PackNode) {
        for clock in ([duty.clock] + duty.sooner.compactMap(\.clock)).flatMap(\.choices) {
            switch clock.start {
            case .start, .report, .checks, .located, .returned, .locatedOrReturned:
                faults.add(
                    place, "“\(duty.id)” is about the child, and no episode's clock can start it.",
                    allowed: ["need", "{ event: … }", "{ each: … }", "{ duty: … }", "{ trigger: … }"])
            case .duty(let id, _):
                if let other = duties.first(where: { $0.id == id }), !other.isAboutChild {
                    faults.add(
                        place, "“\(duty.id)” is about the child, and “\(id)” about an episode: it can't wait for that.")
                }
            case .need, .event, .each, .trigger, .firstOf: break
            }
        }
    }

    private func checkEpisodeClocks(_ duty: Duty, _ duties: [Duty], _ place: PackNode) {
        for clock in ([duty.clock] + duty.sooner.compactMap(\.clock)).flatMap(\.choices) {
            if let id = clock.trigger {
                faults.add(place, "“\(duty.id)” starts with “\(id)”, so it needs `about: child`.")
            }
            if case .duty(let id, _) = clock.start, duties.first(where: { $0.id == id })?.isAboutChild == true {
                faults.add(
                    place, "“\(duty.id)” is about an episode, and “\(id)” about the child: it can't wait for that.")
            }
        }
    }

    /// Where an item stands: in this pack, or its whole section where it is inherited.
    func item(_ id: String, _ section: PackNode?) -> PackNode {
        section?.items.first { $0["id"]?.scalar == id } ?? section ?? PackNode(.nothing, file: file, line: 1)
    }
}

/// Conditions outside of duties, by the key of their section.
struct TriggerUse {
    var conditions: [(section: String, conditions: [Condition])]
}
