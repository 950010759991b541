// SPDX-License-Identifier: MIT

import WorkingTime

extension Act {
    /// Checks what is decided of two records: that they are there and two, that nothing certain says they are two
    /// children, and that what is taken back stands.
    func checkJoining(in state: State) throws(Refusal) {
        switch word {
        case .childrenCompared:
            try check(.outcome, isOneOf: ChildComparison.Outcome.allCases.map(\.rawValue))
            let pair = details.pairedChildren
            guard pair.count == 2, details.numbers(.withChildren).count == 2 else { throw .childIsNotKnown }
            try checkApart(pair[0], pair[1], in: state)
        case .childrenJoined:
            guard let kept = details.child, let other = details.pairedChildren.first,
                details.numbers(.withChildren).count == 1
            else { throw .childIsNotKnown }
            try checkApart(kept, other, in: state)
            guard let first = state.children[kept], let second = state.children[other] else { throw .childrenAreJoined }
            for one in state.records(of: kept) {
                for next in state.records(of: other)
                where state.joins.comparison(of: one, next)?.outcome == .notSame { throw .decidedToBeTwo }
            }
            if let key = first.facts.contradiction(with: second.facts) { throw .recordsContradict(key) }
        case .childrenParted:
            guard let position = details.named, state.joins.join(at: position) != nil else {
                throw .entryIsNotHere(details.named ?? .beginning)
            }
        case .comparisonWithdrawn:
            guard let position = details.named, state.joins.comparison(at: position) != nil else {
                throw .entryIsNotHere(details.named ?? .beginning)
            }
        case .childErased:
            if let child = details.child, state.joins.isJoined(child) { throw .childrenAreJoined }
        default: break
        }
    }

    private func checkApart(_ one: ChildID, _ other: ChildID, in state: State) throws(Refusal) {
        guard state.record(one) != nil, state.record(other) != nil else { throw .childIsNotKnown }
        if state.shown(one) == state.shown(other) { throw .childrenAreJoined }
    }
}

extension ChildFacts {
    /// The first thing in which two records certainly differ, so that they can't be one child while both stand: two
    /// numbers of one kind that are given to one person only, or two birth dates that are both exact.
    public func contradiction(with other: ChildFacts) -> DetailKey? {
        for key in [DetailKey.nhsNumber, .upn, .policeReference, .homeOfficeReference] {
            if let own = identity.word(key)?.lettersAndDigits, let theirs = other.identity.word(key)?.lettersAndDigits,
                !own.isEmpty, !theirs.isEmpty, own != theirs
            {
                return key
            }
        }
        let certain = [self, other].map { facts in
            facts.identity.word(.bornCertainty).map { $0 == "exact" } ?? true ? facts.born : nil
        }
        if let own = certain[0], let theirs = certain[1], own != theirs { return .born }
        return nil
    }
}

extension State {
    /// What was placed on the one record while they were one, and is to stay on both when they part: a restriction, a
    /// shield and a hold never end because two records are parted.
    func keptWhenParting(_ join: ChildJoin, in parted: State) -> [(ChildID, EventWord, Details)] {
        guard let before = child(join.kept)?.facts.protection else { return [] }
        var kept: [(ChildID, EventWord, Details)] = []
        let reason = DetailValue.text("Placed while this record was joined with another; it stays on both.")
        for id in [parted.shown(join.kept), join.other] {
            let own = parted.child(id)?.facts.protection ?? ChildProtection()
            if let held = before.restriction, join.position < held.position, own.restriction?.position != held.position
            {
                kept.append(
                    (
                        id, .accessRestricted,
                        [.ground: .word(held.ground.rawValue), .names: .words(held.names), .reason: reason]
                    ))
            }
            if let held = before.shield, join.position < held.position, own.shield?.position != held.position {
                var details: Details = [.names: .words(held.names), .reason: reason]
                details[.until] = held.until.map { .time(.at($0)) }
                kept.append((id, .locationShielded, details))
            }
            if let held = before.legalHold, join.position < held.position, own.legalHold?.position != held.position {
                var details: Details = [.reason: reason]
                details[.until] = held.until.map { .time(.at($0)) }
                kept.append((id, .legalHoldPlaced, details))
            }
        }
        return kept
    }
}

extension String {
    /// Letters and digits alone, in capitals: how numbers are compared that people write with blanks and bars.
    fileprivate var lettersAndDigits: String { uppercased().filter { $0.isLetter || $0.isNumber } }
}
