// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension AreaBook {
    /// How many instances of one duty are listed at most: the newest.
    private static let most = 2_000

    /// The instances of a duty that comes again and again, from the first that was owed to the one that runs now.
    func periods(
        of duty: AreaDuty, _ period: CalendarPeriod, from origin: CivilDate, acts: [Mark], since: Instant?,
        at instant: Instant
    ) -> [DutyStanding] {
        let today = London.date(of: instant)
        let through = period.count(from: origin, to: today)
        guard 0 < through else { return [] }
        let first = since.map { period.count(from: origin, to: max(origin, London.date(of: $0))) } ?? 1
        let newest = lastStarted(through, before: pack.inForceTo, period, origin)
        guard max(1, first) <= newest else { return [] }
        return (max(first, newest - Self.most + 1, 1)...newest).map { number in
            standing(
                duty, number: number, first: period.start(after: number - 1, from: origin),
                next: period.start(after: number, from: origin), of: newest, spoken(period, origin), acts, instant)
        }
    }

    /// No instance begins once the pack is no longer in force.
    private func lastStarted(
        _ through: Int, before end: CivilDate?, _ period: CalendarPeriod, _ origin: CivilDate
    ) -> Int {
        guard let end, origin < end else { return end == nil ? through : 0 }
        return min(through, period.count(from: origin, to: end.adding(days: -1)))
    }

    private func standing(
        _ duty: AreaDuty, number: Int, first: CivilDate, next: CivilDate, of newest: Int, _ spoken: String,
        _ acts: [Mark], _ instant: Instant
    ) -> DutyStanding {
        let last = next.adding(days: -1)
        let (from, until) = (London.startOfDay(first), London.startOfDay(next))
        let done = acts.first { from <= $0.clockTime && $0.clockTime < until }
        let due = Due.date(last)
        let state: DutyState = done != nil ? .done : due.isOverdue(at: instant) ? .missed : .owed
        var why = [
            "\(spoken): this one is for \(Spoken.fullDate(first)) to \(Spoken.fullDate(last)).",
            "It is \(Why.due(due)).",
        ]
        if let done { why.append("Done \(Why.instant(done.clockTime)): \(done.word.spoken) by \(done.by.spoken).") }
        if state == .missed { why.append("Not done in its time.") }
        if duty.isLocalChoice { why.append("The figure is a local choice: no clause gives one.") }
        if let note = duty.note { why.append(note) }
        let toldOf = number == newest || number == newest - 1
        return DutyStanding(
            duty: duty.id, instance: number, state: state, owedBy: duty.who, what: duty.what, from: from, due: due,
            endedAt: done?.clockTime ?? (state == .missed ? due.lastInstant : nil), lateBy: nil, source: duty.source,
            why: why, isLocalChoice: duty.isLocalChoice, doneBy: duty.doneBy.words[0],
            doneWith: duty.doneBy.fixedDetails,
            escalatedTo: toldOf ? escalated(duty, state, due: due, at: instant) : nil)
    }

    private func spoken(_ period: CalendarPeriod, _ origin: CivilDate) -> String {
        "Every \(period.spoken) from \(Spoken.fullDate(origin))"
    }
}

extension CalendarPeriod {
    /// Which stretch from `origin` a date lies in, counted from 1; 0 for a date before.
    func count(from origin: CivilDate, to date: CivilDate) -> Int {
        guard origin <= date else { return 0 }
        // A guess that is never too late, then the few steps that months of different lengths may need.
        let days = date.daysSince1970 - origin.daysSince1970
        var count: Int
        switch self {
        case .weeks(let weeks): count = Int(days) / (7 * weeks)
        case .months(let months): count = Int(days) / (31 * months)
        }
        while start(after: count + 1, from: origin) <= date { count += 1 }
        return count + 1
    }
}
