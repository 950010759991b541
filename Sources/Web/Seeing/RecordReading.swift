// SPDX-License-Identifier: MIT

import Casework
import Partnership
import WorkingTime

/// Reads entries of a child's record with their words, as far as one reader may see them.
struct RecordReading: Sendable {
    let partnership: Partnership
    let state: State
    let now: Instant

    /// In the order of `marks`. What the reader may not see isn't read.
    func told(_ marks: [Mark], of child: Child, as seen: Seen) async throws -> [Told] {
        let words = corrected(marks, of: child)
        let shown = marks.filter { seen.shows($0.word) && seen.shows(words[$0.position] ?? $0.word) }
        let whole = try await partnership.whole(shown.map(\.position))
        return whole.compactMap { recorded in
            switch Told(recorded) {
            case .event(let position, let event):
                seen.cut(event, as: words[position] ?? event.word).map { .event(position, withoutHome($0, to: seen)) }
            case .unreadable(let position): seen.sees(.episode) ? .unreadable(position) : nil
            case .erased(let position): seen.sees(.episode) ? .erased(position) : nil
            }
        }
    }

    /// Whose account it is says where the child lives, where it is the home's.
    private func withoutHome(_ event: Event, to seen: Seen) -> Event {
        let telling = Telling(state: state, now: now)
        guard [.accountReceived, .accountSettled].contains(event.word), !seen.sees(.location),
            telling.isWhereChildrenLive(event.details.word(.agency).map { AgencyID($0) })
        else { return event }
        var details = event.details
        details[.agency] = nil
        return event.saying(details)
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
