// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension SectionReader {
    /// Duties of the area: by the calendar, or from a trigger for a place or a group.
    func calendar(_ node: PackNode?) -> [AreaDuty] {
        let known = ["who", "what", "every", "from", "due", "doneBy", "escalate", "localChoice"]
        return items.items(node, "a duty of the area", known: known) { fields, id, source in
            let who = fields.need("who", "a duty of the area").flatMap { faults.choices($0, "role", of: Role.self) }
            let what = fields.need("what", "a duty of the area").flatMap { faults.text($0, "“what”") }
            let clock = clock(fields)
            let doneBy = fields["doneBy"].map { faults.match($0, of: .partnership) } ?? Match.areaDuty(id)
            let escalation = fields["escalate"].flatMap { items.escalation($0) }
            let isLocalChoice = fields["localChoice"].flatMap { faults.flag($0, "“localChoice”") } ?? false
            guard let who, let what, let clock, let doneBy else { return nil }
            return AreaDuty(
                id: id, who: who[0], orElse: Array(who.dropFirst()), what: what, clock: clock, doneBy: doneBy,
                escalation: escalation, isLocalChoice: isLocalChoice || clock.isFigure, note: note(fields),
                source: source)
        }
    }

    private func clock(_ fields: Fields) -> AreaClock? {
        switch (fields["every"], fields["from"], fields["due"]) {
        case (let every?, let from, nil):
            let period = period(every)
            let start = from.map { faults.date($0, "“from” beside “every”") }
            guard let period, start != .some(nil) else { return nil }
            return .every(period, from: start ?? nil)
        case (nil, let from?, let due?):
            guard let keys = Fields(from, "“from” without “every”", known: ["trigger"], faults: faults) else {
                return nil
            }
            let trigger = keys.need("trigger", "“from” without “every”").flatMap { faults.text($0, "“trigger”") }
            let rule = items.readDue(due)
            if case .stated? = rule {
                faults.add(due, "A duty of the area has no event that could state its due.")
                return nil
            }
            guard let trigger, let rule else { return nil }
            return .trigger(trigger, due: rule)
        default:
            faults.add(
                fields.node, "A duty of the area has “every”, or “from” with a trigger and “due”.",
                allowed: ["every: 3 months", "from: { trigger: … }, due: 10 working days"])
            return nil
        }
    }

    private static let examples = ["1 week", "1 month", "2 months", "3 months", "6 months", "1 year"]

    private func period(_ node: PackNode) -> CalendarPeriod? {
        let parts = node.scalar?.split(separator: " ") ?? []
        if parts.count == 2, let count = Int(parts[0]), (1...120).contains(count) {
            switch parts[1] {
            case "week", "weeks": return .weeks(count)
            case "month", "months": return .months(count)
            case "year", "years": return .months(count * 12)
            default: break
            }
        }
        faults.add(
            node, "“every” is a number of weeks, months or years, and here is \(node.kind).", allowed: Self.examples)
        return nil
    }
}

extension Match {
    /// The event that says a duty of the area was done.
    static func areaDuty(_ id: String) -> Match {
        Match([.areaDutyDone], details: [Test(key: .duty, allowed: [id])])
    }
}

extension AreaClock {
    fileprivate var isFigure: Bool { if case .trigger(_, .figure) = self { true } else { false } }
}
