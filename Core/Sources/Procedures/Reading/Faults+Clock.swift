// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Faults {
    /// Reads what starts a clock.
    func clock(_ node: PackNode) -> Clock? {
        if case .scalar = node.content { return named(node).map { Clock($0) } }
        guard !node.entries.isEmpty else {
            add(
                node, "“from” is an instant of the episode or keys, and here is \(node.kind).", allowed: Self.clockNames
            )
            return nil
        }
        let plus = node["plus"].map { length($0, "“plus”") }
        let kinds = Self.clockKeys.filter { node[$0] != nil }
        guard kinds.count == 1, plus != .some(nil) else {
            if kinds.count != 1 {
                add(node, "“from” needs exactly one of these.", allowed: Self.clockKeys)
            }
            return nil
        }
        let start: Clock.Start? =
            switch kinds[0] {
            case "clock": Fields(node, "“from”", known: ["clock", "plus"], faults: self)?["clock"].flatMap(named)
            case "each":
                Fields(node, "“from”", known: ["each", "plus"], faults: self)?["each"].flatMap { match($0) }.map {
                    .each($0)
                }
            case "duty": otherDuty(node)
            case "trigger":
                Fields(node, "“from”", known: ["trigger", "plus"], faults: self)?["trigger"]
                    .flatMap { text($0, "“trigger”") }.map { .trigger($0) }
            case "first-of":
                Fields(node, "“from”", known: ["first-of", "plus"], faults: self)?["first-of"].flatMap(choices)
            default: event(node)
            }
        return start.map { Clock($0, plus: plus ?? nil) }
    }

    private static let clockKeys = ["clock", "event", "each", "duty", "trigger", "first-of"]
    private static let clockStarts: [(name: String, start: Clock.Start)] = [
        ("need", .need), ("start", .start), ("report", .report), ("checks", .checks), ("located", .located),
        ("returned", .returned), ("located-or-returned", .locatedOrReturned),
    ]
    private static let clockNames = clockStarts.map(\.name)

    private func named(_ node: PackNode) -> Clock.Start? {
        guard let name = word(node, "instant of the episode", among: Self.clockNames) else { return nil }
        return Self.clockStarts.first { $0.name == name }?.start
    }

    /// Several clocks, of which the first that can be reckoned counts. Each starts once, so none is for each event.
    private func choices(_ node: PackNode) -> Clock.Start? {
        guard case .list(let items) = node.content, items.count > 1 else {
            add(node, "“first-of” is a list of two clocks or more, and here is \(node.kind).")
            return nil
        }
        let clocks = items.map { item -> Clock? in
            let several = ["each", "trigger", "first-of"].filter { item[$0] != nil }
            guard several.isEmpty else {
                add(item, "“\(several[0])” can't stand in “first-of”.", allowed: ["clock", "event", "duty"])
                return nil
            }
            return clock(item)
        }
        guard !clocks.contains(where: { $0 == nil }) else { return nil }
        return .firstOf(clocks.compactMap { $0 })
    }

    private func event(_ node: PackNode) -> Clock.Start? {
        let which = node["which"].map { word($0, "value of “which”", among: ["first", "last"]) }
        let times = DetailKey.allCases.filter { $0.holds == .time || $0.holds == .date }.map(\.name)
        let states = node["at"].map { word($0, "detail with a time", among: times) }
        guard let match = match(node, alsoKnown: ["which", "at", "plus"]), which != .some(nil), states != .some(nil)
        else { return nil }
        let key = (states ?? nil).flatMap { DetailKey(named: $0) }
        return .event(match, isLast: (which ?? nil) == "last", states: key)
    }

    private func otherDuty(_ node: PackNode) -> Clock.Start? {
        guard let fields = Fields(node, "“from”", known: ["duty", "at", "plus"], faults: self) else { return nil }
        let id = fields["duty"].flatMap { text($0, "“duty”") }
        let at = fields.need("at", "“from” with a duty").flatMap { word($0, "value of “at”", among: ["due", "done"]) }
        guard let id, let at else { return nil }
        return .duty(id, isDone: at == "done")
    }

    /// Reads what discharges a duty: one match, or several of which any or all are needed.
    func discharge(_ node: PackNode, depth: Int = 0) -> Discharge? {
        guard depth < 20 else {
            add(node, "“doneBy” is nested too deeply.")
            return nil
        }
        for key in ["any", "all"] {
            guard let parts = node[key] else { continue }
            guard node.entries.count == 1, case .list(let items) = parts.content, !items.isEmpty else {
                add(node, "“\(key)” stands alone, with a list of matches.")
                return nil
            }
            let read = items.map { discharge($0, depth: depth + 1) }
            guard !read.contains(where: { $0 == nil }) else { return nil }
            return key == "any" ? .any(read.compactMap { $0 }) : .all(read.compactMap { $0 })
        }
        return match(node).map { .event($0) }
    }
}
