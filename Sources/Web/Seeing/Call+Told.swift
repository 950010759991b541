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

extension [Told] {
    fileprivate func event(at position: Position) -> Event? {
        for case .event(let place, let event) in self where place == position { return event }
        return nil
    }
}
