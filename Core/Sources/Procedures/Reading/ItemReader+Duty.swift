// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ItemReader {
    static let dutyKeys = [
        "who", "what", "about", "when", "once", "from", "due", "sooner", "every", "again", "doneBy", "counts", "lapses",
        "mayWaive", "mayAgree", "escalate", "localChoice",
    ]

    func duties(_ node: PackNode?) -> [Duty] {
        items(node, "a duty", known: Self.dutyKeys) { fields, id, source in
            duty(fields, id, source)
        }
    }

    private func duty(_ fields: Fields, _ id: String, _ source: String) -> Duty? {
        let who = fields.need("who", "a duty").flatMap { faults.choices($0, "role", of: Role.self) }
        let what = fields.need("what", "a duty").flatMap { faults.text($0, "“what”") }
        let when = fields.need("when", "a duty").flatMap { faults.condition($0) }
        let once = fields["once"].flatMap { faults.condition($0) }
        let clock = fields["from"].map { faults.clock($0) } ?? Clock(.need)
        let due = due(fields, clock)
        let about = fields["about"].flatMap {
            faults.word($0, "value of “about”", among: ["episode", "child"])
        }
        let sooner = fields["sooner"].map { $0.items.compactMap(self.sooner) } ?? []
        let doneBy = fields.need("doneBy", "a duty").flatMap { faults.discharge($0) }
        let counts = fields["counts"].flatMap {
            faults.word($0, "value of “counts”", among: ["from-need", "whole-episode"])
        }
        let lapses = fields["lapses"].map { $0.items.compactMap { faults.match($0) } } ?? []
        let again = fields["again"].flatMap { faults.flag($0, "“again”") } ?? false
        let isLocalChoice = fields["localChoice"].flatMap { faults.flag($0, "“localChoice”") } ?? false
        let note = fields["note"].flatMap { faults.text($0, "“note”") }
        let mayWaive = fields["mayWaive"].flatMap(waivers)
        let mayAgree = fields["mayAgree"].flatMap { faults.choices($0, "role", of: Role.self) } ?? []
        let escalation = fields["escalate"].flatMap(escalation)
        guard let who, let what, let when, let clock, let due, let doneBy else { return nil }
        return Duty(
            id: id, who: who[0], orElse: Array(who.dropFirst()), what: what, source: source,
            isAboutChild: about == "child", when: when, once: once, clock: clock, due: due, sooner: sooner,
            again: again, doneBy: doneBy,
            countsWholeEpisode: counts == "whole-episode", lapses: lapses, mayWaive: mayWaive, mayAgree: mayAgree,
            escalation: escalation, isLocalChoice: isLocalChoice || due.isFigure, note: note)
    }

    private func due(_ fields: Fields, _ clock: Clock?) -> DueRule? {
        switch (fields["due"], fields["every"]) {
        case (let due?, nil): return readDue(due)
        case (nil, let every?):
            if case .each? = clock?.start { faults.add(every, "“every” and `from: { each: … }` don't go together.") }
            if clock?.trigger != nil { faults.add(every, "“every” and `from: { trigger: … }` don't go together.") }
            guard let period = faults.elapsed(every, "“every”") else { return nil }
            if period < .minutes(5) { faults.add(every, "“every” is at least five minutes.") }
            return .every(period, written: every.scalar ?? "")
        case (_?, let every?):
            faults.add(every, "A duty has “due” or “every”, not both.")
            return nil
        case (nil, nil):
            faults.add(fields.node, "a duty needs “due” or “every”.")
            return nil
        }
    }

    func readDue(_ node: PackNode) -> DueRule? {
        if let word = node.scalar {
            if let length = figures[word] { return .figure(word, length) }
            if let length = Lengths.read(word) { return .length(length) }
            let allowed = figures.keys.sorted() + Lengths.examples
            faults.add(
                node, "“\(word)” is no due.", allowed: allowed,
                nearest: Lengths.meant(word) ?? nearest(word, among: figures.keys.sorted()))
            return nil
        }
        guard let fields = Fields(node, "a stated due", known: ["stated", "of", "else"], faults: faults) else {
            return nil
        }
        let keys = DetailKey.allCases.filter { $0.holds == .time || $0.holds == .date }.map(\.name)
        let key = fields.need("stated", "a stated due").flatMap { faults.word($0, "detail with a time", among: keys) }
        let match = fields["of"].map { faults.match($0) }
        let otherwise = fields["else"].map { faults.length($0, "“else”") }
        guard let key = key.flatMap({ DetailKey(named: $0) }), match != .some(nil), otherwise != .some(nil) else {
            return nil
        }
        return .stated(key, of: match ?? nil, otherwise: otherwise ?? nil)
    }

    private func sooner(_ node: PackNode) -> SoonerRule? {
        guard let fields = Fields(node, "“sooner”", known: ["when", "due", "from"], faults: faults) else { return nil }
        let when = fields.need("when", "“sooner”").flatMap { faults.condition($0) }
        let due = fields.need("due", "“sooner”").flatMap { readDue($0) }
        let clock = fields["from"].flatMap { faults.clock($0) }
        if case .each? = clock?.start { faults.add(node, "A sooner due has one clock, not one for each event.") }
        if clock?.trigger != nil { faults.add(node, "A sooner due has one clock, not one for each firing.") }
        guard let when, let due, (clock == nil) == (fields["from"] == nil) else { return nil }
        return SoonerRule(when: when, due: due, clock: clock)
    }

    private func waivers(_ node: PackNode) -> [Role]? {
        if node.scalar == "nobody" { return [] }
        return faults.choices(node, "role", of: Role.self)
    }

    func escalation(_ node: PackNode) -> Escalation? {
        guard let fields = Fields(node, "“escalate”", known: ["to", "before", "after"], faults: faults) else {
            return nil
        }
        let to = fields.need("to", "“escalate”").flatMap { faults.choice($0, "role", of: Role.self) }
        let before = fields["before"].flatMap { faults.elapsed($0, "“before”") }
        let after = fields["after"].flatMap { faults.elapsed($0, "“after”") }
        if fields["before"] == nil && fields["after"] == nil {
            faults.add(node, "“escalate” needs “before” or “after”.")
        }
        return to.map { Escalation(to: $0, before: before, after: after) }
    }
}

extension DueRule {
    fileprivate var isFigure: Bool { if case .figure = self { true } else { false } }
}
