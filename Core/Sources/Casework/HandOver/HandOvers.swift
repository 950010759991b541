// SPDX-License-Identifier: MIT

import WorkingTime

/// Every briefing that was made, in order, and which of them nobody has accepted.
public struct HandOvers: Hashable, Sendable {
    public private(set) var all: [HandOver] = []
    private var places: [Int: Int] = [:]
    /// Numbers of those that nobody has accepted.
    private var openNumbers: Set<Int> = []

    public init() {}

    public subscript(number: Int) -> HandOver? { places[number].map { all[$0] } }

    /// Those that nobody has accepted, the oldest first.
    public var open: [HandOver] { openNumbers.sorted().compactMap { self[$0] } }

    /// The number of the newest; 0 where there is none.
    public var highest: Int { all.last?.number ?? 0 }

    /// The newest that a team made.
    public func latest(from team: Team) -> HandOver? { all.last { $0.from == team } }

    /// Takes an event of the partnership that concerns a briefing. What it cannot read it leaves aside.
    mutating func take(_ event: Event) {
        let details = event.details
        guard let number = details.number(.what) else { return }
        switch event.word {
        case .briefingMade:
            guard let team = Team(details), places[number] == nil, highest < number else { return }
            let kind = details.word(.to).flatMap(Team.Kind.init(rawValue:)) ?? team.kind.relievedBy
            places[number] = all.count
            openNumbers.insert(number)
            all.append(
                HandOver(
                    number: number, from: team, to: Team(agency: team.agency, kind: kind), madeAt: event.recordedAt,
                    madeBy: event.by.worker, madeAs: event.by.role, childCount: details.number(.rows) ?? 0))
        case .briefingAccepted:
            guard let place = places[number], all[place].isOpen else { return }
            openNumbers.remove(number)
            all[place].acceptance = HandOver.Acceptance(
                at: event.recordedAt, by: event.by.worker, role: event.by.role, childCount: details.number(.rows))
        case .briefingEscalated:
            guard let place = places[number] else { return }
            all[place].passedOn.append(
                HandOver.PassedOn(at: event.recordedAt, by: event.by.worker, to: details.word(.to) ?? ""))
        default: break
        }
    }
}

extension Team {
    /// The team that an event names.
    init?(_ details: Details) {
        guard let agency = details.word(.agency), let kind = details.word(.team).flatMap(Kind.init(rawValue:)) else {
            return nil
        }
        self.init(agency: AgencyID(agency), kind: kind)
    }
}
