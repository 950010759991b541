// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The firings of a trigger for one place as its counts become known: when a count changes, those before it stay, and
/// those from there on are worked out anew.
struct FiringsSoFar {
    /// Everything that fired at any time.
    private(set) var known: [Firing.Key: Firing] = [:]
    private var fired: [Fired] = []
    private let trigger: Trigger
    private let subject: Firing.Subject
    private let acts: MadeForArea
    private let holds: (Candidate) -> Bool

    private struct Fired {
        /// The place of the newest episode among those that counted.
        let place: Int
        let firing: Firing
        /// The place of the one that it gave way to: one that was known before.
        var gaveWayTo: Int?
    }

    init(
        _ trigger: Trigger, _ subject: Firing.Subject, acts: MadeForArea, holds: @escaping (Candidate) -> Bool
    ) {
        (self.trigger, self.subject, self.acts, self.holds) = (trigger, subject, acts, holds)
    }

    /// Takes the episodes that count now, of which those before `first` are the same as the last time.
    mutating func take(_ counted: [CountedEpisode], from first: Int) {
        fired.removeAll { first <= $0.place }
        var anew: Set<Firing.Key> = []
        for place in fired.indices {
            guard let other = fired[place].gaveWayTo, first <= other else { continue }
            fired[place].gaveWayTo = nil
            anew.insert(fired[place].firing.key)
        }
        let begun = fired.count
        var last = newest()
        for candidate in trigger.rule.candidates(among: counted, from: first) {
            let isOpen = last.map { last in last.dealt.map { candidate.at < $0 } ?? true } ?? false
            if isOpen && !known.keys.contains(candidate.key(of: trigger, subject)) { continue }
            guard holds(candidate) else { continue }
            let place = counted.place(of: candidate.newest)
            if isOpen, let last, !known.keys.contains(fired[last.place].firing.key) {
                fired[last.place].gaveWayTo = place
            }
            fired.append(Fired(place: place, firing: candidate.firing(of: trigger, subject)))
            last = newest()
        }
        for (place, one) in fired.enumerated() where one.gaveWayTo == nil {
            if begun <= place || anew.contains(one.firing.key) { known[one.firing.key] = one.firing }
        }
    }

    /// The newest that stands, and when what it made was done.
    private func newest() -> (place: Int, dealt: Instant?)? {
        let standing = fired.indices.filter { fired[$0].gaveWayTo == nil }
        guard let last = standing.last else { return nil }
        return (last, acts.dealt(standing.map { fired[$0].firing }).last ?? nil)
    }
}
