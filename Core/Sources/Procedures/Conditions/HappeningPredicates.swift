// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension PredicateForm {
    /// What has happened, and what has not yet.
    static let happeningPredicates: [PredicateForm] = [
        PredicateForm(
            name: "happened", takes: "{ event: notified, to: police }",
            means: "Such an event has happened; `atLeast`, `atMost` and `within` count and limit them."
        ) { node, faults in faults.happening(node) },
        PredicateForm(
            name: "not-yet", takes: "{ event: notified, to: police }", means: "No such event has happened."
        ) { node, faults in
            guard let match = faults.match(node) else { return nil }
            return .predicate(
                Predicate(
                    written: "not-yet: \(match.spoken)", holds: { !$0.has(match) },
                    says: { _ in "not yet \(match.spoken)" }, turns: match.childTurns,
                    depends: .words(match.wordSet), key: "not-yet \(match.key)", event: match.first(ends: true)))
        },
        words(
            "reported-to", "A report was made to them.", takes: "police", among: nil,
            on: .facts.and(.words([.reported])),
            holds: { moment, words in
                moment.episodeMarks.contains {
                    $0.word == .reported && ($0.details.word(.to).map(words.contains) ?? false)
                }
            },
            says: { _, words in "a report went to \(words.joined(separator: " or "))" }),
    ]
}

extension Faults {
    fileprivate func happening(_ node: PackNode) -> Condition? {
        let extra = ["atLeast", "atMost", "within"]
        guard let match = match(node, alsoKnown: extra) else { return nil }
        let atLeast = node["atLeast"].map { number($0, "“atLeast”") }
        let atMost = node["atMost"].map { number($0, "“atMost”", least: 0) }
        let within = node["within"].map { elapsed($0, "“within”") }
        if atLeast == .some(nil) || atMost == .some(nil) || within == .some(nil) { return nil }
        // At most so many is true of none at all; a lower bound has to be asked for with it.
        let least = (atLeast ?? nil) ?? (atMost == nil ? 1 : 0)
        let most = (atMost ?? nil) ?? Int.max
        let length = within ?? nil
        let counts = atLeast != nil || atMost != nil || length != nil
        var turning = match.childTurns
        if let length {
            turning = { course in
                let found = (course.marks + course.childMarks).filter(match.accepts)
                return found.map(\.clockTime) + found.map { $0.clockTime + length }
            }
        }
        return .predicate(
            Predicate(
                written: "happened: \(match.spoken)",
                holds: { moment in
                    guard counts else { return moment.has(match) }
                    let since = length.map { moment.at - $0 }
                    let count = moment.matching(match).count { mark in since.map { $0 < mark.clockTime } ?? true }
                    return (least...most).contains(count)
                },
                says: { moment in
                    guard let mark = moment.matching(match).last else { return "not yet \(match.spoken)" }
                    return "\(match.spoken) (\(mark.by.spoken), \(Why.instant(mark.clockTime)))"
                },
                turns: turning, depends: .words(match.wordSet),
                key: "happened \(match.key) \(least) \(most) \(length.map { "\($0.seconds)" } ?? "ever")",
                event: counts ? nil : match.first(ends: false)))
    }
}

extension Match {
    /// Turned by the first event that matches.
    fileprivate func first(ends: Bool) -> FirstEvent {
        FirstEvent(words: wordSet, isSuch: { accepts($0) }, ends: ends, inCourse: !namesChildWords)
    }

    /// When events of the child's own record that match happened: they're no steps of the episode.
    fileprivate var childTurns: PredicateForm.Turns? {
        guard namesChildWords else { return nil }
        return { course in course.childMarks.filter(accepts).map(\.clockTime) }
    }
}
