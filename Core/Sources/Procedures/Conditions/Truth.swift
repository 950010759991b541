// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// At which knots of a course the conditions of a pack hold: one bit a knot, each condition worked out once.
final class Truth {
    /// The course's knots, and the instants at which predicates turn by themselves.
    private let knots: [Moment.Knot]
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
        var work = TruthWork(course, table, turning: turning)
        for question in questions { work.settle(question) }
        (knots, nextTurn, rows, width) = (work.knots, work.nextTurn, work.rows, work.width)
        own = work.row(.own)
        turns = (work.turnRow(0), table.turning.count)
    }

    /// What a duty asks, by nodes.
    struct Question: Sendable {
        let when: Int
        let once: Int?
        let covers: Int?
        /// Which turning predicates are in it, a bit for each place: it is asked at their turns too. Of those from the
        /// sixty-third on, every one is taken to be.
        let turning: UInt64
    }

    /// The first stretch of knots, from the given one on, through which a question's answer is yes.
    func need(_ question: Question, from first: Int) -> Need? {
        guard let began = place(from: first, { needed(question, $0) }) else { return nil }
        let ceased = place(from: began + 1) { knots(of: question, $0) & ~rows[question.when * width + $0] }
        return Need(began: knots[began], ceased: ceased.map { knots[$0] }, next: (ceased ?? knots.count) + 1)
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
        while from < knots.count {
            let word = from >> 6
            let rest = bits(word) & (UInt64.max << UInt64(from & 63))
            if rest != 0 { return word << 6 + rest.trailingZeroBitCount }
            from = (word + 1) << 6
        }
        return nil
    }
}
