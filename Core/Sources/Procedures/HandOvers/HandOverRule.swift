// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// When a kind of team hands over, to whom, within what time it is to be accepted, and who hears of it when it isn't.
public struct HandOverRule: Hashable, Sendable {
    public let team: Team.Kind
    public let to: Team.Kind
    /// The times of day at which a briefing is expected, in seconds since midnight in London; empty where none is.
    public let times: [Int]
    /// How long after it was made it is to be accepted at the latest.
    public let within: Elapsed
    public let escalation: Escalation
    public let isLocalChoice: Bool
    public let note: String?
    public let source: String

    /// The word of the team, which is its id in a pack.
    public var id: String { team.rawValue }

    /// What counts where a pack says nothing: an hour, and then half an hour until a manager is told.
    public static func shipped(_ team: Team.Kind) -> HandOverRule {
        HandOverRule(
            team: team, to: team.relievedBy, times: [], within: .hours(1),
            escalation: Escalation(to: team.manager, before: nil, after: .minutes(30)), isLocalChoice: true,
            note: "The protocol does not say; one hour, and half an hour more, are Homeward’s own.", source: "")
    }

    /// The newest time of day at which a briefing was expected before or at `instant`; nil where none is expected.
    public func lastExpected(by instant: Instant) -> Instant? {
        let today = London.date(of: instant)
        return [today.adding(days: -1), today].flatMap { date in
            times.map { London.instantOrChange(at: LocalTime(date: date, secondOfDay: $0)) }
        }.filter { $0 <= instant }.max()
    }

    /// How long before its time a briefing already counts as that one's.
    static let early = Elapsed.hours(3)

    /// Since when a briefing is lacking that was expected: the one of a time that is over by as much as one may take to
    /// accept it, while none was made from three hours before it on. Nil for a team that has never made one: it has not
    /// begun to hand over here.
    public func lackingSince(of team: Team, in state: State, at instant: Instant) -> Instant? {
        guard let latest = state.handOvers.latest(from: team), let expected = lastExpected(by: instant),
            expected + within < instant, latest.madeAt < expected - HandOverRule.early
        else { return nil }
        return expected
    }
}

extension Team.Kind {
    /// Who answers for a team of this kind.
    public var manager: Role {
        switch self {
        case .home: .homeManager
        case .police: .dutyInspector
        case .day, .edt: .teamManager
        }
    }
}

extension ProtocolPack {
    /// The pack's rule for a kind of team, or the one that counts where it has none.
    public func handOverRule(for team: Team.Kind) -> HandOverRule {
        sections.handOvers.first { $0.team == team } ?? .shipped(team)
    }
}

/// How one briefing stands at an instant.
public struct HandOverStanding: Hashable, Sendable {
    public let handOver: HandOver
    public let rule: HandOverRule
    /// When it is to be accepted at the latest.
    public let due: Instant
    /// Whether nobody has accepted it and the time for it is over.
    public let isOverdue: Bool
    /// Who is to hear of it now.
    public let escalatedTo: Role?
    /// How much after its time it was accepted, where it was late.
    public let lateBy: Elapsed?

    public init(_ handOver: HandOver, by rule: HandOverRule, at instant: Instant) {
        self.handOver = handOver
        self.rule = rule
        due = handOver.madeAt + rule.within
        isOverdue = handOver.isOpen && due < instant
        escalatedTo = handOver.isOpen && rule.escalation.isTold(of: due, at: instant) ? rule.escalation.to : nil
        lateBy = handOver.acceptance.flatMap { [due] in due < $0.at ? $0.at - due : nil }
    }
}
