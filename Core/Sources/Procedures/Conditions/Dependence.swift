// SPDX-License-Identifier: MIT

import Casework

/// What a predicate's answer may follow from: it is asked anew only where some of that has changed, or where it turns
/// by itself.
struct Dependence: Sendable {
    /// What followed from the episode's events so far.
    var onFacts = false
    /// Spans of the child's record: placements, statuses, risks, allocations, the pen picture.
    var onChild = false
    /// Events of these words in the course.
    var onWords = EventWords.none
    /// Nothing is known about it.
    var onAnything = false

    static let anything = Dependence(onAnything: true)
    static let facts = Dependence(onFacts: true)
    static let child = Dependence(onChild: true)
    static let time = Dependence()
    static func words(_ words: EventWords) -> Dependence { Dependence(onWords: words) }

    func and(_ other: Dependence) -> Dependence {
        Dependence(
            onFacts: onFacts || other.onFacts, onChild: onChild || other.onChild,
            onWords: onWords.union(other.onWords), onAnything: onAnything || other.onAnything)
    }
}
