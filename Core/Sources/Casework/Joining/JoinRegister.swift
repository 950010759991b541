// SPDX-License-Identifier: MIT

import HashTreeCollections

/// Which records are shown as one child, and what was decided of pairs of them, with what was taken back.
public struct JoinRegister: Hashable, Sendable {
    /// Every joining, in the order in which they were recorded; those that were parted again too.
    public private(set) var joins: [ChildJoin] = []
    /// Everything decided of a pair, in the order in which it was recorded; what was taken back too.
    public private(set) var comparisons: [ChildComparison] = []
    private var keptOf: TreeDictionary<ChildID, ChildJoin> = [:]
    private var joinedTo: TreeDictionary<ChildID, [ChildJoin]> = [:]
    private var latest: TreeDictionary<Pair, ChildComparison> = [:]

    private struct Pair: Hashable, Sendable {
        let first: ChildID
        let second: ChildID

        init(_ one: ChildID, _ other: ChildID) { (first, second) = (min(one, other), max(one, other)) }
    }

    /// The number under which a record is shown: its own, unless it was joined to another.
    public func shown(_ id: ChildID) -> ChildID {
        if keptOf.isEmpty { return id }
        var shown = id
        while let join = keptOf[shown] { shown = join.kept }
        return shown
    }

    /// Whether the record is one of several that are shown as one child.
    public func isJoined(_ id: ChildID) -> Bool { keptOf[id] != nil || joinedTo[id] != nil }

    /// The records that are shown under a number, its own first and then in the order in which they were joined.
    public func records(of shown: ChildID) -> [ChildID] {
        [shown] + (joinedTo[shown] ?? []).flatMap { records(of: $0.other) }
    }

    /// The joinings that hold the records under a number together, in order.
    public func joins(of shown: ChildID) -> [ChildJoin] {
        (joinedTo[shown] ?? []).flatMap { [$0] + joins(of: $0.other) }.sorted { $0.position < $1.position }
    }

    /// The joining that stands at this place in the ledger and was not taken back.
    public func join(at position: Position) -> ChildJoin? {
        joins.first { $0.position == position && $0.parted == nil }
    }

    /// The decision that stands at this place in the ledger and was not taken back.
    public func comparison(at position: Position) -> ChildComparison? {
        comparisons.first { $0.position == position && $0.withdrawn == nil }
    }

    /// What stands of two records: the newest decision that was not taken back.
    public func comparison(of one: ChildID, _ other: ChildID) -> ChildComparison? { latest[Pair(one, other)] }

    mutating func take(_ comparison: ChildComparison) {
        comparisons.append(comparison)
        latest[Pair(comparison.first, comparison.second)] = comparison
    }

    mutating func withdraw(_ position: Position, _ takenBack: TakenBack) {
        guard let place = comparisons.firstIndex(where: { $0.position == position && $0.withdrawn == nil }) else {
            return
        }
        comparisons[place].withdrawn = takenBack
        let pair = Pair(comparisons[place].first, comparisons[place].second)
        latest[pair] = comparisons.last {
            Pair($0.first, $0.second) == pair && $0.withdrawn == nil
        }
    }

    mutating func take(_ join: ChildJoin) {
        joins.append(join)
        keptOf[join.other] = join
        joinedTo[join.kept, default: []].append(join)
    }

    mutating func part(_ position: Position, _ takenBack: TakenBack) {
        guard let place = joins.firstIndex(where: { $0.position == position && $0.parted == nil }) else { return }
        joins[place].parted = takenBack
        unlink(joins[place])
    }

    /// Forgets everything that names a child whose record is erased.
    mutating func forget(_ child: ChildID) {
        for join in joins where join.parted == nil && (join.kept == child || join.other == child) { unlink(join) }
        joins.removeAll { $0.kept == child || $0.other == child }
        comparisons.removeAll { $0.first == child || $0.second == child }
        for pair in latest.keys where pair.first == child || pair.second == child { latest[pair] = nil }
    }

    private mutating func unlink(_ join: ChildJoin) {
        keptOf[join.other] = nil
        let left = (joinedTo[join.kept] ?? []).filter { $0.position != join.position }
        joinedTo[join.kept] = left.isEmpty ? nil : left
    }
}
