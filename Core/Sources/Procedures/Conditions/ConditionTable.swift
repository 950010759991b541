// SPDX-License-Identifier: MIT

import Casework

/// The conditions of a pack, taken apart so that what several of them share is asked once.
struct ConditionTable: Sendable {
    struct Node: Sendable {
        enum Kind: Sendable { case predicate, all, any, not }

        let kind: Kind
        /// Of a predicate, its place among ``predicates``; else the first of its parts among ``parts``.
        let first: Int
        let count: Int
    }

    private(set) var nodes: [Node] = []
    private(set) var parts: [Int] = []
    private(set) var predicates: [Predicate] = []
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

    /// The places in ``turning`` of the predicates that a condition asks.
    func turning(in condition: Condition) -> [Int] {
        let keys = Set(condition.predicates.filter { $0.turns != nil }.map { $0.key ?? $0.written })
        guard !keys.isEmpty else { return [] }
        return turning.indices.filter { place in
            let predicate = predicates[turning[place]]
            return keys.contains(predicate.key ?? predicate.written)
        }
    }

    private mutating func add(_ predicate: Predicate) -> Int {
        if let key = predicate.key, let node = known[key] { return node }
        if predicate.turns != nil { turning.append(predicates.count) }
        predicates.append(predicate)
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
