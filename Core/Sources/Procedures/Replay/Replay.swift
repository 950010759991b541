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
    private let judgedAt: Instant

    /// What was worked out over all children before each is replayed: who was ranked highest when.
    public struct Rankings: Sendable {
        /// For each side, by child.
        let firings: [[ChildID: [Firing]]]
    }

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
        self.judgedAt = judgedAt
        sides = zip(ReplaySide.allCases, [before, after]).map { side, pack in
            SideReplay(
                side, pack: pack, calendars: calendars, places: pack.duties.map { places[$0.id] ?? 0 },
                period: period, judgedAt: judgedAt)
        }
    }

    /// Works out what compares children with each other.
    public func rankings(in state: State) -> Rankings {
        Rankings(
            firings: sides.map { side in
                var found: [ChildID: [Firing]] = [:]
                guard side.book.pack.triggers.contains(where: { $0.subject == .child && $0.isRanking }) else {
                    return found
                }
                for firing in side.triggers.areaFirings(in: state, at: judgedAt) {
                    if case .child(let child) = firing.subject { found[child, default: []].append(firing) }
                }
                return found
            })
    }

    /// Replays these children's episodes. `progress` hears how many children are done, now and then.
    public func part(
        of children: [ChildID], in state: State, rankings: Rankings, progress: (Int) -> Void = { _ in }
    ) -> ReplayPart {
        var part = ReplayPart(duties: duties.count, weeks: period.weekCount)
        for (number, id) in children.enumerated() {
            if let child = state.child(id) {
                let own = rankings.firings.map { $0[id] ?? [] }
                replay(child, episodes: state.episodes(of: id), rankings: own, into: &part)
            }
            if number % 256 == 255 { progress(256) }
        }
        return part
    }

    private func replay(
        _ child: Child, episodes: [Episode], rankings: [[Firing]], into part: inout ReplayPart
    ) {
        var isCounted = false
        var differs = false
        let begun = episodes.filter { ($0.history.recorded.first?.clockTime ?? period.end) < period.end }
        let whole = CourseParts(of: child, episodes: begun, at: judgedAt)
        let ofChild = sides.map {
            $0.ofChild(child, episodes: begun, whole, rankings: rankings[$0.side.rawValue])
        }
        if !ofChild[0].instances.isEmpty || !ofChild[1].instances.isEmpty {
            isCounted = true
            for side in ReplaySide.allCases { count(ofChild[side.rawValue].instances, side, into: &part) }
            differs = compare(ofChild[0].instances, ofChild[1].instances, into: &part) > 0
        }
        for side in ofChild { part.firings += side.firings }
        for episode in episodes where isWithin(episode) {
            let parts = CourseParts(episode, child: child, others: episodes, at: judgedAt)
            let found = sides.map { $0.instances(of: episode, child: child, others: episodes, parts) }
            guard !found[0].isEmpty || !found[1].isEmpty else { continue }
            part.episodes += 1
            isCounted = true
            for side in ReplaySide.allCases { count(found[side.rawValue], side, into: &part) }
            let differing = compare(found[0], found[1], into: &part)
            if differing > 0 {
                part.differing.append(DifferingEpisode(episode: episode.id, child: child.id, duties: differing))
                differs = true
            }
            sort(episode, whole, of: child, begun, into: &part)
        }
        if isCounted { part.children += 1 }
        if differs { part.differingChildren += 1 }
    }

    /// How each protocol would have sorted the child when they came back from the episode.
    private func sort(
        _ episode: Episode, _ whole: CourseParts, of child: Child, _ episodes: [Episode], into part: inout ReplayPart
    ) {
        guard before.triage != nil || after.triage != nil, let back = episode.facts.returnedAt, period.contains(back)
        else { return }
        let known = back <= judgedAt ? whole : CourseParts(of: child, episodes: episodes, at: back)
        let colours = sides.map { $0.colour(known, at: back) }
        part.colours[ColourCrossing(before: colours[0], after: colours[1]), default: 0] += 1
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
