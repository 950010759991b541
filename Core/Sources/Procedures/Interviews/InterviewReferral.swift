// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One child whose return interview is owed, under way or done, with its clock, its colour and why it stands where it
/// does.
public struct InterviewReferral: Sendable {
    /// How pressing it is, the most pressing first.
    public enum Band: Int, CaseIterable, Comparable, Hashable, Sendable {
        case overdue
        /// Due within twelve hours.
        case soon
        /// Red by the protocol's triage, or one of the seven circumstances holds.
        case mattersMost
        case inTime
        /// The interview itself is done with; something that came of it may not be.
        case followUp
        case done

        public static func < (first: Band, second: Band) -> Bool { first.rawValue < second.rawValue }
    }

    public let episode: EpisodeID
    public let child: ChildID
    public let returnedAt: Instant
    public let course: InterviewCourse
    /// Where the interview duty stands; nil where no protocol in force asks for one after this episode.
    public let duty: DutyStanding?
    public let triage: TriageReading?
    public let circumstances: [SpecialCircumstance]
    public let band: Band

    /// `standings` are the episode's duties; `episodes` all of the child's. Nil while the child is not back.
    public init?(
        _ episode: Episode, of child: Child, episodes: [Episode], standings: [DutyStanding], triage: TriageReading?,
        at now: Instant
    ) {
        guard let returnedAt = episode.facts.returnedAt, returnedAt <= now else { return nil }
        self.episode = episode.id
        self.child = child.id
        self.returnedAt = returnedAt
        self.triage = triage
        let course = InterviewCourse(of: episode)
        self.course = course
        duty = InterviewList.duties.lazy.compactMap { id in standings.first { $0.duty == id } }.first
        circumstances = SpecialCircumstance.holding(for: child, after: episode, episodes: episodes, at: now)
        band = InterviewReferral.band(course, duty, triage, circumstances, at: now)
    }

    /// The last instant at which the interview is in time: what the duty says, else 72 hours after the return.
    public var dueBy: Instant { duty?.due?.lastInstant ?? returnedAt + InterviewList.length }

    /// Why it stands where it does, in sentences.
    public func why(at now: Instant) -> [String] {
        var why: [String] = []
        switch band {
        case .overdue: why.append("The interview is overdue.")
        case .soon: why.append("Less than twelve hours are left.")
        case .mattersMost, .inTime: break
        case .followUp: why.append(followUp)
        case .done: why.append("Nothing is left to do.")
        }
        if !circumstances.isEmpty {
            why.append("This interview matters most: \(circumstances.map(\.says).joined(separator: "; ")).")
        }
        return why + (triage?.why ?? [])
    }

    private var followUp: String {
        var left: [String] = []
        if !course.unanswered.isEmpty {
            left.append("\(Spoken.counted(course.unanswered.count, "finding")) without an action")
        }
        if !course.unreceipted.isEmpty {
            left.append("police have not said that they have \(Spoken.counted(course.unreceipted.count, "submission"))")
        }
        return "Still open: \(left.joined(separator: "; "))."
    }

    private static func band(
        _ course: InterviewCourse, _ duty: DutyStanding?, _ triage: TriageReading?,
        _ circumstances: [SpecialCircumstance], at now: Instant
    ) -> Band {
        guard course.stage.isOpen else {
            return course.unanswered.isEmpty && course.unreceipted.isEmpty ? .done : .followUp
        }
        if let duty, !duty.state.isOutstanding { return .done }
        if let due = duty?.due?.lastInstant {
            if due < now { return .overdue }
            if due < now + .hours(12) { return .soon }
        }
        return triage?.colour == .red || !circumstances.isEmpty ? .mattersMost : .inTime
    }
}

/// The referrals for return interviews of a partnership, in the order in which they matter.
public enum InterviewList {
    /// The duties whose clock the list shows, the interview itself first.
    public static let duties = ["return-interview", "contact-for-return-interview", "offer-return-interview"]
    /// How long after the return the interview is in time. Source: SG ¶32.
    public static let length = Elapsed.hours(72)
    /// What a list of harm says where there was none, or the child told of none.
    public static let noHarm: Set<String> = ["none-known", "none-disclosed"]

    /// The most pressing first; of two alike, the one due sooner, and then the child who came back first.
    public static func ordered(_ referrals: [InterviewReferral]) -> [InterviewReferral] {
        referrals.sorted { first, second in
            if first.band != second.band { return first.band < second.band }
            if first.band == .done || first.band == .followUp, first.returnedAt != second.returnedAt {
                return first.returnedAt > second.returnedAt
            }
            if first.dueBy != second.dueBy { return first.dueBy < second.dueBy }
            return first.episode < second.episode
        }
    }
}
