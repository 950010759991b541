// SPDX-License-Identifier: MIT

/// A share, with how far chance alone may have moved it.
public struct Proportion: Hashable, Sendable {
    public let part: Int
    public let whole: Int

    public init(_ part: Int, of whole: Int) {
        precondition(0 <= part && part <= whole, "a part is no more than the whole")
        (self.part, self.whole) = (part, whole)
    }

    /// Nil where there is no whole.
    public var share: Double? { whole == 0 ? nil : Double(part) / Double(whole) }

    /// The interval of Wilson's score at 95 %: right for small numbers too, and never beyond 0 and 1.
    public var interval: ClosedRange<Double>? {
        guard let share else { return nil }
        let (z, count) = (1.959964, Double(whole))
        let centre = share + z * z / (2 * count)
        let spread = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
        let scale = 1 + z * z / count
        let low = part == 0 ? 0 : max(0, (centre - spread) / scale)
        let high = part == whole ? 1 : min(1, (centre + spread) / scale)
        return low...high
    }
}

/// A count for every thousand of those it is out of: looked-after children, or all children of the area.
public struct Rate: Hashable, Sendable {
    public static let id = "rate"
    public static let title = "Rate per 1,000"
    public static let definition =
        "Children, or episodes, for every 1,000 of the children named as denominator: looked-after children on 31 March, or "
        + "all under 18. Only where a denominator is loaded."

    public let count: Int
    public let denominator: Int

    /// Nil without a denominator.
    public init?(_ count: Int, outOf denominator: Int?) {
        guard let denominator, denominator > 0 else { return nil }
        (self.count, self.denominator) = (count, denominator)
    }

    public var perThousand: Double { Double(count) * 1_000 / Double(denominator) }
}

/// Groups side by side on one outcome, so that a difference can be seen and chance be told from it.
public struct EqualityPanel: Sendable {
    public static let id = "equality"
    public static let title = "Equality"
    public static let definition =
        "For each group the share of its episodes with an outcome, of those whose outcome is known, with Wilson’s interval "
        + "at 95 %. Where two intervals do not meet, the difference is more than chance would make of it; where they do, "
        + "nothing is shown."

    /// What is compared.
    public enum Outcome: String, CaseIterable, Sendable {
        case over24Hours = "Away for 24 hours and more"
        case overnight = "Overnight"
        case highOrMedium = "Graded medium or high"
        case triagedRed = "Triaged red"
        case offered = "Interview offered"
        case heldInTime = "Interview held within 72 hours"

        var dimension: Dimension {
            switch self {
            case .over24Hours: .lengthHours
            case .overnight: .overnight
            case .highOrMedium: .grade
            case .triagedRed: .triage
            case .offered: .offered
            case .heldInTime: .interview
            }
        }

        /// The bands of ``dimension`` that have the outcome.
        var bands: ClosedRange<Int> {
            switch self {
            case .over24Hours: 3...5
            case .overnight, .offered, .heldInTime: 0...0
            case .highOrMedium: 3...4
            case .triagedRed: 2...2
            }
        }
    }

    public struct Line: Sendable {
        public let group: String
        /// Of the episodes whose outcome is known.
        public let share: Proportion
        public let unknown: Count
        public let all: Count
    }

    public let outcome: Outcome
    public let groups: Dimension
    /// A line for each group, those whose group is not known last.
    public let lines: [Line]

    public init(_ outcome: Outcome, by groups: Dimension, of table: EpisodeTable, rows: EpisodeRows) {
        (self.outcome, self.groups) = (outcome, groups)
        let counted = Crosstab(outcome.dimension, by: groups, of: table, rows: rows)
        lines = (0...counted.columnCount).map { column in
            let part = outcome.bands.reduce(0) { $0 + counted.count($1, column).episodes }
            let unknown = counted.count(counted.bandCount, column)
            let all = counted.count(nil, column)
            return Line(
                group: column < counted.columnCount ? counted.columns[column] : "Not known",
                share: Proportion(part, of: all.episodes - unknown.episodes), unknown: unknown, all: all)
        }
    }
}
