// SPDX-License-Identifier: MIT

import Casework
import Dispatch
import Matching
import Synchronization
import WorkingTime

/// Two children of the record who may be one, and what speaks for it.
public struct LikelyPair: Sendable {
    /// The lower number first.
    public let first: ChildID
    public let second: ChildID
    /// Natural logarithm of the odds that they are one.
    public let logOdds: Float
    public let reasons: [Reason]
}

/// Finds the children who may stand in the record more than once, and remembers them until somebody's name, birth date,
/// home or number changes.
///
/// Of a small record they are found when they are asked for; of a large one beside, and whoever asks is given what was found
/// last.
public final class LikelyPairs: Sendable {
    /// What was found, and whether something was registered or changed since that is still being looked at.
    public struct Found: Sendable {
        public let pairs: [LikelyPair]
        public let isBeingWorkedOut: Bool
    }

    private struct Kept {
        var position: Position?
        var signature: Int?
        var pairs: [LikelyPair] = []
        var isWorking = false
    }

    /// Up to this many children are compared while somebody waits.
    private static let mostAtOnce = 5_000

    private let names: NameKnowledge
    private let weights: Weights
    private let kept = Mutex(Kept())

    init(names: NameKnowledge, weights: Weights) { (self.names, self.weights) = (names, weights) }

    /// The likeliest pairs first.
    public func find(in state: State) -> Found {
        let known = kept.withLock { $0 }
        if known.position == state.position { return Found(pairs: known.pairs, isBeingWorkedOut: false) }
        let signature = LikelyPairs.signature(of: state)
        if known.signature == signature {
            kept.withLock { $0.position = state.position }
            return Found(pairs: known.pairs, isBeingWorkedOut: false)
        }
        if state.children.count <= Self.mostAtOnce {
            return Found(pairs: work(state, signature), isBeingWorkedOut: false)
        }
        let isFree = kept.withLock { kept in
            defer { kept.isWorking = true }
            return !kept.isWorking
        }
        if isFree {
            DispatchQueue.global(qos: .utility).async {
                _ = self.work(state, signature)
                self.kept.withLock { $0.isWorking = false }
            }
        }
        // Nobody is shown who is no longer there, or has become one with another.
        let standing = known.pairs.filter { state.children.contains($0.first) && state.children.contains($0.second) }
        return Found(pairs: standing, isBeingWorkedOut: true)
    }

    private func work(_ state: State, _ signature: Int) -> [LikelyPair] {
        let children = Array(state.children.values)
        let register = MatchRegister(children.map { SoughtChild($0) }, names: names)
        let finding = DuplicatePairs(register, weights: weights)
        let found = DuplicatePairs.settled(finding.pairs(of: 0..<register.count), among: register.count)
        let pairs = found.sorted { (-$0.logOdds, $0.first, $0.second) < (-$1.logOdds, $1.first, $1.second) }
            .map { pair in
                LikelyPair(
                    first: children[pair.first].id, second: children[pair.second].id, logOdds: pair.logOdds,
                    reasons: weights.reasons(for: finding.evidence(for: pair)))
            }
        kept.withLock { kept in
            // Somebody else may have been quicker with a newer record.
            guard kept.position.map({ $0 < state.position }) ?? true else { return }
            (kept.position, kept.signature, kept.pairs) = (state.position, signature, pairs)
        }
        return pairs
    }

    /// The same as long as nobody was registered, changed, joined or parted.
    private static func signature(of state: State) -> Int {
        var hasher = Hasher()
        for child in state.children.values {
            hasher.combine(child.id)
            hasher.combine(child.facts.identity)
            hasher.combine(child.facts.formerly)
        }
        return hasher.finalize()
    }
}
