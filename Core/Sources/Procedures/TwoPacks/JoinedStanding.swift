// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Two packs' instances of one duty as one: owed while either is, at the earlier due, with both sources.
enum JoinedStanding {
    static func join(
        _ own: [DutyStanding], of here: ProtocolPack, _ other: [DutyStanding], of responsible: ProtocolPack,
        repeats: Bool
    ) -> [DutyStanding] {
        guard !own.isEmpty else { return other }
        guard !other.isEmpty else { return own }
        if repeats, !isSameClock(own, other) { return stricter(own, of: here, other, of: responsible) }
        // The newest belong together; earlier needs that only one pack knew stay as they are.
        var joined = zip(own.reversed(), other.reversed()).map { first, second in
            one(first, of: here.title, second, of: responsible.title)
        }
        joined += (own.count < other.count ? other : own).reversed().dropFirst(joined.count)
        return joined.reversed().enumerated().map { $1.numbered($0 + 1) }
    }

    private static func isSameClock(_ own: [DutyStanding], _ other: [DutyStanding]) -> Bool {
        own.count == other.count && zip(own, other).allSatisfy { $0.from == $1.from }
    }

    /// Clocks that repeat at different lengths have no instances in common: the shorter counts, while it runs.
    private static func stricter(
        _ own: [DutyStanding], of here: ProtocolPack, _ other: [DutyStanding], of responsible: ProtocolPack
    ) -> [DutyStanding] {
        let isOpen = (own: own.contains { $0.state.isOutstanding }, other: other.contains { $0.state.isOutstanding })
        let isOwn = isOpen.own == isOpen.other ? length(own) <= length(other) : isOpen.own
        let (strict, lenient) = isOwn ? (own, other) : (other, own)
        let title = (isOwn ? responsible : here).title
        return strict.map { $0.alsoOwed(under: title, source: lenient[0].source) }
    }

    /// How long the newest instance leaves; without a due, for ever.
    private static func length(_ standings: [DutyStanding]) -> Int64 {
        guard let last = standings.last, let from = last.from, let due = last.due else { return .max }
        return (due.lastInstant - from).seconds
    }

    /// One instance under both packs.
    private static func one(
        _ own: DutyStanding, of here: String, _ other: DutyStanding, of responsible: String
    ) -> DutyStanding {
        let due = [own.due, other.due].compactMap { $0 }.min()
        let leading = leads(own, other) ? own : other
        let (state, endedAt) = settled(own, other, due: due)
        let lateBy = state == .doneLate ? endedAt.flatMap { ended in due.map { ended - $0.lastInstant } } : nil
        let source = sources(own.source, other.source)
        return DutyStanding(
            duty: own.duty, instance: own.instance, state: state, owedBy: leading.owedBy,
            what: leading.what, from: [own.from, other.from].compactMap { $0 }.min(),
            due: state.isOutstanding && own.state.isOutstanding != other.state.isOutstanding ? leading.due : due,
            endedAt: endedAt, lateBy: lateBy, source: source, why: why(own, of: here, other, of: responsible),
            isLocalChoice: leading.isLocalChoice, doneBy: leading.doneBy, doneWith: leading.doneWith,
            escalatedTo: own.escalatedTo ?? other.escalatedTo, agency: leading.agency)
    }

    /// The clauses of both, each once.
    fileprivate static func sources(_ own: String, _ other: String) -> String {
        func clauses(_ source: String) -> [String] {
            source.split(separator: ";").map { String($0.drop { $0 == " " }) }
        }
        let first = clauses(own)
        return (first + clauses(other).filter { !first.contains($0) }).joined(separator: "; ")
    }

    /// Which of the two says who owes it and how it is done: the one still owed, and of two the one due earlier.
    private static func leads(_ own: DutyStanding, _ other: DutyStanding) -> Bool {
        if own.state.isOutstanding != other.state.isOutstanding { return own.state.isOutstanding }
        guard let due = other.due else { return true }
        return own.due.map { $0 <= due } ?? false
    }

    /// Owed while either is owed; done by either, late by the earlier due; else how it ended, the worse first.
    private static func settled(
        _ own: DutyStanding, _ other: DutyStanding, due: Due?
    ) -> (state: DutyState, endedAt: Instant?) {
        let states = [own.state, other.state]
        if states.contains(.overdue) { return (.overdue, nil) }
        if states.contains(.owed) { return (.owed, nil) }
        if states.contains(.notYet) { return (.notYet, nil) }
        let done = [own, other].filter { $0.state == .done || $0.state == .doneLate }.compactMap(\.endedAt).max()
        if let done { return (due?.isOverdue(at: done) ?? false ? .doneLate : .done, done) }
        let worst = [DutyState.missed, .agreed, .waived, .lapsed].first { states.contains($0) } ?? own.state
        return (worst, [own.endedAt, other.endedAt].compactMap { $0 }.max())
    }

    private static func why(
        _ own: DutyStanding, of here: String, _ other: DutyStanding, of responsible: String
    ) -> [String] {
        guard !own.why.isEmpty || !other.why.isEmpty else { return [] }
        return ["Owed once under two protocols, at the earlier due.", "\(here):"] + own.why + ["\(responsible):"]
            + other.why
    }
}

extension DutyStanding {
    /// The same standing, saying that another protocol asks for it too.
    fileprivate func alsoOwed(under title: String, source other: String) -> DutyStanding {
        changed(
            source: JoinedStanding.sources(source, other),
            why: why.isEmpty ? [] : why + ["\(title) asks for it too, at another interval."])
    }

    fileprivate func numbered(_ number: Int) -> DutyStanding { changed(instance: number) }

    private func changed(instance: Int? = nil, source: String? = nil, why: [String]? = nil) -> DutyStanding {
        DutyStanding(
            duty: duty, instance: instance ?? self.instance, state: state, owedBy: owedBy, what: what, from: from,
            due: due, endedAt: endedAt, lateBy: lateBy, source: source ?? self.source, why: why ?? self.why,
            isLocalChoice: isLocalChoice, doneBy: doneBy, doneWith: doneWith, escalatedTo: escalatedTo,
            agency: agency)
    }
}
