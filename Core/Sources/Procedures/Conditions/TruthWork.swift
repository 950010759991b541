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
    /// What follows from the events at each knot.
    private let knotBits: [FactBits]
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
        let (factBits, knots) = (course.factBits, knots)
        knotBits = knots.map { factBits[$0.count] }
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
        if let facts = asked.facts {
            for word in 0..<width {
                var bits: UInt64 = 0
                for place in word << 6..<min(knots.count, (word + 1) << 6) where knotBits[place].holdsAny(of: facts) {
                    bits |= 1 << UInt64(place & 63)
                }
                rows[row + word] = bits
            }
        } else if asked.isEvent, course.life == nil || !asked.isInEpisode {
            if asked.words.isDisjoint(with: course.words),
                asked.isInCourse || asked.words.isDisjoint(with: course.childWords)
            {
                guard asked.endsThere else { return }
                for word in 0..<width { rows[row + word] = rows[self.row(.all) + word] }
            } else if let event = asked.event {
                settle(event, into: row)
            }
        } else if let since = asked.since {
            guard let first = since(course) else { return }
            for place in knots.indices where first <= knots[place].at { set(row, place) }
        } else {
            ask(asked, into: row)
        }
    }

    /// Asks at the knots at which the answer may be another than before; it holds on until the next of them.
    private mutating func ask(_ asked: AskedPredicate, into row: Int) {
        guard !knots.isEmpty else { return }
        var holds = false
        for word in 0..<width {
            var rest = turns(of: asked, word)
            if word == 0 { rest |= 1 }
            var (bits, from): (UInt64, UInt64) = (0, 0)
            while rest != 0 {
                let place = UInt64(rest.trailingZeroBitCount)
                rest &= rest - 1
                if holds { bits |= (1 << place) - (1 << from) }
                holds = asked.holds(course.moment(knots[word << 6 + Int(place)]))
                from = place
            }
            if holds { bits |= UInt64.max << from }
            rows[row + word] = bits & rows[self.row(.all) + word]
        }
    }

    /// The knots of one machine word at which a predicate may turn.
    private func turns(of asked: AskedPredicate, _ word: Int) -> UInt64 {
        let depends = asked.depends
        if depends.onAnything { return rows[row(.all) + word] }
        var bits: UInt64 = 0
        if depends.onFacts { bits |= rows[row(.facts) + word] }
        if depends.onChild { bits |= rows[row(.child) + word] }
        if let turning = asked.turning { bits |= rows[turnRow(turning) + word] }
        guard !depends.onWords.isDisjoint(with: course.words) else { return bits }
        for place in max(1, word << 6)..<max(1, min(knots.count, (word + 1) << 6)) {
            for mark in knots[place - 1].count..<knots[place].count
            where depends.onWords.contains(course.marks[mark].word) { bits |= 1 << UInt64(place & 63) }
        }
        return bits
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
