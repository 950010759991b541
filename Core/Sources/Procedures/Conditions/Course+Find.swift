// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Where a mark stands: among the course's own, or among those of the child's record.
enum MarkPlace {
    case own(Int)
    case child(Int)

    /// The place among the course's own marks.
    var own: Int? { if case .own(let place) = self { place } else { nil } }
}

extension Course {
    func mark(_ place: MarkPlace) -> Mark {
        switch place {
        case .own(let place): marks[place]
        case .child(let place): childMarks[place]
        }
    }

    func time(of place: MarkPlace) -> Instant {
        switch place {
        case .own(let place): marks[place].clockTime
        case .child(let place): childMarks[place].clockTime
        }
    }

    private func position(of place: MarkPlace) -> Position {
        switch place {
        case .own(let place): marks[place].position
        case .child(let place): childMarks[place].position
        }
    }

    /// Whether any event of these words has happened.
    func mayHold(_ wanted: EventWords) -> Bool {
        !wanted.isDisjoint(with: words) || !wanted.isDisjoint(with: childWords)
    }

    /// The place of the first such event among the course's own.
    func firstPlace(of event: FirstEvent) -> Int? {
        let marks = marks
        for place in marks.indices where event.words.contains(marks[place].word) && event.isSuch(marks[place]) {
            return place
        }
        return nil
    }

    /// The first event of the course or the child's record that matches.
    func first(_ match: Match) -> Mark? {
        guard let first else { return nil }
        return self.first(match, from: first, afterMark: nil, until: nil).map(mark)
    }

    /// The last event that matches: of the course where there is one, else of the child's record.
    func last(_ match: Match) -> Mark? {
        if !match.wordSet.isDisjoint(with: words) {
            let marks = marks
            if let place = marks.indices.last(where: { match.accepts(marks, $0) }) { return marks[place] }
        }
        guard namesChild(match) else { return nil }
        let childMarks = childMarks
        return childMarks.indices.last { match.accepts(childMarks, $0) }.map { childMarks[$0] }
    }

    /// Every event of the course or the child's record that matches, in the order in which they happened.
    func all(_ match: Match, from: Instant) -> [MarkPlace] {
        var found: [MarkPlace] = []
        if !match.wordSet.isDisjoint(with: words) {
            let marks = marks
            for place in marks.indices where match.accepts(marks, place) && from <= marks[place].clockTime {
                found.append(.own(place))
            }
        }
        guard namesChild(match) else { return found }
        let childMarks = childMarks
        let ownCount = found.count
        for place in childMarks.indices where match.accepts(childMarks, place) && from <= childMarks[place].clockTime {
            found.append(.child(place))
        }
        // Each of both stands in order already.
        guard ownCount > 0, ownCount < found.count else { return found }
        return found.sorted { (time(of: $0), position(of: $0)) < (time(of: $1), position(of: $1)) }
    }

    /// The first matching event in a stretch of time.
    func first(_ match: Match, from: Instant, afterMark: Int?, until: Instant?) -> MarkPlace? {
        var found: MarkPlace?
        if !match.wordSet.isDisjoint(with: words) {
            let marks = marks
            for place in (afterMark.map { $0 + 1 } ?? 0)..<marks.count {
                guard match.wordSet.contains(marks[place].word) else { continue }
                let at = marks[place].clockTime
                if let until, until < at { break }
                guard from <= at, match.accepts(marks, place) else { continue }
                found = .own(place)
                break
            }
        }
        guard namesChild(match) else { return found }
        let childMarks = childMarks
        for place in childMarks.indices {
            let at = childMarks[place].clockTime
            if let until, until < at { break }
            guard from <= at, match.accepts(childMarks, place) else { continue }
            if let found, time(of: found) <= at { return found }
            return .child(place)
        }
        return found
    }

    private func namesChild(_ match: Match) -> Bool {
        match.namesChildWords && !match.wordSet.isDisjoint(with: childWords)
    }
}
