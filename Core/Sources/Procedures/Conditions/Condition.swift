// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A named question about an episode and its child at an instant, with its argument taken in.
public struct Predicate: Sendable {
    /// As the pack writes it: `kind: missing`.
    public let written: String
    let holds: @Sendable (Moment) -> Bool
    /// What is so when it holds, as a phrase without a full stop.
    let says: @Sendable (Moment) -> String
    /// The instants at which it may turn by itself, beside those at which something happens.
    let turns: (@Sendable (Course) -> [Instant])?
    /// The trigger that it asks about.
    var trigger: String?
    /// The duty that it asks about.
    var duty: String?
    /// What it asks, in plain English.
    var phrase: Phrase?
    /// What its answer may follow from.
    var depends = Dependence.anything
    /// Two predicates with the same key ask the same.
    var key: String?
    /// Where it holds from the first such event on, or until then.
    var event: FirstEvent?
    /// Whether the office being open, now, may change its answer.
    var asksOffice = false
    /// Where it holds exactly while one of these does.
    var facts: FactBits?
    /// Where it holds from an instant on: when that is; nil while it is not known.
    var since: (@Sendable (Course) -> Instant?)?
}

/// A predicate that an event turns for good.
struct FirstEvent: Sendable {
    /// The words of the events that may turn it.
    let words: EventWords
    let isSuch: @Sendable (Mark) -> Bool
    /// Whether it holds before, and no longer after.
    var ends = false
    /// Whether only what stands in the course itself counts, and not the child's own record beside it.
    var inCourse = false
    /// Whether it has to have happened in the episode: in the course of a whole record, in the newest.
    var inEpisode = false
}

/// When something applies: `all`, `any` and `not` over named predicates.
public indirect enum Condition: Sendable {
    case predicate(Predicate)
    case all([Condition])
    case any([Condition])
    case not(Condition)

    public func holds(in moment: Moment) -> Bool {
        switch self {
        case .predicate(let predicate): return predicate.holds(moment)
        case .all(let parts):
            for part in parts where !part.holds(in: moment) { return false }
            return true
        case .any(let parts):
            for part in parts where part.holds(in: moment) { return true }
            return false
        case .not(let part): return !part.holds(in: moment)
        }
    }

    /// What is so, as phrases: of alternatives, the first that holds.
    func reasons(in moment: Moment) -> [String] {
        switch self {
        case .predicate(let predicate): [predicate.says(moment)]
        case .all(let parts): parts.flatMap { $0.reasons(in: moment) }
        case .any(let parts): parts.first { $0.holds(in: moment) }?.reasons(in: moment) ?? []
        case .not(.predicate(let predicate)): ["it is not so that \(predicate.says(moment))"]
        case .not(let part): part.written.map { "this does not hold: \($0)" }
        }
    }

    /// Whether the office opening or closing would turn it, as everything else stands.
    func dependsOnOffice(in moment: Moment) -> Bool {
        holds(in: moment, officeAnswers: true) != holds(in: moment, officeAnswers: false)
    }

    /// Whether it holds if every question about the office being open now were answered so.
    private func holds(in moment: Moment, officeAnswers: Bool) -> Bool {
        switch self {
        case .predicate(let predicate): predicate.asksOffice ? officeAnswers : predicate.holds(moment)
        case .all(let parts): parts.allSatisfy { $0.holds(in: moment, officeAnswers: officeAnswers) }
        case .any(let parts): parts.contains { $0.holds(in: moment, officeAnswers: officeAnswers) }
        case .not(let part): !part.holds(in: moment, officeAnswers: officeAnswers)
        }
    }

    /// The triggers that it asks about.
    var triggers: [String] { predicates.compactMap(\.trigger) }

    /// The duties that it asks about.
    var duties: [String] { predicates.compactMap(\.duty) }

    var predicates: [Predicate] {
        switch self {
        case .predicate(let predicate): [predicate]
        case .all(let parts), .any(let parts): parts.flatMap(\.predicates)
        case .not(let part): part.predicates
        }
    }

    /// As the pack writes it, part by part.
    public var written: [String] {
        switch self {
        case .predicate(let predicate): [predicate.written]
        case .all(let parts): [parts.flatMap(\.written).joined(separator: " and ")]
        case .any(let parts): [parts.flatMap(\.written).joined(separator: " or ")]
        case .not(let part): ["not (\(part.written.joined(separator: " and ")))"]
        }
    }
}
