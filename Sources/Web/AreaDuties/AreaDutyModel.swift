// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// The regular work of one area as its visitor may see it, sorted by what it asks of anybody now.
struct AreaDutyModel {
    /// A duty that was not done in its time, or is past its due.
    struct Late {
        let standing: DutyStanding
        /// How many times in a row, this one included, it was not done; 1 for what may still be done.
        let timesMissed: Int
        /// The one that runs now, where that can still be done.
        let running: DutyStanding?
    }

    /// A duty whose next turn has not begun.
    struct Ahead {
        let duty: AreaDuty
        let from: CivilDate
        let dueBy: CivilDate
    }

    /// What was done, or let go, with the entry that says so.
    struct Ended {
        let standing: DutyStanding
        let entry: Event?
    }

    /// Whose area it is; nil for the whole partnership.
    let authority: AgencyID?
    let pack: ProtocolPack
    var late: [Late] = []
    var owed: [DutyStanding] = []
    var ahead: [Ahead] = []
    /// The newest first.
    var ended: [Ended] = []

    /// How far the page looks ahead, and how many days back.
    static let reach = CalendarPeriod.months(3)
    private static let daysBack = 92

    init(_ area: AreaStandings, for role: Role, in state: State, at now: Instant) {
        (authority, pack) = (area.authority, area.pack)
        let standings = Dictionary(grouping: area.standings, by: \.duty)
        let acts = state.partnershipEvents.filter { $0.recordedAt <= now }
        for duty in pack.sections.calendar where role.sees(duty) {
            let own = (standings[duty.id] ?? []).sorted { $0.instance < $1.instance }
            switch duty.clock {
            case .every(let period, let from):
                guard let origin = from ?? pack.inForceFrom else { continue }
                take(own, of: duty, every: period, from: origin, at: now)
            case .trigger: take(own)
            }
            end(own, acts, at: now)
        }
        late.sort { Self.isBefore($0.standing, $1.standing, for: role) }
        owed.sort { Self.isBefore($0, $1, for: role) }
        ahead.sort { ($0.dueBy, $0.duty.id) < ($1.dueBy, $1.duty.id) }
        ended.sort { ($0.standing.endedAt ?? now) > ($1.standing.endedAt ?? now) }
    }

    /// The areas whose regular work concerns the visitor: their own authority's; all of them for who is of no agency.
    static func areas(for call: Call) -> [AreaDutyModel] {
        let all = call.site.partnership.areaStandings(in: call.state, at: call.now)
        let authority = call.authority
        let own = authority.flatMap { authority in all.first { $0.authority == authority } }
        let shown = own.map { [$0] } ?? all.filter { authority == nil || $0.authority == nil }
        return shown.map { AreaDutyModel($0, for: call.account.role, in: call.state, at: call.now) }
    }

    /// The duty of this id, where it is theirs to see.
    func duty(_ id: String, for role: Role) -> AreaDuty? {
        pack.sections.areaDuty(id).flatMap { role.sees($0) ? $0 : nil }
    }

    /// Of what comes again and again: the turn that runs, the turns before it that nobody saw to, the turn to come.
    private mutating func take(
        _ own: [DutyStanding], of duty: AreaDuty, every period: CalendarPeriod, from origin: CivilDate, at now: Instant
    ) {
        let running = own.last.flatMap { $0.state.isOutstanding ? $0 : nil }
        let missed = (running == nil ? own : own.dropLast()).reversed().prefix { $0.state == .missed }
        if let last = missed.first {
            late.append(Late(standing: last, timesMissed: missed.count, running: running))
        } else if let running {
            owed.append(running)
        }
        guard running == nil else { return }
        let turns = own.last?.instance ?? 0
        let from = period.start(after: turns, from: origin)
        let today = London.date(of: now)
        guard today < from, from < Self.reach.start(after: 1, from: today), pack.inForceTo.map({ from < $0 }) ?? true
        else { return }
        let dueBy = period.start(after: turns + 1, from: origin).adding(days: -1)
        ahead.append(Ahead(duty: duty, from: from, dueBy: dueBy))
    }

    /// Of what something that happened made due: each stands by itself.
    private mutating func take(_ own: [DutyStanding]) {
        late += own.filter { $0.state == .overdue }.map { Late(standing: $0, timesMissed: 1, running: nil) }
        owed += own.filter { $0.state == .owed }
    }

    private mutating func end(_ own: [DutyStanding], _ acts: [Event], at now: Instant) {
        let told = Set(late.map { Turn($0.standing) })
        let first = London.startOfDay(London.date(of: now).adding(days: -Self.daysBack))
        for standing in own where !standing.state.isOutstanding && !told.contains(Turn(standing)) {
            guard let endedAt = standing.endedAt ?? standing.due?.lastInstant, first <= endedAt else { continue }
            ended.append(Ended(standing: standing, entry: Self.entry(of: standing, amongst: acts)))
        }
    }

    private struct Turn: Hashable {
        let duty: String
        let instance: Int

        init(_ standing: DutyStanding) { (duty, instance) = (standing.duty, standing.instance) }
    }

    /// The entry that discharged it.
    private static func entry(of standing: DutyStanding, amongst acts: [Event]) -> Event? {
        guard standing.state == .done || standing.state == .doneLate else { return nil }
        return acts.first { act in
            act.word == standing.doneBy && act.occurredAt.earliest == standing.endedAt
                && (act.details.word(.duty) ?? standing.duty) == standing.duty
        }
    }

    /// One's own first, then what was or is due first.
    private static func isBefore(_ one: DutyStanding, _ other: DutyStanding, for role: Role) -> Bool {
        let (own, others) = (one.isOwed(by: role), other.isOwed(by: role))
        if own != others { return own }
        let (first, second) = (one.due?.lastInstant, other.due?.lastInstant)
        guard let first, let second, first != second else { return one.duty < other.duty }
        return first < second
    }
}
