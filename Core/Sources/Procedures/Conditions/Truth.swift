// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// At which knots of a course each condition of a pack holds: one bit a knot, worked out when it is first asked for.
struct Truth {
    let course: Course
    let table: ConditionTable
    /// The course's knots, and the instants at which predicates turn by themselves.
    let knots: [Moment.Knot]
    /// The next instant after the course's end at which some predicate turns by itself.
    private(set) var nextTurn: Instant?
    /// How many machine words a row has: one for 64 knots.
    private let width: Int
    /// A row for each node, then those of ``Extra``, then one for each turning predicate.
    private var rows: [UInt64]
    private var isSettled: [Bool]

    private enum Extra: Int, CaseIterable {
        /// Every knot.
        case all
        /// Those of the course itself.
        case own
        /// Where something followed from an event.
        case facts
        /// Where the child's record says that something began or ended.
        case child
    }

    init(_ course: Course, _ table: ConditionTable) {
        self.course = course
        self.table = table
        var turns: [(predicate: Int, at: [Instant])] = []
        var next: Instant?
        for (place, predicate) in table.turning.enumerated() {
            guard let found = table.predicates[predicate].turns?(course), !found.isEmpty else { continue }
            turns.append((place, found))
            for instant in found where course.now < instant { next = min(next ?? instant, instant) }
        }
        knots = turns.isEmpty ? course.knots : course.knots(with: turns.flatMap(\.at))
        nextTurn = next
        width = max(1, (knots.count + 63) / 64)
        let count = table.nodes.count + Extra.allCases.count + table.turning.count
        rows = Array(repeating: 0, count: count * width)
        isSettled = Array(repeating: false, count: table.nodes.count)
        mark(turns)
    }

    private mutating func mark(_ turns: [(predicate: Int, at: [Instant])]) {
        var own = 0
        var count = 0
        for place in knots.indices {
            let knot = knots[place]
            set(.all, place)
            if own < course.knots.count, course.knots[own].at == knot.at {
                own += 1
                set(.own, place)
            }
            if place == 0 || course.changesFacts(from: count, to: knot.count) { set(.facts, place) }
            if place == 0 || course.childTurns.contains(knot.at) { set(.child, place) }
            count = knot.count
        }
        for turn in turns {
            let row = turnRow(turn.predicate)
            for instant in turn.at { if let place = place(of: instant) { set(row, place) } }
        }
    }

    // MARK: Asking

    /// The first stretch of knots, from the given one on, through which a duty is needed.
    mutating func need(_ asked: Asked, from first: Int) -> Need? {
        settle(asked.when)
        var from = first
        guard let began = place(from: &from, { truth, word in
            truth.needed(asked, word)
        }) else { return nil }
        from = began + 1
        let ceased = place(from: &from) { truth, word in
            truth.knots(of: asked, word) & ~truth.rows[asked.when * truth.width + word]
        }
        return Need(began: knots[began], ceased: ceased.map { knots[$0] }, next: (ceased ?? knots.count) + 1)
    }

    /// What a duty asks, by nodes; and the turning predicates in it, at whose turns it is looked at too.
    struct Asked {
        let when: Int
        let once: Int?
        let covers: Int?
        let turning: [Int]
    }

    private mutating func needed(_ asked: Asked, _ word: Int) -> UInt64 {
        var bits = rows[asked.when * width + word]
        guard bits != 0 else { return 0 }
        bits &= knots(of: asked, word)
        guard bits != 0 else { return 0 }
        if let once = asked.once {
            settle(once)
            bits &= rows[once * width + word]
        }
        guard bits != 0 else { return 0 }
        if let covers = asked.covers {
            settle(covers)
            bits &= rows[covers * width + word]
        }
        return bits
    }

    private func knots(of asked: Asked, _ word: Int) -> UInt64 {
        var bits = rows[row(.own) + word]
        for place in asked.turning { bits |= rows[turnRow(place) + word] }
        return bits
    }

