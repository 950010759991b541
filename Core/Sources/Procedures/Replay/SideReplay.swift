// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One instance of a duty in a replay, in as few bytes as will do.
struct ReplayedInstance {
    /// Its place among the duties of both protocols.
    let duty: Int32
    let instance: Int32
    let outcome: DutyOutcome
    /// The place of the role that owes it.
    let role: Int
    let began: Instant?
    let due: Instant?

    func isBefore(_ other: ReplayedInstance) -> Bool {
        (duty, instance) < (other.duty, other.instance)
    }
}

/// One protocol of a replay.
struct SideReplay: Sendable {
    let side: ReplaySide
    let book: DutyBook
    let triggers: TriggerBook
    let triage: TriageBook
    /// Where each of its duties stands among those of both.
    let places: [Int32]
    let period: ReplayPeriod
    let judgedAt: Instant
    /// Triggers that put a child on somebody's agenda.
    private let agendaTriggers: Set<String>

    init(
        _ side: ReplaySide, pack: ProtocolPack, calendars: Calendars, places: [Int32], period: ReplayPeriod,
        judgedAt: Instant
    ) {
        self.side = side
        book = DutyBook(pack: pack, calendars: calendars, dealing: .whenDue)
        triggers = TriggerBook(pack: pack, calendars: calendars, dealing: .whenDue)
        triage = TriageBook(pack: pack, calendars: calendars)
        (self.places, self.period, self.judgedAt) = (places, period, judgedAt)
        let meets: Set<EventWord> = [.placedOnAgenda, .meetingArranged, .meetingHeld]
        agendaTriggers = Set(
            pack.triggers.filter { trigger in
                trigger.makes.contains { pack.duty($0).map { !$0.doneBy.words.isDisjoint(with: meets) } ?? false }
            }.map(\.id))
    }

    /// The instances whose clock started in the period, in the order of duty and instance.
    func instances(of episode: Episode, child: Child, others: [Episode]) -> [ReplayedInstance] {
        let standings = book.standings(
            of: episode, child: child, others: others, at: judgedAt, withReasons: false)
        return instances(of: standings)
    }

    /// The instances of duties that stand on the child's whole record.
    func instances(of child: Child, episodes: [Episode], rankings: [Firing]) -> [ReplayedInstance] {
        guard book.pack.hasChildDuties else { return [] }
        return instances(
            of: book.childStandings(
                of: child, episodes: episodes, areaFirings: rankings, at: judgedAt, withReasons: false))
    }

    /// What fired for the child in the period; `rankings` are worked out over all children before.
    func firings(of child: Child, episodes: [Episode], rankings: [Firing]) -> [ReplayedFiring] {
        let own = triggers.firings(of: child, episodes: episodes, at: judgedAt)
        return (own + rankings).filter { !$0.isUndone && period.contains($0.at) }.map { firing in
            ReplayedFiring(
                side: side, trigger: firing.trigger, child: child.id, at: firing.at,
                isForAgenda: agendaTriggers.contains(firing.trigger))
        }
    }

    /// The colour that the child had when they came back.
    func colour(of child: Child, episodes: [Episode], at instant: Instant) -> Triage.Colour? {
        triage.reading(of: child, episodes: episodes, at: instant)?.colour
    }

    private func instances(of standings: [DutyStanding]) -> [ReplayedInstance] {
        var found: [ReplayedInstance] = []
        found.reserveCapacity(standings.count)
        // Standings come in the order of the protocol's duties.
        var duty = 0
        let duties = book.pack.duties
        for standing in standings {
            while duties[duty].id != standing.duty { duty += 1 }
            guard let began = standing.from, period.contains(began) else { continue }
            found.append(
                ReplayedInstance(
                    duty: places[duty], instance: Int32(clamping: standing.instance),
                    outcome: DutyOutcome(standing.state), role: Self.rolePlaces[standing.owedBy] ?? 0, began: began,
                    due: standing.due?.lastInstant))
        }
        return found.sorted { $0.isBefore($1) }
    }

    private static let rolePlaces: [Role: Int] = Dictionary(
        uniqueKeysWithValues: Role.allCases.enumerated().map { ($1, $0) })
}

extension Discharge {
    /// Every event that it names.
    fileprivate var words: Set<EventWord> {
        switch self {
        case .event(let match): Set(match.words)
        case .any(let parts), .all(let parts): parts.reduce(into: []) { $0.formUnion($1.words) }
        }
    }
}
