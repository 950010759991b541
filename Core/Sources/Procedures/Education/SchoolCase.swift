// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The case of a pupil who does not come to school: which step it is at, counted in school days from the first day of
/// absence or from the end of leave, and what the protocol asks at each. Source: BI, children missing education.
public struct SchoolCase: Sendable {
    /// How far a case has come by the calendar.
    public enum Step: Int, CaseIterable, Comparable, Sendable {
        /// Leave was granted, and has not run out.
        case onLeave
        /// The first day: the parents are reached today.
        case dayOne
        /// The school's own enquiries, to the third school day.
        case firstDays
        /// The authority's enquiries, to the end of the second week.
        case twoWeeks
        /// To the end of the fourth week.
        case fourWeeks
        /// Beyond four weeks.
        case beyond
        /// The pupil was traced or is back, and the case is not closed.
        case back
        case closed

        public static func < (first: Step, second: Step) -> Bool { first.rawValue < second.rawValue }
    }

    /// The steps of a case that is running, in their order.
    public static let running: [Step] = [.dayOne, .firstDays, .twoWeeks, .fourWeeks, .beyond]

    public let episode: EpisodeID
    public let child: ChildID
    /// The first school day on which the pupil was not there, or on which they were expected back.
    public let firstDay: CivilDate
    /// Until when leave was granted, where it was.
    public let leaveUntil: UncertainTime?
    /// Which school day of the absence it is: 1 on the first. 0 while leave runs.
    public let schoolDay: Int
    public let step: Step
    /// The last date of each running step but the last.
    public let ends: [Step: CivilDate]
    /// The circumstances that hold, each of which means a referral at once.
    public let circumstances: [ImmediateCircumstance]
    /// Whether social care or police were told.
    public let isReferred: Bool
    public let isOffRoll: Bool

    /// The case as it stands at an instant; nil of an episode that isn't one.
    public init?(_ episode: Episode, _ child: Child, calendars: Calendars, at now: Instant) {
        guard episode.facts.isSchoolCase else { return nil }
        let marks = episode.history.standing
        let today = London.date(of: now)
        let leave = marks.last { $0.word == .leaveAuthorised }?.details.time(.until)
        let noted = marks.first { $0.word == .absenceNoted }
        let stated = noted.map { $0.details.date(.since) ?? London.date(of: $0.clockTime) }
        let expected = leave.map { London.date(of: $0.earliest) }
        let first = expected ?? stated ?? today
        self.episode = episode.id
        self.child = child.id
        leaveUntil = leave
        firstDay = first
        let isOnLeave = expected.map { today < $0 } ?? false
        schoolDay = isOnLeave ? 0 : calendars.schoolDays(from: first, through: today)
        let start = London.startOfDay(first)
        let ends: [Step: CivilDate] = [
            .dayOne: first, .firstDays: calendars.due(.schoolDays(3), from: start).date,
            .twoWeeks: first.adding(days: 14), .fourWeeks: first.adding(days: 28),
        ]
        self.ends = ends
        if episode.facts.closedAt != nil {
            step = .closed
        } else if episode.facts.returnedAt != nil || marks.contains(where: { $0.word == .pupilTraced }) {
            step = .back
        } else if isOnLeave {
            step = .onLeave
        } else {
            step = SchoolCase.step(of: today, ends)
        }
        circumstances = ImmediateCircumstance.allCases.filter { $0.holds(of: child.facts, on: today) }
        isReferred = marks.contains { $0.isReferral }
        isOffRoll = marks.contains { $0.word == .removedFromRoll }
    }

    /// The step in which a duty of the case falls due; nil of one without a due.
    public func step(of duty: DutyStanding) -> Step? { duty.due.map { SchoolCase.step(of: $0.date, ends) } }

    private static func step(of date: CivilDate, _ ends: [Step: CivilDate]) -> Step {
        running.first { step in ends[step].map { date <= $0 } ?? true } ?? .beyond
    }
}

extension Calendars {
    /// How many school days there are from one date to another, both included.
    public func schoolDays(from first: CivilDate, through last: CivilDate) -> Int {
        guard first <= last else { return 0 }
        let school = self.school ?? .unknown
        return (0...first.days(until: last)).count {
            school.isSchoolDay(first.adding(days: $0), in: working)
        }
    }
}

extension Mark {
    private static let referredTo: Set<String> = ["police", "mash", "childrens-services", "social-worker"]

    /// Whether social care or police were told of the child.
    fileprivate var isReferral: Bool {
        switch word {
        case .referred, .notified, .reported: Mark.referredTo.contains(details.word(.to) ?? "")
        default: false
        }
    }
}
