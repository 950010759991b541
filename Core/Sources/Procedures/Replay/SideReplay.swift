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
    let book: DutyBook
    /// Where each of its duties stands among those of both.
    let places: [Int32]
    let period: ReplayPeriod
    let judgedAt: Instant

    /// The instances whose clock started in the period, in the order of duty and instance.
    func instances(of episode: Episode, child: Child, others: [Episode]) -> [ReplayedInstance] {
        let standings = book.standings(
            of: episode, child: child, others: others, at: judgedAt, withReasons: false)
        return instances(of: standings)
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
