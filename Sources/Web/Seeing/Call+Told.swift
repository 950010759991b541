// SPDX-License-Identifier: MIT

import Casework
import Partnership

extension Call {
    /// Entries of a child's record with their words, in the order of `marks`, as far as the visitor may see them. What
    /// they may not see isn't read.
    func told(_ marks: [Mark], of child: Child, as reader: Seen? = nil) async throws -> [Told] {
        let seen = reader ?? seen(of: child.id)
        let words = corrected(marks, of: child)
        let shown = marks.filter { seen.shows($0.word) && seen.shows(words[$0.position] ?? $0.word) }
        let whole = try await site.partnership.whole(shown.map(\.position))
        return whole.compactMap { recorded in
            switch Told(recorded) {
            case .event(let position, let event):
                seen.cut(event, as: words[position] ?? event.word).map { .event(position, $0) }
            case .unreadable(let position): seen.sees(.episode) ? .unreadable(position) : nil
            case .erased(let position): seen.sees(.episode) ? .erased(position) : nil
            }
        }
    }

    /// Of what each correction among `marks` is: it belongs where that entry does.
    private func corrected(_ marks: [Mark], of child: Child) -> [Position: EventWord] {
        let corrections = marks.filter { $0.word == .corrected }
        if corrections.isEmpty { return [:] }
        let all = child.history.recorded + state.episodes(of: child.id).flatMap(\.history.recorded)
        let words = Dictionary(all.map { ($0.position, $0.word) }) { first, _ in first }
        return Dictionary(
            corrections.map { mark in
                let target = mark.details.number(.what).map { Position(Int64($0)) }
                return (mark.position, target.flatMap { words[$0] } ?? .corrected)
            }, uniquingKeysWith: { first, _ in first })
    }
}
