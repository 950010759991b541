// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out which conditions of a pack hold at which knots of a course, for a ``Truth``.
struct TruthWork {
    private let course: Course
    private let table: ConditionTable
    let knots: [Moment.Knot]
    let nextTurn: Instant?
    /// How many machine words a row has: one for 64 knots.
    let width: Int
    /// A row for each node, then those of ``Extra``, then one for each turning predicate.
    private(set) var rows: [UInt64]
    private var isSettled: [Bool]

    enum Extra: Int, CaseIterable {
        /// Every knot.
        case all
        /// Those of the course itself.
        case own
        /// Where something followed from an event.
        case facts
        /// Where the child's record says that something began or ended.
        case child
    }

    init(_ course: Course, _ table: ConditionTable, turning: [Bool]) {
        self.course = course
        self.table = table
        var turns: [(place: Int, at: [Instant])] = []
        var next: Instant?
        for (place, predicate) in table.turning.enumerated() where turning[place] {
            guard let found = table.predicates[predicate].predicate.turns?(course), !found.isEmpty else { continue }
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

    /// Works out all that a question leads to.
    mutating func settle(_ question: Truth.Question) {
        settle(question.when)
        guard holdsAnywhere(question.when) else { return }
        if let once = question.once { settle(once) }
        if let covers = question.covers { settle(covers) }
        for place in question.sooner { settle(table.parts[place]) }
    }

    private func holdsAnywhere(_ node: Int) -> Bool {
        for word in 0..<width where rows[node * width + word] != 0 { return true }
        return false
    }

    private mutating func mark(_ turns: [(place: Int, at: [Instant])]) {
        var own = 0
        var count = 0
        var isAhead = false
        let childTurns = course.childTurns
        var childTurn = 0
        for place in knots.indices {
            let knot = knots[place]
            set(.all, place)
            if own < course.knots.count, course.knots[own].at == knot.at {
                own += 1
                set(.own, place)
            }
            if place == 0 || isAhead || course.changesFacts(from: count, to: knot.count) { set(.facts, place) }
            while childTurn < childTurns.count, childTurns[childTurn] < knot.at { childTurn += 1 }
            if place == 0 || (childTurn < childTurns.count && childTurns[childTurn] == knot.at) { set(.child, place) }
            count = knot.count
            // Where a stated start lies ahead, what follows from it may change as it comes.
            isAhead = course.facts[count].start.map { knot.at < $0 } ?? false
        }
        for turn in turns {
            let row = turnRow(turn.place)
            for instant in turn.at { if let place = place(of: instant) { set(row, place) } }
        }
    }

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
        let asked = table.predicates[index]
        if let since = asked.since {
            guard let first = since(course) else { return }
            for place in knots.indices where first <= knots[place].at { set(row, place) }
            return
        }
        if let facts = asked.facts {
            for place in knots.indices where course.factBits[knots[place].count].holdsAny(of: facts) {
                set(row, place)
            }
            return
        }
        if let event = asked.event, course.life == nil || !event.inEpisode { return settle(event, into: row) }
        var holds = false
        for place in knots.indices {
            if place == 0 || mayTurn(asked, at: place) {
                holds = asked.holds(course.moment(knots[place]))
            }
            if holds { set(row, place) }
        }
    }

    private func mayTurn(_ asked: AskedPredicate, at place: Int) -> Bool {
        let depends = asked.depends
        if depends.onAnything { return true }
        let (word, bit) = (place >> 6, UInt64(1) << UInt64(place & 63))
        if depends.onFacts, rows[row(.facts) + word] & bit != 0 { return true }
        if depends.onChild, rows[row(.child) + word] & bit != 0 { return true }
        if !depends.onWords.isEmpty, place > 0 {
            for mark in knots[place - 1].count..<knots[place].count
            where depends.onWords.contains(course.marks[mark].word) { return true }
        }
        guard let turning = asked.turning else { return false }
        return rows[turnRow(turning) + word] & bit != 0
    }

    /// Holds from the first such event on, or until then.
    private mutating func settle(_ event: FirstEvent, into row: Int) {
        var first = knots.count
        if !event.words.isDisjoint(with: course.words),
            let mark = course.firstPlace(of: event),
            let place = knots.firstIndex(where: { mark < $0.count })
        {
            first = place
        }
        if !event.inCourse, !event.words.isDisjoint(with: course.childWords),
            let mark = course.childMarks.first(where: { event.words.contains($0.word) && event.isSuch($0) }),
            let place = knots.firstIndex(where: { mark.clockTime <= $0.at })
        {
            first = min(first, place)
        }
        for place in event.ends ? 0..<first : first..<knots.count { set(row, place) }
    }

    func row(_ extra: Extra) -> Int { (table.nodes.count + extra.rawValue) * width }

    func turnRow(_ place: Int) -> Int { (table.nodes.count + Extra.allCases.count + place) * width }

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
