// SPDX-License-Identifier: MIT

/// The return interviews of some episodes in short. Each number counts episodes.
public struct InterviewSummary: Hashable, Sendable {
    public static let id = "interview-summary"
    public static let title = "Return interviews in short"
    public static let definition =
        "Of the episodes after which an interview is owed: how many were offered one, accepted, declined, held, held "
        + "within 72 hours of the return, and how many wait: neither held, declined nor given up. Source: SG ¶31–32; TCS."

    /// After how many episodes one is owed.
    public var owed = 0
    public var offered = 0
    public var accepted = 0
    public var declined = 0
    public var notArranged = 0
    public var held = 0
    public var heldInTime = 0
    /// Neither held, declined nor given up.
    public var waiting = 0

    public init(of table: EpisodeTable, rows: EpisodeRows) {
        let outcomes = InterviewOutcome.allCases
        let (offers, accepts) = (table[.offered], table[.accepted])
        let codes = table[.interview]
        for row in rows.places {
            let code = Int(codes[row])
            guard outcomes.indices.contains(code) else { continue }
            owed += 1
            if offers[row] == 0 { offered += 1 }
            if accepts[row] == 0 { accepted += 1 }
            switch outcomes[code] {
            case .heldInTime: (held, heldInTime) = (held + 1, heldInTime + 1)
            case .heldLater: held += 1
            case .declined: declined += 1
            case .notArranged: notArranged += 1
            case .offered, .notOffered: waiting += 1
            }
        }
    }
}

/// What interviews brought out, and what came of it. Source: SG ¶33, ¶37; BI, return review.
public struct FindingSummary: Hashable, Sendable {
    public static let id = "findings"
    public static let title = "Findings of interviews"
    public static let definition =
        "Findings recorded after the episodes counted: those with an action agreed, those left with a reason, and the rest, "
        + "which wait for one or the other."

    public var findings = 0
    public var withAction = 0
    public var leftWithReason = 0
    public var unanswered: Int { findings - withAction - leftWithReason }

    public init(of table: EpisodeTable, rows: EpisodeRows) {
        findings = table.sum(.findings, rows)
        withAction = table.sum(.findingsWithAction, rows)
        leftWithReason = table.sum(.findingsLeft, rows)
    }
}

/// Reports by what they hold of what the protocol asks. Source: BI; TCS.
public struct CompletenessSummary: Hashable, Sendable {
    public static let id = "report-items"
    public static let title = "What reports hold"
    public static let definition =
        "Over all reports counted: how many of the things that the protocol asks of a report are held."

    public var asked = 0
    public var held = 0

    public init(of table: EpisodeTable, rows: EpisodeRows) {
        asked = table.sum(.reportItemsAsked, rows)
        held = table.sum(.reportItemsHeld, rows)
    }
}

extension EpisodeTable {
    /// The sum of a column over rows; a value that is not known adds nothing.
    func sum(_ column: NumberColumn, _ rows: EpisodeRows) -> Int {
        rows.map(self[column]) { $0 == NumberColumn.unknown ? 0 : Int($0) }.reduce(0, +)
    }
}
