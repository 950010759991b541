// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension AreaBook {
    /// One instance for each firing: an act discharges the oldest open one that it names. An act that names no place
    /// and no children counts only where a single one stands open, so that none is discharged by another's.
    func occasions(
        of duty: AreaDuty, _ rule: DueRule, _ occasions: [AreaOccasion], acts: [Mark], at instant: Instant
    ) -> [DutyStanding] {
        let ordered = occasions.sorted { $0.at < $1.at }
        let done = Self.done(ordered, by: acts)
        return ordered.indices.map { place in
            standing(duty, rule, ordered[place], number: place + 1, done: done[place], instant)
        }
    }

    /// Which act discharges each of the occasions, that are in the order of time.
    static func done(_ ordered: [AreaOccasion], by acts: [Mark]) -> [Int: Mark] {
        var done: [Int: Mark] = [:]
        for act in acts {
            let open = ordered.indices.filter { ordered[$0].at <= act.clockTime && done[$0] == nil }
            let named = open.first { ordered[$0].isNamed(by: act) == true }
            let only = open.count == 1 && ordered[open[0]].isNamed(by: act) == nil ? open[0] : nil
            if let place = named ?? only { done[place] = act }
        }
        return done
    }

    private func standing(
        _ duty: AreaDuty, _ rule: DueRule, _ occasion: AreaOccasion, number: Int, done: Mark?, _ instant: Instant
    ) -> DutyStanding {
        let counted = rule.length.map {
            deadline($0, from: occasion.at, working: calendars.working, school: calendars.school)
        }
        let due = counted?.due ?? .instant(occasion.at)
        let isLate = due.isOverdue(at: done?.clockTime ?? instant)
        let state: DutyState =
            done != nil ? (isLate ? .doneLate : .done) : occasion.isUndone ? .lapsed : isLate ? .overdue : .owed
        var why = ["“\(occasion.trigger)” fired at \(Why.instant(occasion.at))\(about(occasion))."]
        why.append("It is \(Why.due(due)).")
        if let done { why.append("Done \(Why.instant(done.clockTime)): \(done.word.spoken) by \(done.by.spoken).") }
        if occasion.isUndone { why.append("A correction has since undone what was counted.") }
        if duty.isLocalChoice { why.append("The figure is a local choice: no clause gives one.") }
        if let note = duty.note { why.append(note) }
        var doneWith = duty.doneBy.fixedDetails
        if let place = occasion.place, duty.doneBy.words[0].form.carries(.place) { doneWith[.place] = .word(place) }
        return DutyStanding(
            duty: duty.id, instance: number, state: state, owedBy: duty.who, what: duty.what, from: occasion.at,
            due: due, endedAt: done?.clockTime,
            lateBy: done.flatMap { isLate ? $0.clockTime - due.lastInstant : nil }, source: duty.source, why: why,
            isLocalChoice: duty.isLocalChoice, doneBy: duty.doneBy.words[0], doneWith: doneWith,
            escalatedTo: escalated(duty, state, due: due, at: instant))
    }

    private func about(_ occasion: AreaOccasion) -> String {
        if let place = occasion.place { return " for \(place)" }
        return occasion.children.isEmpty ? "" : " for \(occasion.children.count) children who were away together"
    }
}

extension DueRule {
    /// The length that it leaves, where it is one.
    fileprivate var length: DueLength? {
        switch self {
        case .length(let length), .figure(_, let length): length
        case .stated, .every: nil
        }
    }
}
