// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What somebody owes under a protocol, on a clock, with its source.
public struct Duty: Sendable {
    public let id: String
    /// Who owes it; of several roles, the first.
    public let who: Role
    /// The other roles that owe it where somebody is allocated to them and nobody to those before.
    public let orElse: [Role]
    /// An imperative sentence.
    public let what: String
    public let source: String
    /// Whether it stands on the child's whole record instead of on one episode.
    public let isAboutChild: Bool
    /// The need begins when this and ``once`` first hold, and lasts while this holds.
    public let when: Condition
    /// Looked at only to begin the need.
    public let once: Condition?
    public let clock: Clock
    public let due: DueRule
    public let sooner: [SoonerRule]
    /// Whether it is owed anew when the condition holds anew after it was done, waived or agreed.
    public let again: Bool
    public let doneBy: Discharge
    /// Whether acts of the episode from before the need count.
    public let countsWholeEpisode: Bool
    public let lapses: [Match]
    /// Who may waive it: nil for the rule of ruling 33, empty for nobody.
    public let mayWaive: [Role]?
    /// Whose agreement for the child counts; empty for nobody's.
    public let mayAgree: [Role]
    public let escalation: Escalation?
    public let isLocalChoice: Bool
    public let note: String?

    /// The roles whose waiver counts (ruling 33).
    public var waivers: [Role] { mayWaive ?? [who.isPolice ? .supervisor : .teamManager] }

    /// Whether it is one clock, one that repeats, or one for each event.
    var repeats: Bool {
        if clock.trigger != nil { return true }
        if case .each = clock.start { return true }
        if case .every = due { return true }
        return false
    }
}

/// What discharges a duty.
public indirect enum Discharge: Sendable {
    case event(Match)
    case any([Discharge])
    case all([Discharge])

    /// Whether the event is one of those named.
    func accepts(_ mark: Mark) -> Bool {
        switch self {
        case .event(let match): match.accepts(mark)
        case .any(let parts), .all(let parts): parts.contains { $0.accepts(mark) }
        }
    }

    /// The first event named: what a form offers.
    var first: Match {
        switch self {
        case .event(let match): match
        case .any(let parts), .all(let parts): parts[0].first
        }
    }
}

/// Who is told, how long before a duty is due and how long after.
public struct Escalation: Hashable, Sendable {
    public let to: Role
    public let before: Elapsed?
    public let after: Elapsed?

    /// Whether they are told at `instant` of something that is still to be done.
    func isTold(of due: Instant, at instant: Instant) -> Bool {
        isTold(after: due, at: instant) || before.map { due - $0 <= instant } ?? false
    }

    /// Whether it is overdue at `instant` by so much that they are told.
    func isTold(after due: Instant, at instant: Instant) -> Bool { after.map { due + $0 < instant } ?? false }
}

/// What starts a duty's clock, and how much later it starts.
public struct Clock: Sendable {
    public enum Start: Sendable {
        /// When the need began.
        case need
        case start
        case report
        case checks
        case located
        case returned
        case locatedOrReturned
        /// The first or last such event; where a detail is named, the time that it states.
        case event(Match, isLast: Bool, states: DetailKey?)
        /// Each such event: one instance per event.
        case each(Match)
        /// When another duty is due, or was done.
        case duty(String, isDone: Bool)
        /// Each firing of a trigger: one instance per firing.
        case trigger(String)
        /// The first of these, in their order, that can be reckoned.
        case firstOf([Clock])
    }

    public let start: Start
    public let plus: DueLength?

    public init(_ start: Start, plus: DueLength? = nil) {
        self.start = start
        self.plus = plus
    }

    /// The trigger whose firings start it.
    var trigger: String? { if case .trigger(let id) = start { id } else { nil } }

    /// The clocks that it takes the first of, or itself.
    var choices: [Clock] { if case .firstOf(let clocks) = start { clocks } else { [self] } }
}

/// How long a duty's clock leaves.
public enum DueRule: Sendable {
    case length(DueLength)
    /// A word such as `immediately`, with the pack's figure for it (ruling 9).
    case figure(String, DueLength)
    /// The time that an event states; without one, the length, or no due.
    case stated(DetailKey, of: Match?, otherwise: DueLength?)
    /// Repeats: each instance is due at its end (ruling 10).
    case every(Elapsed, written: String)
}

/// A further due where a condition holds.
public struct SoonerRule: Sendable {
    public let when: Condition
    public let due: DueRule
    public let clock: Clock?
}
