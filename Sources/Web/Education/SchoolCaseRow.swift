// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// A pupil's case as far as one reader may read it.
struct SchoolCaseRow: Sendable {
    let school: SchoolCase
    let episode: Episode
    let child: Child
    /// What is asked of the school and of those who look for pupils, and what the reader owes besides; soonest first.
    let duties: [DutyStanding]
    /// The newest thing that was done.
    let lastDone: Mark?

    init?(_ episode: Episode, _ call: Call) {
        guard let child = call.child(episode.child, seeing: .education) else { return nil }
        let partnership = call.site.partnership
        let calendars = partnership.shelf.calendars
        guard let school = SchoolCase(episode, child, calendars: calendars, at: call.now) else { return nil }
        self.school = school
        self.episode = episode
        self.child = child
        let seen = call.seen(of: child.id)
        let role = call.account.role
        duties = partnership.standings(of: episode.id, in: call.state, at: call.now)
            .filter { seen.shows($0, to: role) || $0.isForSchoolAndTracing }
            .sorted(by: DutyStanding.comesFirst)
        lastDone = episode.history.standing.last { $0.word != .absenceNoted && seen.shows($0.word) }
    }

    /// What is owed now, soonest first.
    var owed: [DutyStanding] { duties.filter(\.state.isOutstanding).sorted(by: DutyStanding.isSooner) }
    var isLate: Bool { owed.contains { $0.state == .overdue } }

    /// "School day 4, since Monday 14 September"
    func since(_ today: CivilDate) -> String {
        let first = Spoken.day(school.firstDay, today: today)
        if school.step == .onLeave { return "On leave, expected back \(first)" }
        if school.schoolDay == 0 { return "Not a school day yet, since \(first)" }
        return "School day \(school.schoolDay), since \(first)"
    }
}

extension SchoolCase.Step {
    /// The step as a heading.
    var says: String {
        switch self {
        case .onLeave: "On leave"
        case .dayOne: "Day one"
        case .firstDays: "To the third school day"
        case .twoWeeks: "To the end of week two"
        case .fourWeeks: "To the end of week four"
        case .beyond: "Beyond four weeks"
        case .back: "Back or found, not closed"
        case .closed: "Closed"
        }
    }

    /// What is done in it, in a few words.
    var asks: String {
        switch self {
        case .onLeave: "Nothing is owed until the day of return."
        case .dayOne: "Reach the parents. Weigh how vulnerable the child is. Refer at once if one of the seven holds."
        case .firstDays:
            "The school asks staff, friends and family, rings, writes and calls. Then education welfare is told."
        case .twoWeeks: "The authority looks for the child; social care and police are told as the case asks."
        case .fourWeeks: "Home, neighbours, databases, agencies and other authorities. Weigh it again every week."
        case .beyond: "Tell the children missing education team. Upload the transfer file. Go on looking."
        case .back: "Tell everybody concerned, and close the case with its outcome."
        case .closed: ""
        }
    }
}

extension DutyStanding {
    /// Whether it is asked of the school or of those who look for pupils: each of them sees what the others owe.
    var isForSchoolAndTracing: Bool {
        switch owedBy {
        case .school, .educationWelfare, .cmeOfficer: true
        default: false
        }
    }
}
