// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The conditions of a pack, taken apart so that what several of them share is asked once.
final class ConditionTable: Sendable {
    let nodes: [Node]
    let parts: [Int]
    let predicates: [AskedPredicate]
    /// How each of ``predicates`` is settled.
    let forms: [SettledBy]
    /// The places of predicates that time alone can turn.
    let turning: [Int]

    init(_ making: Making) {
        (nodes, parts, predicates, turning) = (making.nodes, making.parts, making.predicates, making.turning)
        forms = predicates.map { SettledBy($0) }
    }

    struct Node: Sendable {
        enum Kind: Sendable { case predicate, all, any, not }

        let kind: Kind
        /// Of a predicate, its place among ``predicates``; else the first of its parts among ``parts``.
        let first: Int
        let count: Int
    }
}

extension ConditionTable {
    /// A table while conditions are being added.
    struct Making {
        private(set) var nodes: [Node] = []
        private(set) var parts: [Int] = []
        private(set) var predicates: [AskedPredicate] = []
        /// The places of predicates that time alone can turn.
        private(set) var turning: [Int] = []
        private var known: [String: Int] = [:]

        /// The node that stands for `condition`; the same for one that asks the same.
        mutating func add(_ condition: Condition) -> Int {
            switch condition {
            case .predicate(let predicate): add(predicate)
            case .all(let conditions): add(.all, conditions)
            case .any(let conditions): add(.any, conditions)
            case .not(let condition): add(.not, [condition])
            }
        }

        /// Keeps some nodes, one behind the other; gives their places among ``parts``.
        mutating func list(_ conditions: [Condition]) -> Range<Int> {
            let nodes = conditions.map { add($0) }
            parts += nodes
            return parts.count - nodes.count..<parts.count
        }

        /// The places in ``turning`` of the predicates that a condition asks.
        func turning(in condition: Condition) -> [Int] {
            let keys = Set(condition.predicates.filter { $0.turns != nil }.map { $0.key ?? $0.written })
            guard !keys.isEmpty else { return [] }
            return turning.indices.filter { place in
                let predicate = predicates[turning[place]].predicate
                return keys.contains(predicate.key ?? predicate.written)
            }
        }

        private mutating func add(_ predicate: Predicate) -> Int {
            if let key = predicate.key, let node = known[key] { return node }
            var place: Int?
            if predicate.turns != nil {
                place = turning.count
                turning.append(predicates.count)
            }
            predicates.append(AskedPredicate(predicate, turning: place))
            return keep(Node(kind: .predicate, first: predicates.count - 1, count: 0), under: predicate.key)
        }

        private mutating func add(_ kind: Node.Kind, _ conditions: [Condition]) -> Int {
            let nodes = conditions.map { add($0) }
            if kind != .not, nodes.count == 1 { return nodes[0] }
            let key = "\(kind) \(nodes.sorted())"
            if let node = known[key] { return node }
            parts += nodes
            return keep(Node(kind: kind, first: parts.count - nodes.count, count: nodes.count), under: key)
        }

        private mutating func keep(_ node: Node, under key: String?) -> Int {
            nodes.append(node)
            if let key { known[key] = nodes.count - 1 }
            return nodes.count - 1
        }
    }
}

/// A predicate of a pack; held once, since it is asked very often.
final class AskedPredicate: Sendable {
    let predicate: Predicate
    let holds: @Sendable (Moment) -> Bool
    let event: FirstEvent?
    /// Its place among those that turn by themselves.
    let turning: Int?
    /// Where it holds from an instant on, when that is.
    let since: (@Sendable (Course) -> Instant?)?

    init(_ predicate: Predicate, turning: Int?) {
        self.predicate = predicate
        holds = predicate.holds
        event = predicate.event
        self.turning = turning
        since = predicate.since
    }
}

/// How a predicate is settled, in plain values: they are looked at for every predicate of every course, and cost
/// nothing to hold or to let go of.
struct SettledBy: Sendable {
    /// Whether it holds exactly while one of these does.
    let isFacts: Bool
    let facts: FactBits
    /// Whether an event turns it for good, of these words.
    let isEvent: Bool
    let endsThere: Bool
    let isInCourse: Bool
    let isInEpisode: Bool
    /// Whether it holds from an instant on.
    let isSince: Bool
    let words: EventWords
    let depends: Dependence
    /// Its place among those that turn by themselves.
    let turning: Int?

    fileprivate init(_ asked: AskedPredicate) {
        let event = asked.event
        isFacts = asked.predicate.facts != nil
        facts = asked.predicate.facts ?? FactBits.none
        isEvent = event != nil
        endsThere = event?.ends ?? false
        isInCourse = event?.inCourse ?? false
        isInEpisode = event?.inEpisode ?? false
        isSince = asked.since != nil
        words = event?.words ?? .none
        depends = asked.predicate.depends
        turning = asked.turning
    }
}