    /// The first knot from the given one on whose bit is set in the words that `bits` gives.
    private mutating func place(from: inout Int, _ bits: (inout Truth, Int) -> UInt64) -> Int? {
        while from < knots.count {
            let word = from >> 6
            let rest = bits(&self, word) & (UInt64.max << UInt64(from & 63))
            if rest != 0 { return word << 6 + rest.trailingZeroBitCount }
            from = (word + 1) << 6
        }
        return nil
    }

    // MARK: Working out

    private mutating func settle(_ node: Int) {
        guard !isSettled[node] else { return }
        isSettled[node] = true
        let shape = table.nodes[node]
        let row = node * width
        switch shape.kind {
        case .predicate: settle(shape.first, into: row)
        case .not:
            let part = table.parts[shape.first]
            settle(part)
            for word in 0..<width { rows[row + word] = rows[self.row(.all) + word] & ~rows[part * width + word] }
        case .all:
            for word in 0..<width { rows[row + word] = rows[self.row(.all) + word] }
            for place in shape.first..<shape.first + shape.count {
                let part = table.parts[place]
                settle(part)
                var left: UInt64 = 0
                for word in 0..<width {
                    rows[row + word] &= rows[part * width + word]
                    left |= rows[row + word]
                }
                if left == 0 { return }
            }
        case .any:
            for place in shape.first..<shape.first + shape.count {
                let part = table.parts[place]
                settle(part)
                for word in 0..<width { rows[row + word] |= rows[part * width + word] }
            }
        }
    }

    private mutating func settle(_ index: Int, into row: Int) {
        let predicate = table.predicates[index]
        if let event = predicate.event { return settle(event, into: row) }
        var holds = false
        for place in knots.indices {
            if place == 0 || mayTurn(predicate, index, at: place) {
                holds = predicate.holds(course.moment(knots[place]))
            }
            if holds { set(row, place) }
        }
    }

    private func mayTurn(_ predicate: Predicate, _ index: Int, at place: Int) -> Bool {
        let depends = predicate.depends
        if depends.onAnything { return true }
        let (word, bit) = (place >> 6, UInt64(1) << UInt64(place & 63))
        if depends.onFacts, rows[row(.facts) + word] & bit != 0 { return true }
        if depends.onChild, rows[row(.child) + word] & bit != 0 { return true }
        if !depends.onWords.isEmpty, place > 0 {
            for mark in knots[place - 1].count..<knots[place].count
            where depends.onWords.contains(course.marks[mark].word) { return true }
        }
        guard predicate.turns != nil, let turning = table.turning.firstIndex(of: index) else { return false }
        return rows[turnRow(turning) + word] & bit != 0
    }

    /// Holds from the first such event on, or until then.
    private mutating func settle(_ event: FirstEvent, into row: Int) {
        var first = knots.count
        if !event.words.isDisjoint(with: course.words),
            let mark = course.marks.firstIndex(where: { event.words.contains($0.word) && event.isSuch($0) }),
            let place = knots.firstIndex(where: { mark < $0.count })
        {
            first = place
        }
        if !event.inEpisode, !event.words.isDisjoint(with: course.childWords),
            let mark = course.childMarks.first(where: { event.words.contains($0.word) && event.isSuch($0) }),
            let place = knots.firstIndex(where: { mark.clockTime <= $0.at })
        {
            first = min(first, place)
        }
        for place in event.ends ? 0..<first : first..<knots.count { set(row, place) }
    }

    // MARK: Rows

    private func row(_ extra: Extra) -> Int { (table.nodes.count + extra.rawValue) * width }

    private func turnRow(_ place: Int) -> Int { (table.nodes.count + Extra.allCases.count + place) * width }

    private mutating func set(_ extra: Extra, _ place: Int) { set(row(extra), place) }

    private mutating func set(_ row: Int, _ place: Int) { rows[row + place >> 6] |= 1 << UInt64(place & 63) }

    private func place(of instant: Instant) -> Int? {
        var (low, high) = (0, knots.count)
        while low < high {
            let middle = (low + high) / 2
            if knots[middle].at < instant { low = middle + 1 } else { high = middle }
        }
        return low < knots.count && knots[low].at == instant ? low : nil
    }
}
