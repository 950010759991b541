// SPDX-License-Identifier: MIT

import Casework
import Matching
import Partnership
import WorkingTime

/// A child who may be meant, and why.
struct LikelyChild {
    let child: Child
    /// Sentences about names and birth date, and that it may be a brother or sister.
    let why: String
    /// Whether it is likelier a brother or sister of whom is meant.
    var isFamily = false
}

/// Finds whom somebody may mean whose typing differs from the record: names spelt in another way or exchanged, a birth
/// date with a slip, a year or an age.
///
/// What is shown rests on the child alone and not on rivals, so that nothing can be told of one whom the visitor may
/// not see.
struct LikelyChildren {
    private let call: Call
    private let index: ChildIndex?

    init(_ call: Call) {
        self.call = call
        index = call.site.configuration.children
    }

    /// Below this a child is not shown; a brother or sister of one who is shown, down to the second.
    static let leastOdds = -4.0
    static let leastOddsOfFamily = -10.0
    /// From here on a child whom the visitor may not see counts as one who was searched for.
    private static let meantOdds = 3.0
    private static let most = 5

    /// By what was typed into one box: names, and a birth date, a year or an age.
    func of(_ text: String, besides found: Set<ChildID>) -> (seen: [LikelyChild], hidden: [ChildID]) {
        var child = SoughtChild(reference: "")
        var words: [Substring] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let date = ChildFinder.date(String(word)) {
                child.born = date
            } else if let number = Int(word) {
                if (1_990...2_100).contains(number) {
                    child.born = CivilDate(year: number, month: 1, day: 1)
                    child.isBirthDateAssumed = true
                } else if (0...25).contains(number) {
                    child.ageYears = number
                }
            } else {
                words.append(word)
            }
        }
        child.takeName(words.joined(separator: " "))
        return of(child, besides: found)
    }

    /// By everything that was said of a child.
    func of(_ sought: SoughtChild, besides found: Set<ChildID> = []) -> (seen: [LikelyChild], hidden: [ChildID]) {
        guard let index, sought.forename.count + sought.surname.count > 2 else { return ([], []) }
        let answer = index.answer(sought, in: call.state, on: call.today, limit: 30)
        var (seen, hidden): ([LikelyChild], [ChildID]) = ([], [])
        var hasBest = !found.isEmpty
        for candidate in answer.candidates {
            guard let number = UInt32(candidate.reference), let child = call.state.child(ChildID(number: number)) else {
                continue
            }
            guard call.access.maySee(.identity, of: child.id) else {
                if candidate.logOddsAlone >= Self.meantOdds { hidden.append(child.id) }
                continue
            }
            if found.contains(child.id) || seen.count == Self.most { continue }
            let isFamily = hasBest && candidate.evidence.hasFamilyNameOnly
            if !isFamily, !isNameAlike(candidate.evidence) { continue }
            guard candidate.logOddsAlone >= (isFamily ? Self.leastOddsOfFamily : Self.leastOdds) else { continue }
            hasBest = true
            seen.append(
                LikelyChild(
                    child: child, why: why(candidate.evidence, index.weights, isFamily: isFamily),
                    isFamily: isFamily))
        }
        if let best = seen.first?.child ?? found.first.flatMap({ found.count == 1 ? call.state.child($0) : nil }) {
            let shown = found.union(seen.map(\.child.id))
            seen += family(of: best, index).filter { !shown.contains($0.child.id) }
        }
        return (seen, hidden)
    }

    /// Who lives with the likeliest child under the same surname, where the visitor may know where both live: the
    /// brother or sister for whom the child may be taken.
    private func family(of best: Child, _ index: ChildIndex) -> [LikelyChild] {
        guard call.access.maySee(.location, of: best.id) else { return [] }
        let answer = index.answer(SoughtChild(best), in: call.state, on: call.today)
        let members = answer.candidates.compactMap { candidate -> LikelyChild? in
            guard candidate.evidence.hasFamilyNameOnly, candidate.evidence.home.isHousehold,
                let number = UInt32(candidate.reference), let child = call.state.child(ChildID(number: number)),
                call.access.maySee(.identity, of: child.id), call.access.maySee(.location, of: child.id)
            else { return nil }
            return LikelyChild(
                child: child,
                why: "Perhaps a brother or sister of whom you mean. Same surname and home as \(best.facts.name).",
                isFamily: true)
        }
        return Array(members.prefix(2))
    }

    /// A birth date alone shows nobody: a name has to fit, the forename well where the surname does not.
    private func isNameAlike(_ evidence: Evidence) -> Bool {
        switch evidence.surname.likeness {
        case .loose, .different, .initialDiffers:
            [.same, .speltAlike, .equivalent].contains(evidence.forename.likeness)
        default: !evidence.hasFamilyNameOnly
        }
    }

    /// Only of what whoever may see a child's identity may read there: names, sex and birth date.
    private func why(_ evidence: Evidence, _ weights: Weights, isFamily: Bool) -> String {
        let shown: [Reason.Aspect] = [.forename, .surname, .secondForename, .birthDate]
        var sentences = weights.reasons(for: evidence).filter { shown.contains($0.aspect) }.map(\.sentence)
        if isFamily { sentences.insert("Perhaps a brother or sister of whom you mean.", at: 0) }
        return sentences.joined(separator: " ")
    }
}
