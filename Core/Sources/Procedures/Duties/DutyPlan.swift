// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A pack's duties made ready to be worked out: what many of them ask is asked once.
final class DutyPlan: Sendable {
    let rules: [DutyRule]
    let table: ConditionTable

    init(_ duties: [Duty], covers: Condition?, fallbacks: [Role: Fallback]) {
        var table = ConditionTable()
        let covered = covers.map { table.add($0) }
        let awaited = Set(duties.flatMap(\.clocks).compactMap(\.awaits))
        var nodes: [(when: Int, once: Int?)] = []
        for duty in duties {
            nodes.append((table.add(duty.when), duty.once.map { table.add($0) }))
            // What only hastens a due is asked at one moment, but its turns count.
            for sooner in duty.sooner { _ = table.add(sooner.when) }
        }
        self.table = table
        rules = zip(duties, nodes).map { duty, nodes in
            let turning = Set(table.turning(in: duty.when) + (duty.once.map { table.turning(in: $0) } ?? []))
            return DutyRule(
                duty,
                asks: Truth.Asked(when: nodes.when, once: nodes.once, covers: covered, turning: turning.sorted()),
                fallback: fallbacks[duty.who], isAwaited: awaited.contains(duty.id))
        }
    }
}

/// One duty of a pack with what is looked up for it again and again.
final class DutyRule: Sendable {
    let duty: Duty
    let asks: Truth.Asked
    /// Those who owe it, in the order in which they are asked for.
    let owers: [Role]
    let fallback: Fallback?
    /// Whether another duty's clock starts with this one.
    let isAwaited: Bool
    /// The words of the events that discharge it.
    let doneWords: EventWords
    /// The event that discharges it, as a form offers it.
    let doneBy: EventWord
    let doneWith: Details
    /// The words of the events after which it is no longer owed.
    let lapseWords: EventWords
    let waivers: Roles
    let mayBeAgreed: Bool
    /// Whether the office being open decides when it is needed.
    let asksOffice: Bool

    init(_ duty: Duty, asks: Truth.Asked, fallback: Fallback?, isAwaited: Bool) {
        self.duty = duty
        self.asks = asks
        owers = [duty.who] + duty.orElse
        self.fallback = fallback
        self.isAwaited = isAwaited
        doneWords = duty.doneBy.words
        let first = duty.doneBy.first
        doneBy = first.words[0]
        doneWith = first.fixedDetails
        lapseWords = duty.lapses.reduce(.none) { $0.union($1.wordSet) }
        waivers = Roles(Role.allCases.filter { $0.acts(forOneOf: duty.waivers) })
        mayBeAgreed = !duty.mayAgree.isEmpty
        let asked = [duty.when] + [duty.once].compactMap { $0 } + duty.sooner.map(\.when)
        asksOffice = asked.contains { $0.predicates.contains(where: \.asksOffice) }
    }
}

extension Duty {
    /// The clock, and those of the sooner dues.
    fileprivate var clocks: [Clock] { [clock] + sooner.compactMap(\.clock) }
}

extension Clock {
    /// The duty that it waits for.
    fileprivate var awaits: String? { if case .duty(let id, _) = start { id } else { nil } }
}

extension Discharge {
    /// The words of every event named.
    fileprivate var words: EventWords {
        switch self {
        case .event(let match): match.wordSet
        case .any(let parts), .all(let parts): parts.reduce(.none) { $0.union($1.words) }
        }
    }
}
