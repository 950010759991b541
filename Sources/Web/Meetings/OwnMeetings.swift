// SPDX-License-Identifier: MIT

import Casework
import Synchronization
import WorkingTime

/// Which called meetings somebody is told of, and about which of the children there.
///
/// A meeting names no child. Whoever chairs it, called it or is asked to come is told that it is held; of the children,
/// each is told only of those whose episodes the access table shows them.
struct OwnMeetings: Sendable {
    let account: Account
    let state: State
    let access: Access
    private let memory = Memory()

    /// What the children's records say of meetings, read once of each child: a list asks for the same ones many times.
    private final class Memory: Sendable {
        let parts = Mutex<[ChildID: [Int: MeetingPart]]>([:])
    }

    init(_ account: Account, in state: State, at now: Instant) {
        (self.account, self.state) = (account, state)
        access = Access(account.actor, in: state, at: now)
    }

    /// What the records of the children whom they may see say of the meeting; those taken off again are left out.
    func parts(of meeting: CalledMeeting) -> [MeetingPart] {
        state.meetings.children(of: meeting.number).compactMap { parts(of: $0)[meeting.number] }.filter(\.isOn)
    }

    /// By the meetings' numbers; none of a child whom they may not see.
    private func parts(of child: ChildID) -> [Int: MeetingPart] {
        if let known = memory.parts.withLock({ $0[child] }) { return known }
        let isSeen = access.maySee(.identity, of: child) && access.maySee(.episode, of: child)
        let found = isSeen ? state.meetingParts(of: child) : [:]
        memory.parts.withLock { $0[child] = found }
        return found
    }

    /// Whether it is shown to them at all.
    func sees(_ meeting: CalledMeeting) -> Bool { isAsked(to: meeting) || !parts(of: meeting).isEmpty }

    /// Whether they are to be there: by name, or by their role where it is their area's or about a child of theirs.
    func isAsked(to meeting: CalledMeeting) -> Bool {
        if isNamed(in: meeting) { return true }
        guard isOfTheirRole(meeting) else { return false }
        return isOfTheirArea(meeting) || !parts(of: meeting).isEmpty
    }

    private func isNamed(in meeting: CalledMeeting) -> Bool {
        meeting.chair == account.worker || meeting.calledBy.worker == account.worker
            || meeting.invited.contains(account.worker)
    }

    private func isOfTheirRole(_ meeting: CalledMeeting) -> Bool {
        let asked = meeting.invited + [meeting.chair].compactMap(\.self)
        if asked.contains(account.role.rawValue) { return true }
        return (account.role.isPolice && asked.contains("police"))
            || (account.role.isSocialCare && asked.contains("social-care"))
    }

    private func isOfTheirArea(_ meeting: CalledMeeting) -> Bool {
        guard let own = account.agency.map(authority), let theirs = meeting.agency.map(authority) else { return false }
        return own == theirs
    }

    private func authority(of agency: AgencyID) -> AgencyID { state.agencies[agency]?.authority ?? agency }
}

extension Call {
    var meetings: OwnMeetings { OwnMeetings(account, in: state, at: now) }

    /// The meeting that the path names, where the visitor is told of it.
    func meeting() throws(PageFault) -> CalledMeeting {
        guard let number = parameters["meeting"].flatMap({ Int($0) }), let meeting = state.meetings.meeting(number),
            meetings.sees(meeting)
        else { throw .notFound }
        return meeting
    }

    /// The same for whoever may call meetings, and so change this one.
    func meetingToKeep() throws(PageFault) -> CalledMeeting {
        guard account.role.mayRecord(.meetingCalled) else { throw .notFound }
        return try meeting()
    }
}
