// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Plays a history through two protocols and counts what each would have asked, of whom, and how it came out.
///
/// What people did is what they did under the protocol of the time: a duty that nobody was asked for comes out as not
/// done unless somebody did it all the same. A replay changes nothing.
public struct Replay: Sendable {
    public let before: ProtocolPack
    public let after: ProtocolPack
    public let calendars: Calendars
    public let period: ReplayPeriod
    /// The duties of both, those of the later one first.
    let duties: [String]
    private let sides: [SideReplay]

    /// An instance belongs to the period in which its clock starts; it is judged at the end of the period, or at `now`
    /// where that comes sooner.
    public init(
        before: ProtocolPack, after: ProtocolPack, calendars: Calendars, period: ReplayPeriod, now: Instant
    ) {
        self.before = before
        self.after = after
        self.calendars = calendars
        self.period = period
        let later = after.duties.map(\.id)
        let known = Set(later)
        duties = later + before.duties.map(\.id).filter { !known.contains($0) }
        let places = Dictionary(duties.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
        let judgedAt = min(period.end, now)
        sides = [before, after].map { pack in
            SideReplay(
                book: DutyBook(pack: pack, calendars: calendars), places: pack.duties.map { places[$0.id] ?? 0 },
                period: period, judgedAt: judgedAt)
        }
    }

    /// Replays these children's episodes. `progress` hears how many children are done, now and then.
    public func part(
        of children: [ChildID], in state: State, progress: (Int) -> Void = { _ in }
    ) -> ReplayPart {
        var part = ReplayPart(duties: duties.count, weeks: period.weekCount)
        for (number, id) in children.enumerated() {
            if let child = state.child(id) { replay(child, episodes: state.episodes(of: id), into: &part) }
            if number % 256 == 255 { progress(256) }
        }
        return part
    }

    private func replay(_ child: Child, episodes: [Episode], into part: inout ReplayPart) {
        var isCounted = false
        for episode in episodes where isWithin(episode) {
            let found = sides.map { $0.instances(of: episode, child: child, others: episodes) }
            guard !found[0].isEmpty || !found[1].isEmpty else { continue }
            part.episodes += 1
            isCounted = true
            for side in ReplaySide.allCases { count(found[side.rawValue], side, into: &part) }
            let differing = compare(found[0], found[1], into: &part)
            if differing > 0 {
                part.differing.append(DifferingEpisode(episode: episode.id, child: child.id, duties: differing))
            }
        }
        if isCounted { part.children += 1 }
    }

    /// Whether any clock of it may have started in the period. One that ended a year before is past every clock.
    private func isWithin(_ episode: Episode) -> Bool {
        guard let first = episode.history.recorded.first?.clockTime, let latest = episode.facts.latest else {
            return false
        }
        return min(first, latest) < period.end && (episode.facts.isOpen || period.start < latest + .days(366))
    }

    private func count(_ instances: [ReplayedInstance], _ side: ReplaySide, into part: inout ReplayPart) {
        for instance in instances {
            if let week = instance.began.flatMap(period.week) { part.loads[instance.role].countBegun(side, week: week) }
            if let week = instance.due.flatMap(period.week) { part.loads[instance.role].countDue(side, week: week) }
        }
    }

    /// Walks both lists, which are in the order of duty and instance, and counts each pair; how many pairs differ.
    private func compare(
        _ before: [ReplayedInstance], _ after: [ReplayedInstance], into part: inout ReplayPart
    ) -> Int {
        var (first, second, differing) = (0, 0, 0)
        while first < before.count || second < after.count {
            let old = first < before.count ? before[first] : nil
            let new = second < after.count ? after[second] : nil
            let isOld = old.map { old in new.map { !$0.isBefore(old) } ?? true } ?? false
            let isNew = new.map { new in old.map { !$0.isBefore(new) } ?? true } ?? false
            if isOld { first += 1 }
            if isNew { second += 1 }
            let duty = (isNew ? new : old)?.duty ?? 0
            let outcomes = (isOld ? old?.outcome : nil, isNew ? new?.outcome : nil)
            part.count(duty: Int(duty), outcomes.0 ?? .notOwed, outcomes.1 ?? .notOwed)
            let isMoved = isOld && isNew && old?.due != new?.due
            if isMoved { part.moved[Int(duty)] += 1 }
            if outcomes.0 != outcomes.1 || isMoved { differing += 1 }
        }
        return differing
    }
}
