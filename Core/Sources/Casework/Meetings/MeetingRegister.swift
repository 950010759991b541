// SPDX-License-Identifier: MIT

import HashTreeCollections

/// The meetings that were called, and the children that each is about, worked out from the children's own records.
public struct MeetingRegister: Hashable, Sendable {
    private var meetings: TreeDictionary<Int, CalledMeeting> = [:]
    private var about: TreeDictionary<Int, TreeSet<ChildID>> = [:]

    /// The meeting that was called at this place in the ledger.
    public func meeting(_ number: Int) -> CalledMeeting? { meetings[number] }

    /// Every meeting, in the order in which they were called.
    public var all: [CalledMeeting] { meetings.values.sorted { $0.number < $1.number } }

    /// The children in whose records something names the meeting, in the order of their numbers. Whether one of them
    /// was taken off again, their record says.
    public func children(of number: Int) -> [ChildID] { (about[number] ?? []).sorted() }

    /// Takes what is recorded of the partnership; anything but meetings changes nothing.
    mutating func take(_ event: Event, at position: Position) {
        switch event.word {
        case .meetingCalled:
            guard let meeting = CalledMeeting(event, at: position) else { return }
            meetings[meeting.number] = meeting
        case .meetingChanged, .meetingCancelled, .attendanceNoted:
            guard let number = event.details.number(.meeting) else { return }
            meetings[number]?.take(event)
        default: break
        }
    }

    /// Takes what ties a child to a meeting.
    mutating func take(_ mark: Mark, of child: ChildID) {
        guard MeetingRegister.ties.contains(mark.word), let number = mark.details.number(.meeting) else { return }
        about[number, default: []].insert(child)
    }

    /// Takes a whole history, as a snapshot kept it.
    mutating func take(_ history: History, of child: ChildID) {
        for mark in history.recorded { take(mark, of: child) }
    }

    /// Forgets a child whose record is erased.
    mutating func forget(_ child: ChildID) {
        for number in about.keys where about[number]?.contains(child) ?? false { about[number]?.remove(child) }
    }

    /// The words that put a child among those a meeting is about.
    private static let ties: EventWords = [
        .meetingArranged, .placedOnAgenda, .meetingHeld, .statutoryReviewHeld,
    ]
}
