// SPDX-License-Identifier: MIT

import Casework
import Partnership

extension Call {
    /// Entries of a child's record with their words, in the order of `marks`, as far as the visitor may see them. What
    /// they may not see isn't read.
    func told(_ marks: [Mark], of child: Child, as reader: Seen? = nil) async throws -> [Told] {
        try await RecordReading(partnership: site.partnership, state: state, now: now)
            .told(marks, of: child, as: reader ?? seen(of: child.id))
    }

    /// The same with the pen picture in force, read together: a page waits for the ledger once.
    func toldWithPenPicture(_ marks: [Mark], of child: Child) async throws -> (told: [Told], penPicture: Event?) {
        guard let mark = child.facts.penPicture else { return (try await told(marks, of: child), nil) }
        if marks.contains(where: { $0.position == mark.position }) {
            let told = try await told(marks, of: child)
            return (told, told.event(at: mark.position))
        }
        var told = try await told(marks + [mark], of: child)
        let written = told.event(at: mark.position)
        told.removeAll { $0.position == mark.position }
        return (told, written)
    }
}

extension [Told] {
    fileprivate func event(at position: Position) -> Event? {
        for case .event(let place, let event) in self where place == position { return event }
        return nil
    }
}
