// SPDX-License-Identifier: MIT

import Casework
import Partnership
import Procedures
import WorkingTime

/// What is to be held by when, what is arranged, what was held and what came of it, for one reader.
struct MeetingListModel {
    /// A meeting that a duty asks for, for a child.
    struct Owed {
        let child: Child
        let episode: EpisodeID?
        let standing: DutyStanding
        let kind: String
        /// The meeting at which the child already stands, where it is still to come.
        let coming: CalledMeeting?
    }

    struct Row {
        let meeting: CalledMeeting
        let parts: [MeetingPart]
        let isAsked: Bool

        var actions: [AgreedAction] { parts.flatMap(\.actions) }
    }

    /// A meeting about one child that was arranged without being called as such.
    struct Single {
        let child: Child
        let episode: EpisodeID
        let mark: Mark
    }

    let owed: [Owed]
    let coming: [Row]
    /// Their time has passed, and nobody has said whether they were held.
    let unanswered: [Row]
    let held: [Row]
    let cancelled: [Row]
    let singles: [Single]

    private static let heldShown = 30

    init(_ call: Call) {
        let own = call.meetings
        let now = call.now
        func row(_ meeting: CalledMeeting) -> Row? {
            guard own.sees(meeting) else { return nil }
            return Row(meeting: meeting, parts: own.parts(of: meeting), isAsked: own.isAsked(to: meeting))
        }
        let all = call.state.meetings.all
        let standing = all.filter { !$0.isCancelled }
        let open = standing.filter { $0.attendance == nil }.compactMap(row)
        let waiting = open.filter { !$0.isHeld }
        coming = waiting.filter { $0.meeting.at.map { now <= $0.latest + .hours(2) } ?? true }.sorted(by: Row.isSooner)
        unanswered = waiting.filter { $0.meeting.at.map { $0.latest + .hours(2) < now } ?? false }
            .sorted(by: Row.isSooner)
        // Of those that are long over nobody reads: the newest are looked for, and no more than are shown.
        let attended = standing.filter { $0.attendance != nil }.sorted { MeetingListModel.isLater($0, $1) }
        var newest: [Row] = []
        for meeting in attended where newest.count < Self.heldShown { newest += [row(meeting)].compactMap(\.self) }
        held = Array((open.filter(\.isHeld) + newest).sorted { Row.isSooner($1, $0) }.prefix(Self.heldShown))
        cancelled = all.filter { meeting in meeting.cancelledAt.map { now - .days(60) < $0 } ?? false }.compactMap(row)
        owed = MeetingListModel.owed(call, coming: coming)
        singles = MeetingListModel.singles(call)
    }

    var children: Set<ChildID> {
        Set(owed.map(\.child.id) + (coming + unanswered + held + cancelled).flatMap { $0.parts.map(\.child) })
            .union(singles.map(\.child.id))
    }

    private static func isLater(_ first: CalledMeeting, _ second: CalledMeeting) -> Bool {
        func key(_ meeting: CalledMeeting) -> (Instant, Int) {
            (meeting.attendance?.heldAt.earliest ?? meeting.calledAt, meeting.number)
        }
        return key(second) < key(first)
    }

    private static func owed(_ call: Call, coming: [Row]) -> [Owed] {
        let partnership = call.site.partnership
        var found: [Owed] = []
        func take(_ standings: [DutyStanding], _ child: Child, _ episode: EpisodeID?, _ seen: Seen) {
            for standing in standings where standing.state.isOutstanding {
                guard let kind = standing.meetingKind, seen.shows(standing, to: call.account.role) else { continue }
                let meeting = coming.first { row in
                    row.meeting.kind == kind && row.parts.contains { $0.child == child.id }
                }
                found.append(
                    Owed(child: child, episode: episode, standing: standing, kind: kind, coming: meeting?.meeting))
            }
        }
        for id in call.state.unclosed {
            guard let episode = call.state.episode(id), let child = call.child(episode.child, seeing: .identity) else {
                continue
            }
            let seen = call.seen(of: child.id)
            guard seen.sees(.episode) else { continue }
            take(partnership.standings(of: id, in: call.state, at: call.now), child, id, seen)
        }
        for id in partnership.childrenOwedSomething(in: call.state, at: call.now) {
            guard let child = call.child(id, seeing: .identity) else { continue }
            let seen = call.seen(of: id)
            guard seen.sees(.episode) else { continue }
            take(partnership.childStandings(of: id, in: call.state, at: call.now), child, child.episodes.last, seen)
        }
        return found.sorted { first, second in
            let (one, other) = (first.standing.due?.lastInstant, second.standing.due?.lastInstant)
            guard let one, let other, one != other else { return first.child.id < second.child.id }
            return one < other
        }
    }

    private static func singles(_ call: Call) -> [Single] {
        call.state.unclosed.compactMap { id -> Single? in
            guard let episode = call.state.episode(id), episode.history.holds(.meetingArranged),
                let child = call.child(episode.child, seeing: .identity), call.seen(of: child.id).sees(.episode)
            else { return nil }
            let marks = episode.history.standing
            guard
                let mark = marks.last(where: { $0.word == .meetingArranged && $0.details.number(.meeting) == nil }),
                let at = mark.details.time(.at), call.now <= at.latest
            else { return nil }
            return Single(child: child, episode: id, mark: mark)
        }.sorted { $0.mark.details.time(.at)?.earliest ?? call.now < $1.mark.details.time(.at)?.earliest ?? call.now }
    }
}

extension MeetingListModel.Row {
    /// Whether somebody said who came, or wrote down what came of it for a child.
    var isHeld: Bool { meeting.attendance != nil || parts.contains { $0.held != nil } }

    var heldAt: UncertainTime? { meeting.attendance?.heldAt ?? parts.compactMap { $0.held?.occurredAt }.first }

    static func isSooner(_ first: Self, _ second: Self) -> Bool {
        func key(_ row: Self) -> (Instant, Int) {
            ((row.heldAt ?? row.meeting.at)?.earliest ?? Instant(secondsSince1970: .max), row.meeting.number)
        }
        return key(first) < key(second)
    }
}
