// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// One of the two protocols of a replay.
public enum ReplaySide: Int, CaseIterable, Hashable, Sendable {
    case before
    case after
}

/// What was counted for some of the children. Parts of different children add up.
public struct ReplayPart: Sendable {
    var children = 0
    var differingChildren = 0
    var episodes = 0
    /// For each duty, how often it came out one way under the one and another under the other.
    var crossings: [Int]
    /// For each duty, how often it is owed under both and due at another time.
    var moved: [Int]
    /// For each role and week, how many duties began and fell due under each.
    var loads: [RoleLoad]
    var differing: [DifferingEpisode] = []
    var firings: [ReplayedFiring] = []
    var colours: [ColourCrossing: Int] = [:]

    init(duties: Int, weeks: Int) {
        crossings = Array(repeating: 0, count: duties * Self.pairs)
        moved = Array(repeating: 0, count: duties)
        loads = Role.allCases.map { RoleLoad(role: $0, weeks: weeks) }
    }

    private static let outcomes = DutyOutcome.allCases.count
    private static let pairs = outcomes * outcomes

    mutating func count(duty: Int, _ before: DutyOutcome, _ after: DutyOutcome) {
        crossings[duty * Self.pairs + Int(before.rawValue) * Self.outcomes + Int(after.rawValue)] += 1
    }

    /// How often a duty came out so under the one and so under the other.
    func crossings(of duty: Int, _ before: DutyOutcome, _ after: DutyOutcome) -> Int {
        crossings[duty * Self.pairs + Int(before.rawValue) * Self.outcomes + Int(after.rawValue)]
    }

    mutating func add(_ other: ReplayPart) {
        children += other.children
        differingChildren += other.differingChildren
        episodes += other.episodes
        for place in crossings.indices { crossings[place] += other.crossings[place] }
        for place in moved.indices { moved[place] += other.moved[place] }
        for place in loads.indices { loads[place].add(other.loads[place]) }
        differing += other.differing
        firings += other.firings
        colours.merge(other.colours, uniquingKeysWith: +)
    }
}

/// The duties of one role, week by week, under each protocol.
public struct RoleLoad: Hashable, Sendable {
    public let role: Role
    /// How many fell due in each week of the period: `[side][week]`.
    public private(set) var due: [[Int]]
    /// How many began to be owed in each week.
    public private(set) var began: [[Int]]

    init(role: Role, weeks: Int) {
        self.role = role
        let none = Array(repeating: Array(repeating: 0, count: weeks), count: ReplaySide.allCases.count)
        (due, began) = (none, none)
    }

    /// How many fell due in the whole period.
    public func total(_ side: ReplaySide) -> Int { due[side.rawValue].reduce(0, +) }

    mutating func countDue(_ side: ReplaySide, week: Int) { due[side.rawValue][week] += 1 }
    mutating func countBegun(_ side: ReplaySide, week: Int) { began[side.rawValue][week] += 1 }

    mutating func add(_ other: RoleLoad) {
        for side in due.indices {
            for week in due[side].indices {
                due[side][week] += other.due[side][week]
                began[side][week] += other.began[side][week]
            }
        }
    }
}

/// An episode for which the two protocols do not come out alike.
public struct DifferingEpisode: Hashable, Sendable {
    public let episode: EpisodeID
    public let child: ChildID
    /// How many instances of duties differ: owed under one only, due at another time, or come out otherwise.
    public let duties: Int
}

/// A trigger of one of the protocols that fired, or would have.
public struct ReplayedFiring: Hashable, Sendable {
    public let side: ReplaySide
    public let trigger: String
    public let child: ChildID
    public let at: Instant
    /// Whether it puts the child on somebody's agenda.
    public let isForAgenda: Bool
}

/// How a child was sorted after an episode under the one and under the other.
struct ColourCrossing: Hashable, Sendable {
    let before: Triage.Colour?
    let after: Triage.Colour?
}
