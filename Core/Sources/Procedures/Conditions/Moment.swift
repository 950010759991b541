// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What a condition looks at: one episode and its child, as they were at one instant.
public struct Moment {
    let course: Course
    /// The instant asked about.
    public let at: Instant
    /// How many of the course's marks had happened.
    let count: Int

    /// What followed from everything that had happened by then.
    public var facts: EpisodeFacts { course.facts[count] }

    /// What had happened in the episode by then, in order.
    public var marks: ArraySlice<Mark> { course.marks[..<count] }

    /// Whether there is an episode to speak of: always, but in the course of a child's whole record.
    var hasEpisode: Bool { course.life.map { $0.began[count] != nil } ?? true }

    /// What followed after each step of the episode, or of the newest one of the child's whole record.
    var episodeFacts: ArraySlice<EpisodeFacts> {
        guard let life = course.life else { return course.facts[...count] }
        guard let began = life.began[count] else { return [] }
        return course.facts[began...count]
    }

    /// What had happened in the episode by then, or in the newest one of the child's whole record.
    var episodeMarks: ArraySlice<Mark> {
        guard let life = course.life else { return marks }
        guard let began = life.began[count], let newest = life.episodes[began - 1] else { return [] }
        return ((began - 1)..<count).filter { life.episodes[$0] == newest }.map { course.marks[$0] }[...]
    }

    /// The child's record. Its spans say what held when.
    public var child: ChildFacts { course.child }

    /// The London date.
    public var date: CivilDate { London.date(of: at) }

    /// The events of the child's own record by then.
    var childMarks: ArraySlice<Mark> { course.childMarks.prefix { $0.clockTime <= at } }

    /// Marks that match, of the course and of the child's own record.
    func matching(_ match: Match) -> [Mark] {
        var found: [Mark] = []
        if !match.wordSet.isDisjoint(with: course.words) {
            let marks = course.marks
            for place in 0..<count where match.accepts(marks, place) { found.append(marks[place]) }
        }
        if match.namesChildWords { for mark in childMarks where match.accepts(mark) { found.append(mark) } }
        return found
    }

    func has(_ match: Match) -> Bool {
        if !match.wordSet.isDisjoint(with: course.words) {
            let marks = course.marks
            for place in 0..<count where match.accepts(marks, place) { return true }
        }
        return match.namesChildWords && childMarks.contains(where: match.accepts)
    }
}
