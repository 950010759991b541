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

    /// The child's record. Its spans say what held when.
    public var child: ChildFacts { course.child }

    /// The London date.
    public var date: CivilDate { London.date(of: at) }

    /// The events of the child's own record by then.
    var childMarks: ArraySlice<Mark> { course.childMarks.prefix { $0.clockTime <= at } }

    /// Marks that match, of the episode and of the child's own record.
    func matching(_ match: Match) -> [Mark] {
        var found: [Mark] = []
        if match.namesEpisodeWords { for mark in marks where match.accepts(mark) { found.append(mark) } }
        if match.namesChildWords { for mark in childMarks where match.accepts(mark) { found.append(mark) } }
        return found
    }

    func has(_ match: Match) -> Bool {
        if !match.wordSet.isDisjoint(with: course.words), marks.contains(where: match.accepts) { return true }
        return match.namesChildWords && childMarks.contains(where: match.accepts)
    }
}
