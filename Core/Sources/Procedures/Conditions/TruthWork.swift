// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Works out which conditions of a pack hold at which knots of a course, for a ``Truth``.
struct TruthWork {
    fileprivate let course: Course
    fileprivate let table: ConditionTable
    let knots: [Moment.Knot]
    let nextTurn: Instant?
    /// How many machine words a row has: one for 64 knots.
    let width: Int
    /// The turning predicates that are asked and do turn, by their places, each with when it does.
    fileprivate let turns: [(place: Int, at: [Instant])]

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
        for place in turning.indices where turning[place] {
            guard let found = table.predicates[table.turning[place]].predicate.turns?(course), !found.isEmpty else {
                continue
            }
            turns.append((place, found))
            for instant in found where course.now < instant { next = min(next ?? instant, instant) }
        }
        self.turns = turns
        knots = turns.isEmpty ? course.knots : course.knots(with: turns.flatMap(\.at))
        nextTurn = next
        width = max(1, (knots.count + 63) / 64)
    }

    /// Works out all that the questions lead to: a row for each node, then those of ``Extra``, then one for each turning
    /// predicate.
    func settle(_ questions: [Truth.Question]) -> [UInt64] {
        let count = row(.all) + (Extra.allCases.count + table.turning.count) * width
        // A bit for each node that is settled stands behind the rows.
        let room = count + (table.nodes.count + 63) / 64
        return Array(unsafeUninitializedCapacity: room) { rows, filled in
            rows.initialize(repeating: 0)
            filled = room
            let settling = Settling(self, rows: rows, settled: count)
            settling.mark()
            for question in questions { settling.settle(question) }
        }
    }

    func row(_ extra: Extra) -> Int { (table.nodes.count + extra.rawValue) * width }

    func turnRow(_ place: Int) -> Int { (table.nodes.count + Extra.allCases.count + place) * width }

    fileprivate func place(of instant: Instant) -> Int? {
        var (low, high) = (0, knots.count)
        while low < high {
            let middle = (low + high) / 2
            if knots[middle].at < instant { low = middle + 1 } else { high = middle }
        }
        return low < knots.count && knots[low].at == instant ? low : nil
    }
}

/// The rows of a ``TruthWork`` while they are being filled, in memory of which nobody else knows.
private struct Settling {
    let work: TruthWork
    let course: Course
    let table: ConditionTable
    let knots: [Moment.Knot]
    let width: Int
    /// What follows from the events at each knot.
    let knotBits: [FactBits]
    let rows: UnsafeMutableBufferPointer<UInt64>
    /// Where the bits begin that say which nodes are settled.
    let settled: Int
    /// Where the row of every knot begins.
    let all: Int

    init(_ work: TruthWork, rows: UnsafeMutableBufferPointer<UInt64>, settled: Int) {
        self.work = work
        (course, table, knots, width) = (work.course, work.table, work.knots, work.width)
        let factBits = work.course.factBits
        knotBits = work.knots.map { factBits[$0.count] }
        (self.rows, self.settled) = (rows, settled)
        all = work.row(.all)
    }

    /// Works out all that a question leads to.
    func settle(_ question: Truth.Question) {
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

    func mark() {
        var own = 0
        var count = 0
        var isAhead = false
        let (childTurns, ownKnots) = (course.childTurns, course.knots)
        var childTurn = 0
        for place in knots.indices {
            let knot = knots[place]
            set(.all, place)
            if own < ownKnots.count, ownKnots[own].at == knot.at {
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
        for turn in work.turns {
            let row = work.turnRow(turn.place)
            for instant in turn.at { if let place = work.place(of: instant) { set(row, place) } }
        }
    }

    private func settle(_ node: Int) {
        let (word, bit) = (settled + node >> 6, UInt64(1) << UInt64(node & 63))
        guard rows[word] & bit == 0 else { return }
        rows[word] |= bit
        let shape = table.nodes[node]
        let row = node * width
        switch shape.kind {
        case .predicate: settle(shape.first, into: row)
        case .not:
            let part = table.parts[shape.first]
            settle(part)
            for word in 0..<width { rows[row + word] = rows[all + word] & ~rows[part * width + word] }
        case .all:
            for word in 0..<width { rows[row + word] = rows[all + word] }
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

    private func settle(_ index: Int, into row: Int) {
        if table.forms[index].isFacts {
            let facts = table.forms[index].facts
            for word in 0..<width {
                var bits: UInt64 = 0
                for place in word << 6..<min(knots.count, (word + 1) << 6) where knotBits[place].holdsAny(of: facts) {
                    bits |= 1 << UInt64(place & 63)
                }
                rows[row + word] = bits
            }
        } else if table.forms[index].isEvent, course.life == nil || !table.forms[index].isInEpisode {
            let words = table.forms[index].words
            if words.isDisjoint(with: course.words),
                table.forms[index].isInCourse || words.isDisjoint(with: course.childWords)
            {
                guard table.forms[index].endsThere else { return }
                for word in 0..<width { rows[row + word] = rows[all + word] }
            } else if let event = table.predicates[index].event {
                settle(event, into: row)
            }
        } else if table.forms[index].isSince {
            guard let first = table.predicates[index].since?(course) else { return }
            for place in knots.indices where first <= knots[place].at { set(row, place) }
        } else {
            ask(index, into: row)
        }
    }

    /// Asks at the knots at which the answer may be another than before; it holds on until the next of them.
    private func ask(_ index: Int, into row: Int) {
        guard !knots.isEmpty else { return }
        let answer = table.predicates[index].holds
        var holds = false
        for word in 0..<width {
            var rest = turns(of: index, word)
            if word == 0 { rest |= 1 }
            var (bits, from): (UInt64, UInt64) = (0, 0)
            while rest != 0 {
                let place = UInt64(rest.trailingZeroBitCount)
                rest &= rest - 1
                if holds { bits |= (1 << place) - (1 << from) }
                holds = answer(course.moment(knots[word << 6 + Int(place)]))
                from = place
            }
            if holds { bits |= UInt64.max << from }
            rows[row + word] = bits & rows[all + word]
        }
    }

    /// The knots of one machine word at which a predicate may turn.
    private func turns(of index: Int, _ word: Int) -> UInt64 {
        let depends = table.forms[index].depends
        if depends.onAnything { return rows[all + word] }
        var bits: UInt64 = 0
        if depends.onFacts { bits |= rows[work.row(.facts) + word] }
        if depends.onChild { bits |= rows[work.row(.child) + word] }
        if let turning = table.forms[index].turning { bits |= rows[work.turnRow(turning) + word] }
        guard !depends.onWords.isDisjoint(with: course.words) else { return bits }
        let marks = course.marks
        for place in max(1, word << 6)..<max(1, min(knots.count, (word + 1) << 6)) {
            for mark in knots[place - 1].count..<knots[place].count where depends.onWords.contains(marks[mark].word) {
                bits |= 1 << UInt64(place & 63)
            }
        }
        return bits
    }

    /// Holds from the first such event on, or until then.
    private func settle(_ event: FirstEvent, into row: Int) {
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

    private func set(_ extra: TruthWork.Extra, _ place: Int) { set(work.row(extra), place) }

    private func set(_ row: Int, _ place: Int) { rows[row + place >> 6] |= 1 << UInt64(place & 63) }
}
