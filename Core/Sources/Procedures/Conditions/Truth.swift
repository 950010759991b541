// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// At which knots of a course the conditions of a pack hold: one bit a knot, each condition worked out once.
final class Truth {
    /// The course's knots, and the instants at which predicates turn by themselves.
    let knots: [Moment.Knot]
    /// How many of the knots lie before what is looked at ends: all, or those up to an earlier instant.
    private let count: Int
    private let table: ConditionTable
    /// The next instant after the course's end at which some predicate turns by itself.
    let nextTurn: Instant?
    private let rows: [UInt64]
    /// How many machine words a row has: one for 64 knots.
    private let width: Int
    /// Where the row begins that marks the course's own knots.
    private let own: Int
    /// Where the rows of turning predicates begin, and how many there are.
    private let turns: (first: Int, count: Int)

    /// Works out all that the questions lead to. `turning` says of each turning predicate whether it is asked.
    init(_ course: Course, _ table: ConditionTable, asking questions: [Question], turning: [Bool]) {
        let work = TruthWork(course, table, turning: turning)
        rows = work.settle(questions)
        (knots, nextTurn, width) = (work.knots, work.nextTurn, work.width)
        own = work.row(.own)
        turns = (work.turnRow(0), table.turning.count)
        count = knots.count
        self.table = table
    }

    /// The same as it was at an earlier instant.
    ///
    /// What holds at a knot follows from what had happened by then, so the rows stay as they are. The caller sees to it
    /// that no predicate turned at another instant then than it is known to turn at now.
    init(_ whole: Truth, upTo instant: Instant) {
        (knots, rows, width, own, turns) = (whole.knots, whole.rows, whole.width, whole.own, whole.turns)
        table = whole.table
        nextTurn = nil
        count = knots.firstPlace(after: instant)
    }

    /// What a duty asks, by nodes.
    struct Question: Sendable {
        let when: Int
        let once: Int?
        let covers: Int?
        /// Which turning predicates are in it, a bit for each place: it is asked at their turns too. Of those from the
        /// sixty-third on, every one is taken to be.
        let turning: UInt64
        /// What may bring its due forward: places among the table's parts.
        let sooner: Range<Int>
    }

    /// The first stretch of knots, from the given one on, through which a question's answer is yes.
    func need(_ question: Question, from first: Int) -> Need? {
        guard let began = place(from: first, { needed(question, $0) }) else { return nil }
        let ceased = place(from: began + 1) { knots(of: question, $0) & ~rows[question.when * width + $0] }
        return Need(
            began: knots[began], ceased: ceased.map { knots[$0] }, place: began, next: (ceased ?? count) + 1)
    }

    /// Whether a condition that may bring a due forward holds through the whole of a need, or at no time of it; nil
    /// where it comes or goes.
    func holds(_ part: Int, through need: Need) -> Bool? {
        let row = table.parts[part] * width
        let end = need.next - 1
        var (isOn, isOff) = (true, true)
        for place in need.place..<min(end, count) {
            let isSet = rows[row + place >> 6] & (1 << UInt64(place & 63)) != 0
            if isSet { isOff = false } else { isOn = false }
        }
        return isOff ? false : isOn ? true : nil
    }

    private func needed(_ question: Question, _ word: Int) -> UInt64 {
        var bits = rows[question.when * width + word]
        guard bits != 0 else { return 0 }
        bits &= knots(of: question, word)
        if let once = question.once { bits &= rows[once * width + word] }
        if let covers = question.covers { bits &= rows[covers * width + word] }
        return bits
    }

    private func knots(of question: Question, _ word: Int) -> UInt64 {
        var bits = rows[own + word]
        guard question.turning != 0 else { return bits }
        for place in 0..<turns.count where question.turning & (1 << UInt64(min(place, 63))) != 0 {
            bits |= rows[turns.first + place * width + word]
        }
        return bits
    }

    /// The first knot from the given one on whose bit is set in the words that `bits` gives.
    private func place(from first: Int, _ bits: (Int) -> UInt64) -> Int? {
        var from = first
        while from < count {
            let word = from >> 6
            let rest = bits(word) & (UInt64.max << UInt64(from & 63))
            if rest != 0 {
                let found = word << 6 + rest.trailingZeroBitCount
                return found < count ? found : nil
            }
            from = (word + 1) << 6
        }
        return nil
    }
}

extension [Moment.Knot] {
    /// The place of the first knot after an instant.
    func firstPlace(after instant: Instant) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].at <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
