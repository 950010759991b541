// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How one instance of a duty came out by the end of a replay's period.
public enum DutyOutcome: UInt8, CaseIterable, Hashable, Sendable {
    /// This protocol did not ask for it.
    case notOwed
    /// Done by its due, or done where it has none.
    case inTime
    case late
    /// Not done by its due, and not done by the end of the period either, or until it was no longer needed.
    case notDone
    /// Not due by the end of the period.
    case running
    /// No longer needed before it was due.
    case lapsed
    /// Waived, or agreed away for the child.
    case setAside

    init(_ state: DutyState) {
        switch state {
        case .notYet, .owed: self = .running
        case .overdue, .missed: self = .notDone
        case .done: self = .inTime
        case .doneLate: self = .late
        case .lapsed: self = .lapsed
        case .waived, .agreed: self = .setAside
        }
    }

    /// As it stands in tables: "in time".
    public var spoken: String {
        switch self {
        case .notOwed: "not owed"
        case .inTime: "in time"
        case .late: "late"
        case .notDone: "not done"
        case .running: "still running"
        case .lapsed: "no longer needed"
        case .setAside: "waived or agreed"
        }
    }
}

/// How many instances of a duty came out in which way.
public struct OutcomeCounts: Hashable, Sendable {
    private var counts: [Int]

    public init() { counts = Array(repeating: 0, count: DutyOutcome.allCases.count) }

    public subscript(outcome: DutyOutcome) -> Int {
        get { counts[Int(outcome.rawValue)] }
        set { counts[Int(outcome.rawValue)] = newValue }
    }

    /// How many were owed at all.
    public var owed: Int { counts.reduce(0, +) - self[.notOwed] }

    /// Those of which it can be said whether they were done in time.
    public var decided: Int { self[.inTime] + self[.late] + self[.notDone] }

    public static func + (first: OutcomeCounts, second: OutcomeCounts) -> OutcomeCounts {
        var sum = first
        for place in sum.counts.indices { sum.counts[place] += second.counts[place] }
        return sum
    }
}
