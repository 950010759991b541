// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What two protocols would have asked over the same history, side by side.
public struct ReplayResult: Sendable {
    public let before: PackDifferences.Name
    public let after: PackDifferences.Name
    public let period: ReplayPeriod
    public let children: Int
    /// Children of whom something is owed otherwise, for an episode or on their whole record.
    public let differingChildren: Int
    public let episodes: Int
    /// Each duty that either protocol asked for, in the order of the later one.
    public let duties: [DutyComparison]
    /// Each role that owed something, the one with most first.
    public let loads: [RoleLoad]
    /// Episodes that do not come out alike, those that differ most first.
    public let differing: [DifferingEpisode]
    /// Every firing for a child, in the order of time.
    public let firings: [ReplayedFiring]
    /// The children whom either protocol would have put on an agenda, those who would have been on it most first.
    public let timelines: [ChildTimeline]
    /// How children were sorted when they came back, under each; empty where neither protocol sorts.
    public let colours: [ColourCount]

    /// How many instances under one of them came out in which way, over all duties.
    public func total(_ side: ReplaySide) -> OutcomeCounts {
        duties.reduce(OutcomeCounts()) { $0 + $1.counts(side) }
    }

    /// How many children one of them would have put on an agenda.
    public func reached(by side: ReplaySide) -> Int { timelines.count { !$0.dates(side).isEmpty } }

    /// How many children it alone would have put on one.
    public func reachedOnly(by side: ReplaySide) -> Int { timelines.count { $0.isReachedOnly(by: side) } }

    /// The roles for which something falls due otherwise in any week.
    public var changingLoads: [RoleLoad] { loads.filter { $0.due[0] != $0.due[1] } }

    /// The duties that differ, those furthest apart first.
    public var differingDuties: [DutyComparison] {
        duties.filter(\.isDifferent).sorted { $0.distance > $1.distance }
    }
}

/// When one child would have been on an agenda under each protocol.
public struct ChildTimeline: Hashable, Sendable {
    public let child: ChildID
    /// When the child's episodes of the period started.
    public let episodes: [CivilDate]
    private let put: [[CivilDate]]

    init(child: ChildID, episodes: [CivilDate], put: [[CivilDate]]) {
        (self.child, self.episodes, self.put) = (child, episodes, put)
    }

    /// When the child was put on, in order.
    public func dates(_ side: ReplaySide) -> [CivilDate] { put[side.rawValue] }

    /// Whether the other would not have put the child on an agenda.
    public func isReachedOnly(by side: ReplaySide) -> Bool { dates(side == .before ? .after : .before).isEmpty }
}

/// How often a child was sorted so under the one protocol and so under the other.
public struct ColourCount: Hashable, Sendable {
    /// Nil where the protocol does not sort.
    public let before: Triage.Colour?
    public let after: Triage.Colour?
    public let count: Int
}

/// One duty under both protocols.
public struct DutyComparison: Hashable, Sendable {
    public let id: String
    /// What is to be done, as the later protocol says it, or the earlier where the later has it not.
    public let what: String
    /// Which of the protocols have it.
    public let isInBefore: Bool
    public let isInAfter: Bool
    public let before: OutcomeCounts
    public let after: OutcomeCounts
    /// Instances that are owed under both and came out otherwise.
    public let cameOutOtherwise: Int
    /// Instances that are owed under both and due at another time.
    public let dueAtAnotherTime: Int

    public func counts(_ side: ReplaySide) -> OutcomeCounts { side == .before ? before : after }

    public var isDifferent: Bool { before != after || cameOutOtherwise > 0 || dueAtAnotherTime > 0 }

    /// How many instances the two have apart.
    var distance: Int { abs(before.owed - after.owed) + cameOutOtherwise + dueAtAnotherTime }
}

extension Replay {
    /// Puts the parts of a replay together. Every child belongs to one part.
    public func result(of parts: [ReplayPart], in state: State) -> ReplayResult {
        var whole = ReplayPart(duties: duties.count, weeks: period.weekCount)
        for part in parts { whole.add(part) }
        return ReplayResult(
            before: PackDifferences.Name(id: before.id, title: before.title),
            after: PackDifferences.Name(id: after.id, title: after.title), period: period, children: whole.children,
            differingChildren: whole.differingChildren,
            episodes: whole.episodes, duties: duties.indices.compactMap { comparison(of: $0, in: whole) },
            loads: whole.loads.filter { load in ReplaySide.allCases.contains { load.total($0) > 0 } }
                .sorted { Self.most($0) > Self.most($1) },
            differing: whole.differing.sorted { ($1.duties, $0.episode) < ($0.duties, $1.episode) },
            firings: whole.firings.sorted { ($0.at, $0.child) < ($1.at, $1.child) },
            timelines: timelines(of: whole.firings, in: state),
            colours: whole.colours.map { ColourCount(before: $0.before, after: $0.after, count: $1) }
                .sorted { ($1.count, $0.name) < ($0.count, $1.name) })
    }

    /// Where neither protocol has an agenda, every firing counts.
    private func timelines(of firings: [ReplayedFiring], in state: State) -> [ChildTimeline] {
        let forAgenda = firings.filter(\.isForAgenda)
        let byChild = Dictionary(grouping: forAgenda.isEmpty ? firings : forAgenda, by: \.child)
        return byChild.map { child, firings in
            let starts = state.episodes(of: child).compactMap(\.facts.start).filter(period.contains).sorted()
            let put = ReplaySide.allCases.map { side in
                firings.filter { $0.side == side }.map(\.at).sorted().map { London.date(of: $0) }
            }
            return ChildTimeline(child: child, episodes: starts.map { London.date(of: $0) }, put: put)
        }.sorted { ($1.count, $0.child) < ($0.count, $1.child) }
    }

    private static func most(_ load: RoleLoad) -> Int { load.total(.before) + load.total(.after) }

    /// Nil for a duty that neither protocol asked for in the period.
    private func comparison(of place: Int, in whole: ReplayPart) -> DutyComparison? {
        var (old, new, otherwise) = (OutcomeCounts(), OutcomeCounts(), 0)
        for first in DutyOutcome.allCases {
            for second in DutyOutcome.allCases {
                let count = whole.crossings(of: place, first, second)
                if first != .notOwed { old[first] += count }
                if second != .notOwed { new[second] += count }
                if first != second, first != .notOwed, second != .notOwed { otherwise += count }
            }
        }
        guard old.owed > 0 || new.owed > 0 else { return nil }
        let (earlier, later) = (before.duty(duties[place]), after.duty(duties[place]))
        return DutyComparison(
            id: duties[place], what: later?.what ?? earlier?.what ?? "", isInBefore: earlier != nil,
            isInAfter: later != nil, before: old, after: new, cameOutOtherwise: otherwise,
            dueAtAnotherTime: whole.moved[place])
    }
}

extension ChildTimeline {
    fileprivate var count: Int { put.reduce(0) { $0 + $1.count } }
}

extension ColourCount {
    fileprivate var name: String { "\(before?.rawValue ?? "") \(after?.rawValue ?? "")" }
}
