// SPDX-License-Identifier: MIT

import WorkingTime

/// What one child's record says of one meeting: minutes are kept child by child, so that whoever may not see a child
/// sees nothing of what was said there about them. Source: ruling 13.
public struct MeetingPart: Hashable, Sendable {
    public let child: ChildID
    /// The episode on which the newest entry stands; nil where it is on the child's own record.
    public let episode: EpisodeID?
    public let arranged: Mark?
    /// Why the child stands on the agenda.
    public let placed: Mark?
    public let takenOff: Mark?
    /// What came of the meeting for the child.
    public let held: Mark?
    public let letters: [Mark]
    /// What the child, or somebody for them, answered.
    public let feedback: [Mark]
    public let actions: [AgreedAction]

    /// Whether the child is still to be talked about, or was.
    public var isOn: Bool { held != nil || (takenOff == nil && (placed != nil || arranged != nil)) }
}

extension State {
    /// What each child's record says of the meeting, in the order of the children's numbers. Who may see which of them
    /// the access table says.
    public func parts(ofMeeting number: Int) -> [MeetingPart] {
        meetings.children(of: number).compactMap { part(of: $0, inMeeting: number) }
    }

    /// What the child's record says of the meeting; nil where it says nothing that stands.
    public func part(of id: ChildID, inMeeting number: Int) -> MeetingPart? { meetingParts(of: id)[number] }

    /// What the child's record says of every meeting that it names, by the meetings' numbers: the record is gone through
    /// once, however many there are.
    public func meetingParts(of id: ChildID) -> [Int: MeetingPart] {
        guard let child = child(id) else { return [:] }
        let histories: [(EpisodeID?, History)] =
            [(nil, child.history)] + episodes(of: id).map { ($0.id, $0.history) }
        var named: [Int: [MeetingPart.Entry]] = [:]
        for (episode, history) in histories {
            for mark in history.standing {
                guard let number = mark.details.number(.meeting) else { continue }
                named[number, default: []].append((episode, mark))
            }
        }
        if named.isEmpty { return [:] }
        let actions = Dictionary(grouping: actions(of: id)) { $0.meeting }
        return Dictionary(
            uniqueKeysWithValues: named.map { number, entries in
                (number, MeetingPart(of: id, entries, actions: actions[number] ?? []))
            })
    }
}

extension MeetingPart {
    fileprivate typealias Entry = (episode: EpisodeID?, mark: Mark)

    /// `entries` are those that name the meeting, in the order of the histories; there is at least one.
    fileprivate init(of child: ChildID, _ entries: [Entry], actions: [AgreedAction]) {
        func last(_ words: EventWords) -> Mark? { entries.last { words.contains($0.mark.word) }?.mark }
        func all(_ word: EventWord) -> [Mark] { entries.filter { $0.mark.word == word }.map(\.mark) }
        let placed = last([.placedOnAgenda])
        self.init(
            child: child, episode: entries.max { $0.mark.position < $1.mark.position }?.episode,
            arranged: last([.meetingArranged]), placed: placed,
            takenOff: last([.takenOffAgenda]).flatMap { off in placed.map(off.takesOff) ?? true ? off : nil },
            held: last([.meetingHeld, .statutoryReviewHeld]), letters: all(.letterSent),
            feedback: all(.feedbackReceived), actions: actions)
    }
}
