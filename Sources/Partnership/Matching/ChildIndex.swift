// SPDX-License-Identifier: MIT

import Casework
import Matching
import Synchronization
import WorkingTime

/// Answers who a child may be, among all children of the record as it is now.
///
/// The index is made when it is first asked and holds nothing that the record does not. What is registered or changed
/// afterwards stands beside it until there is enough to make it anew; when a record was erased it is made anew at once.
public final class ChildIndex: Sendable {
    private struct Kept {
        var position: Position?
        var register: MatchRegister?
        var newer: MatchRegister?
        var replaced: Set<String> = []
        /// By number, what was known of each child when the register was made.
        var known: [Details?] = []
    }

    private let names: NameKnowledge
    public let weights: Weights
    /// The children of the record who may be one child.
    public let pairs: LikelyPairs
    private let kept = Mutex(Kept())

    public init(names: NameKnowledge, weights: Weights) {
        (self.names, self.weights) = (names, weights)
        pairs = LikelyPairs(names: names, weights: weights)
    }

    /// Who it may be, the likeliest first.
    public func answer(_ child: SoughtChild, in state: State, on date: CivilDate, limit: Int = 10) -> MatchAnswer {
        matcher(in: state, on: date).answer(child, limit: limit)
    }

    /// What answers for a state; make one and keep it where many are asked about.
    public func matcher(in state: State, on date: CivilDate) -> Matcher {
        kept.withLock { kept in
            if kept.position != state.position { renew(&kept, state) }
            guard let register = kept.register else {
                return Matcher(register: MatchRegister([], names: names), weights: weights, on: date)
            }
            guard let newer = kept.newer else { return Matcher(register: register, weights: weights, on: date) }
            return Matcher(register: register, newer: newer, replaced: kept.replaced, weights: weights, on: date)
        }
    }

    private func renew(_ kept: inout Kept, _ state: State) {
        kept.position = state.position
        guard let register = kept.register, let changed = changed(since: kept.known, in: state),
            changed.count <= max(100, register.count / 50)
        else { return make(&kept, state) }
        let joined = kept.known.indices.filter { number in
            kept.known[number] != nil && state.shown(ChildID(number: UInt32(number))).number != number
        }
        if changed.isEmpty, joined.isEmpty {
            (kept.newer, kept.replaced) = (nil, [])
            return
        }
        var builder = MatchRegister.Builder(names: names)
        for child in changed { builder.add(SoughtChild(child)) }
        kept.newer = builder.built(beside: register)
        kept.replaced = Set(changed.map { String($0.id.number) } + joined.map(String.init))
    }

    private func make(_ kept: inout Kept, _ state: State) {
        var builder = MatchRegister.Builder(names: names)
        var known = [Details?](repeating: nil, count: Int(state.children.highest) + 1)
        for child in state.children.values {
            builder.add(SoughtChild(child))
            known[Int(child.id.number)] = child.facts.identity
        }
        kept.register = builder.built()
        (kept.newer, kept.replaced, kept.known) = (nil, [], known)
    }

    /// Who was registered or whose details changed; nil where somebody is no longer there.
    private func changed(since known: [Details?], in state: State) -> [Child]? {
        var changed: [Child] = []
        var there = 0
        for child in state.children.values {
            let number = Int(child.id.number)
            guard number < known.count, let before = known[number] else {
                changed.append(child)
                continue
            }
            there += 1
            // A child with several records is found by the names and homes of each.
            if before != child.facts.identity || state.joins.isJoined(child.id) { changed.append(child) }
        }
        // A record that was joined to another is found under that one, and its own row counts no more.
        let wereThere = known.indices.reduce(0) { count, number in
            let isThere = known[number] != nil && state.shown(ChildID(number: UInt32(number))).number == number
            return count + (isThere ? 1 : 0)
        }
        return there == wereThere ? changed : nil
    }
}
