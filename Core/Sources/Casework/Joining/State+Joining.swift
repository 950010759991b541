// SPDX-License-Identifier: MIT

import WorkingTime

extension State {
    /// The number under which a child is shown: another than the record's own where two records were joined.
    public func shown(_ id: ChildID) -> ChildID { joins.shown(id) }

    /// Every record that is shown as this child, the one that gives name and number first.
    public func records(of id: ChildID) -> [ChildID] { joins.records(of: joins.shown(id)) }

    /// The record as it was recorded by itself, whatever it was joined with; nil where there is none.
    public func record(_ id: ChildID) -> Child? { records[id] ?? children[id] }

    /// Every record by itself, in the order of their numbers: what a snapshot keeps.
    public var everyRecord: [Child] {
        let alone = children.values.filter { records[$0.id] == nil }
        return (alone + records.values).sorted { $0.id < $1.id }
    }

    /// What was decided last of two children, whichever of their records it was decided of, and was not taken back.
    public func comparison(of one: ChildID, _ other: ChildID) -> ChildComparison? {
        records(of: one).flatMap { first in records(of: other).compactMap { joins.comparison(of: first, $0) } }
            .max { $0.position < $1.position }
    }

    /// Changes one record, and what is shown of the child where it is one of several.
    mutating func change(record id: ChildID, _ body: (inout Child) -> Void) {
        guard var own = records[id] else {
            children.change(id) { body(&$0) }
            return
        }
        body(&own)
        records[id] = own
        show(id)
    }

    /// Takes a decision on two records, or its taking back.
    mutating func takeJoining(_ event: Event, at position: Position) {
        switch event.word {
        case .childrenCompared: ChildComparison(event, at: position).map { joins.take($0) }
        case .comparisonWithdrawn: event.details.named.map { joins.withdraw($0, TakenBack(event)) }
        case .childrenJoined: ChildJoin(event, at: position).map { join($0) }
        case .childrenParted:
            guard let join = event.details.named.flatMap({ joins.join(at: $0) }) else { return }
            part(join, TakenBack(event))
        default: break
        }
    }

    private mutating func join(_ join: ChildJoin) {
        // Only what is shown by itself can be joined; anything else was refused before it was recorded.
        guard join.kept != join.other, let kept = children[join.kept], let other = children[join.other] else { return }
        if records[kept.id] == nil { records[kept.id] = kept }
        if records[other.id] == nil { records[other.id] = other }
        joins.take(join)
        children.forget(other.id)
        show(kept.id)
        relabel(kept.id)
    }

    private mutating func part(_ join: ChildJoin, _ takenBack: TakenBack) {
        joins.part(join.position, takenBack)
        separate(join)
    }

    private mutating func separate(_ join: ChildJoin) {
        for id in [joins.shown(join.kept), join.other] {
            if joins.isJoined(id) {
                show(id)
            } else if let own = records[id] {
                children.keep(own, at: id)
                records[id] = nil
            }
            relabel(id)
            settle(joins.shown(id), since: join)
        }
    }

    /// Says anew of each episode that began while two records were joined whether the child was looked after: as each
    /// record by itself said then, so that it comes to the same where the other can no longer be read.
    private mutating func settle(_ shown: ChildID, since join: ChildJoin) {
        guard let child = children[shown] else { return }
        for id in child.episodes {
            guard let first = episodes[id]?.history.recorded.first, join.position < first.position else { continue }
            let facts = child.asKnown(at: first.recordedAt)?.facts
            episodes.change(id) { $0.settle(lookedAfter: facts?.isLookedAfter(on: first.dayOfGoing) ?? false) }
        }
    }

    /// Puts together anew what is shown of a child with several records.
    private mutating func show(_ id: ChildID) {
        let shown = joins.shown(id)
        let parts = joins.records(of: shown).compactMap { records[$0] }
        children.keep(Child(id: shown, joining: parts, by: joins.joins(of: shown)), at: shown)
    }

    /// Says of each episode, meeting and list whose they are now.
    private mutating func relabel(_ shown: ChildID) {
        for id in joins.records(of: shown) {
            meetings.forget(id)
            lists.forget(id)
        }
        guard let child = children[shown] else { return }
        take(child.history, of: shown)
        for id in child.episodes {
            episodes.change(id) { $0.child = shown }
            if let history = episodes[id]?.history { take(history, of: shown) }
        }
        relist(shown)
    }

    /// Parts everything from a record that is about to be erased.
    mutating func partForErasing(_ id: ChildID) {
        let standing = joins.joins.filter { $0.parted == nil && ($0.kept == id || $0.other == id) }
        joins.forget(id)
        for join in standing { separate(join) }
    }
}
