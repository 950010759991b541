// SPDX-License-Identifier: MIT

extension EventWord {
    /// Whether it tells of two records that may be of one child.
    var isOfTwoRecords: Bool {
        switch self {
        case .childrenCompared, .comparisonWithdrawn, .childrenJoined, .childrenParted: true
        default: false
        }
    }
}

extension Access {
    /// Whether they may decide that two records are of one child, or not: only who may know of
    /// both, who they are and where they live.
    public func mayCompare(_ one: ChildID, _ other: ChildID) -> Bool {
        actor.role.mayRecord(.childrenCompared) && seesWho(one) && seesWho(other)
    }

    /// Whether they may have two records shown as one, or part them again.
    ///
    /// Joining shows to whoever works with the one record what is recorded in the other, so it takes one whose work the
    /// record is, and who sees both.
    public func mayJoin(_ one: ChildID, _ other: ChildID) -> Bool {
        actor.role.mayRecord(.childrenJoined) && seesWho(one) && seesWho(other)
    }

    /// Whether an act on two records is theirs. What it takes back is about the same two.
    public func mayDecide(_ act: Act) -> Bool {
        switch act.word {
        case .childrenCompared:
            let pair = act.details.pairedChildren
            return pair.count == 2 && mayCompare(pair[0], pair[1])
        case .childrenJoined:
            guard let kept = act.details.child, let other = act.details.pairedChildren.first else { return false }
            return mayJoin(kept, other)
        case .comparisonWithdrawn:
            guard let known = act.details.named.flatMap({ state.joins.comparison(at: $0) }) else { return false }
            return mayCompare(known.first, known.second)
        case .childrenParted:
            guard let known = act.details.named.flatMap({ state.joins.join(at: $0) }) else { return false }
            return mayJoin(known.kept, known.other)
        default: return true
        }
    }

    /// Whether they may read what was decided of two records, whatever became of it.
    func mayReadJoining(_ event: Event) -> Bool {
        let named = event.details.named
        let taken =
            state.joins.joins.first { $0.position == named }.map { [$0.kept, $0.other] }
            ?? state.joins.comparisons.first { $0.position == named }.map { [$0.first, $0.second] }
        let children: [ChildID] =
            switch event.word {
            case .childrenJoined, .childrenCompared:
                [event.details.child].compactMap(\.self) + event.details.pairedChildren
            default: taken ?? []
            }
        return actor.role.mayRecord(.childrenCompared) && !children.isEmpty && children.allSatisfy(seesWho)
    }

    /// Where a child lives is half of what tells two children apart, so it takes one who may see that too.
    private func seesWho(_ id: ChildID) -> Bool {
        maySee(.existence, of: id) && maySee(.identity, of: id) && maySee(.location, of: id)
    }
}
