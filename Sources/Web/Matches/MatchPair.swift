// SPDX-License-Identifier: MIT

import Casework
import Matching
import Partnership
import WorkingTime

/// Two children of whom the reader may see both, with what is known of whether they are one.
struct MatchPair {
    let first: Child
    let second: Child
    /// What speaks for and against; nothing where nobody compared them.
    let reasons: [Reason]
    let logOdds: Float?
    /// What was decided last, and not taken back.
    let decision: ChildComparison?
    /// In what they certainly differ, so that they can't be joined while both stand.
    var contradiction: DetailKey? { first.facts.contradiction(with: second.facts) }

    init(_ first: Child, _ second: Child, _ likely: LikelyPair?, in state: State) {
        (self.first, self.second) = first.id < second.id ? (first, second) : (second, first)
        (reasons, logOdds) = (likely?.reasons ?? [], likely?.logOdds)
        decision = state.comparison(of: first.id, second.id)
    }

    var path: String { "/matches/pair?one=\(first.id.number)&other=\(second.id.number)" }

    /// How likely it is, in words.
    var likelihood: Tag {
        guard let logOdds else { return Tag("Not found by likeness", .plain) }
        return switch logOdds {
        case 5...: Tag("Very likely one child", .wait)
        case 2..<5: Tag("Likely one child", .wait)
        default: Tag("Perhaps one child", .plain)
        }
    }

    /// The same words with the surest reasons for it: as a list tells them in one line.
    var shortly: String {
        let strongest = reasons.filter { 0.7 < $0.weight }.sorted { $0.weight > $1.weight }.prefix(3)
        return strongest.map(\.sentence).joined(separator: " ")
    }
}

/// The pairs that one reader may decide on.
struct MatchPairs {
    /// Not decided yet, the likeliest first; then those of whom somebody was not sure.
    let open: [MatchPair]
    /// Decided to be one child, and not joined yet.
    let toJoin: [MatchPair]
    let isBeingWorkedOut: Bool
    /// Whether likenesses are looked for at all.
    let isLooking: Bool

    init(_ call: Call) {
        let state = call.state
        let index = call.site.configuration.children
        let found = index?.pairs.find(in: state)
        isLooking = index != nil
        isBeingWorkedOut = found?.isBeingWorkedOut ?? false
        let pairs = (found?.pairs ?? []).compactMap { likely -> MatchPair? in
            guard let first = state.child(likely.first), let second = state.child(likely.second),
                call.access.mayCompare(first.id, second.id)
            else { return nil }
            return MatchPair(first, second, likely, in: state)
        }
        var known = Set(pairs.map { [$0.first.id, $0.second.id] })
        let decided = state.joins.comparisons.filter { $0.withdrawn == nil && $0.outcome != .notSame }
        let besides = decided.compactMap { comparison -> MatchPair? in
            let ids = [state.shown(comparison.first), state.shown(comparison.second)].sorted()
            guard ids[0] != ids[1], call.access.mayCompare(ids[0], ids[1]), let first = state.child(ids[0]),
                let second = state.child(ids[1]), known.insert(ids).inserted
            else { return nil }
            return MatchPair(first, second, nil, in: state)
        }
        let all = pairs + besides
        toJoin = all.filter { $0.decision?.outcome == .same }
        open = all.filter { $0.decision == nil } + all.filter { $0.decision?.outcome == .notSure }
    }
}

extension Reason {
    /// How much it says, in words: nothing here is a number that somebody could take for a score of a child.
    var strength: String {
        switch weight {
        case 5...: "speaks very strongly for it"
        case 2.5..<5: "speaks strongly for it"
        case 0.7..<2.5: "speaks for it"
        case -0.7..<0.7: "says little"
        case -2.5 ..< -0.7: "speaks against it"
        case -5 ..< -2.5: "speaks strongly against it"
        default: "speaks very strongly against it"
        }
    }
}
