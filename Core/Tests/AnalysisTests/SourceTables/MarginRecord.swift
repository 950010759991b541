// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

@testable import Analysis

/// A record that is made to hold what a printed table counts: children and episodes out of its margins.
struct MarginRecord {
    private(set) var state = State()
    let first: CivilDate
    let now: Instant
    private var nextStart: Instant

    init(from first: CivilDate, to last: CivilDate) {
        self.first = first
        now = London.endOfDay(last) + .days(30)
        nextStart = London.startOfDay(first) + .hours(18)
    }

    /// How an episode goes.
    struct Course {
        var kind: AbsenceKind = .missing
        var hours: Int? = 6
        var start: Instant?
        var foundAt: String?
        var harm: [String] = []
        /// What the return interview comes to; nil where nothing is recorded of it.
        var interview: EventWord?
    }

    @discardableResult
    mutating func child(_ details: Details = [:], lookedAfter: Bool = false, placed: Details? = nil) -> ChildID {
        let id = state.nextChild
        var all = details
        all[.name] = .text("Child \(id.number)")
        if lookedAfter { all[.lookedAfter] = .flag(true) }
        let at = London.startOfDay(first.adding(days: -400))
        all[.since] = lookedAfter ? .date(first.adding(days: -400)) : nil
        say(.childRegistered, id, nil, at, all)
        if let placed { place(id, placed, on: first.adding(days: -400)) }
        return id
    }

    mutating func place(_ child: ChildID, _ details: Details, on day: CivilDate) {
        var all = details
        all[.since] = .date(day)
        if all[.kind] == nil { all[.kind] = .word("foster-care") }
        say(.placementStarted, child, nil, London.startOfDay(day), all)
    }

    mutating func start(_ status: String, of child: ChildID) {
        let day = first.adding(days: -100)
        say(.statusStarted, child, nil, London.startOfDay(day), [.kind: .word(status), .since: .date(day)])
    }

    /// One episode. Episodes follow each other by some hours unless a start is given.
    @discardableResult
    mutating func episode(of child: ChildID, _ course: Course = Course()) -> EpisodeID {
        let start = course.start ?? nextStart
        if course.start == nil { nextStart = nextStart + .hours(7) }
        let id = state.nextEpisode
        var report: Details = [.missingSince: .time(.at(start))]
        if course.kind == .away { report[.kind] = .word(CareKind.awayWithoutAuthorisation.rawValue) }
        if course.hours == nil { report[.missingSince] = .time(.on(London.date(of: start))) }
        say(.reported, child, id, start, report)
        if course.kind == .absent { say(.classified, child, id, start, [.as: .word("absent")]) }
        let end = start + .hours(course.hours ?? 5)
        var found: Details = [:]
        if let postcode = course.foundAt { found[.postcode] = .word(postcode) }
        if course.kind != .away { say(.located, child, id, end, found) }
        say(.returned, child, id, end, [:])
        if let interview = course.interview {
            if interview != .interviewOffered { say(.interviewOffered, child, id, end + .hours(5), [:]) }
            say(interview, child, id, end + .hours(20), [:])
        }
        return id
    }

    /// So many episodes by exactly so many children: each has one, and the first have the rest.
    mutating func episodes(_ count: Int, by children: [ChildID], _ course: Course = Course()) {
        precondition(children.count <= count && !children.isEmpty)
        for place in 0..<count { episode(of: children[place % children.count], course) }
    }

    /// A pupil's case that a school referred; closed with the pupil located, or going on.
    mutating func schoolCase(of child: ChildID, located: Bool) {
        let id = state.nextEpisode
        let start = nextStart
        nextStart = nextStart + .hours(20)
        say(.absenceNoted, child, id, start, [:])
        say(.referred, child, id, start + .days(1), [.to: .word("cme-officer")])
        guard located else { return }
        say(.pupilTraced, child, id, start + .days(9), [:])
        say(.caseClosed, child, id, start + .days(10), [.outcome: .word("found-elsewhere")])
    }

    private mutating func say(
        _ word: EventWord, _ child: ChildID, _ episode: EpisodeID?, _ at: Instant, _ details: Details
    ) {
        let event = Event(
            word, child: child, episode: episode, occurredAt: .at(at), recordedAt: at, by: Actor(role: .socialWorker),
            details: details)
        state.apply(event, at: state.position.next)
    }
}

extension CivilDate {
    /// A date that the test states.
    static func stated(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("the test's own date")
        }
        return date
    }
}

/// A share as a source prints it: rounded to so many decimals, halves up.
func printed(_ part: Int, of whole: Int, decimals: Int = 0) -> String {
    let scale = decimals == 0 ? 1 : 10
    let rounded = (part * 200 * scale + whole) / (whole * 2)
    if decimals == 0 { return "\(rounded)" }
    return rounded % 10 == 0 ? "\(rounded / 10)" : "\(rounded / 10).\(rounded % 10)"
}
