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
    /// What it asks, in plain English.
    var phrase: Phrase?
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

    /// The instants at which it may turn by itself; empty where only events turn it.
    func turns(in course: Course) -> [Instant] {
        predicates.flatMap { $0.turns?(course) ?? [] }
    }

    /// Whether time alone can turn it.
    var turnsByItself: Bool { predicates.contains { $0.turns != nil } }

    /// The triggers that it asks about.
    var triggers: [String] { predicates.compactMap(\.trigger) }

    private var predicates: [Predicate] {
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
