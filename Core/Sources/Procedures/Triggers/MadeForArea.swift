// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What was done of the duties of the area that a trigger makes.
struct MadeForArea {
    /// For each of these duties, the acts that discharge it, in order.
    let acts: [[Mark]]

    /// For each of these firings, in the order of time, when every duty that it made was done; nil while one is not.
    func dealt(_ fired: [Firing]) -> [Instant?] {
        var dealt: [Instant?] = fired.map(\.at)
        let occasions = acts.contains { !$0.isEmpty } ? fired.compactMap { AreaOccasion($0) } : []
        for acts in acts {
            let done = acts.isEmpty ? [:] : AreaBook.done(occasions, by: acts)
            for place in dealt.indices {
                guard let last = dealt[place] else { continue }
                dealt[place] = done[place].map { max(last, $0.clockTime) }
            }
        }
        return dealt
    }
}
