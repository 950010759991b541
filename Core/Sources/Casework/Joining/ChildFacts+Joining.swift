// SPDX-License-Identifier: MIT

import WorkingTime

extension ChildFacts {
    /// What follows from several records of one child.
    ///
    /// Name, birth date and everything else that says who the child is are those of the first record; what it lacks, the
    /// others give, and where they say otherwise it is kept as a former name or address. Placements, statuses, risks and
    /// workers are those of all. What holds a record back holds back the whole (``protection(of:by:)``).
    init(joining parts: [Child], standing: [Mark], by joins: [ChildJoin]) {
        self.init()
        for mark in standing where !ChildProtection.words.contains(mark.word) { takeSpan(mark) }
        takeIdentity(of: parts.map(\.facts))
        let held = ChildFacts.protection(of: parts, by: joins)
        if held != ChildProtection() { hold(held) }
    }

    /// What holds back, opens and keeps the child's record: until they were joined each record's own, then of both the
    /// stricter; what is recorded afterwards, on whichever, is of the whole.
    private static func protection(of parts: [Child], by joins: [ChildJoin]) -> ChildProtection {
        var held: [ChildID: ChildProtection] = [:]
        var shown: [ChildID: ChildID] = [:]
        func root(_ id: ChildID) -> ChildID {
            var root = id
            while let next = shown[root] { root = next }
            return root
        }
        var rest = joins[...]
        func join(before position: Position?) {
            while let next = rest.first, position.map({ next.position < $0 }) ?? true {
                rest.removeFirst()
                let (kept, other) = (root(next.kept), root(next.other))
                if kept == other { continue }
                held[kept] = (held[kept] ?? ChildProtection())
                    .joined(with: held[other] ?? ChildProtection(), at: next.joinedAt)
                shown[other] = kept
            }
        }
        let marks = parts.flatMap { part in
            part.history.recorded.filter { ChildProtection.words.contains($0.word) }.map { (part.id, $0) }
        }
        for (id, mark) in marks.sorted(by: { $0.1.position < $1.1.position }) {
            join(before: mark.position)
            held[root(id), default: ChildProtection()].take(mark)
        }
        join(before: nil)
        return parts.first.flatMap { held[root($0.id)] } ?? ChildProtection()
    }
}

extension Restriction {
    /// Both: only those whom both name.
    func joined(with other: Restriction) -> Restriction {
        Restriction(
            ground: ground, names: names.filter(other.names.contains), since: max(since, other.since),
            position: max(position, other.position))
    }

    private init(ground: Ground, names: [String], since: Instant, position: Position) {
        (self.ground, self.names, self.since, self.position) = (ground, names, since, position)
    }
}

extension LocationShield {
    /// Both: only those whom both name, until both have ended.
    func joined(with other: LocationShield) -> LocationShield {
        let end = until.flatMap { own in other.until.map { max(own, $0) } }
        return LocationShield(
            names: names.filter(other.names.contains), since: max(since, other.since), until: end,
            position: max(position, other.position))
    }

    private init(names: [String], since: Instant, until: Instant?, position: Position) {
        (self.names, self.since, self.until, self.position) = (names, since, until, position)
    }
}

extension LegalHold {
    /// Both: until both have ended.
    func joined(with other: LegalHold) -> LegalHold {
        LegalHold(
            since: min(since, other.since), until: until.flatMap { own in other.until.map { max(own, $0) } },
            position: max(position, other.position))
    }

    private init(since: Instant, until: Instant?, position: Position) {
        (self.since, self.until, self.position) = (since, until, position)
    }
}
