// SPDX-License-Identifier: MIT

/// A series over time with the limits that chance alone keeps to: an XmR chart, as values.
///
/// The limits follow from how much each value differs from the one before it (the moving range), so that a board does not
/// chase noise.
public struct ControlChart: Hashable, Sendable {
    public static let id = "control-chart"
    public static let title = "Change over time"
    public static let definition =
        "A value for each month or week. The middle line is their mean; the limits lie 2.66 mean moving ranges from it, the "
        + "lower one never below 0. A real shift is one of: a value beyond a limit; eight values in a row on one side of the "
        + "middle; three of four in a row nearer to a limit than to the middle, on one side; six values in a row that all "
        + "rise or all fall. Everything else is what chance does. Nothing is said of fewer than eight values."

    /// What shows that something has really changed.
    public enum Shift: String, CaseIterable, Hashable, Sendable {
        case beyondLimit = "beyond a limit"
        case eightOnOneSide = "eight in a row on one side of the middle"
        case threeOfFourNearLimit = "three of four near a limit"
        case sixInOneDirection = "six in a row that rise or fall"
    }

    public let values: [Int]
    public let mean: Double
    /// The mean difference between a value and the one before it.
    public let meanRange: Double
    public let lowerLimit: Double
    public let upperLimit: Double
    /// Above this, the difference between two neighbours is itself more than chance.
    public let rangeLimit: Double
    /// For each value, what it completes.
    public let shifts: [Set<Shift>]

    /// Whether anything has really changed.
    public var hasShift: Bool { shifts.contains { !$0.isEmpty } }

    public init(_ values: [Int]) {
        self.values = values
        mean = values.isEmpty ? 0 : Double(values.reduce(0, +)) / Double(values.count)
        let ranges = zip(values, values.dropFirst()).map { abs($1 - $0) }
        meanRange = ranges.isEmpty ? 0 : Double(ranges.reduce(0, +)) / Double(ranges.count)
        lowerLimit = max(0, mean - 2.66 * meanRange)
        upperLimit = mean + 2.66 * meanRange
        rangeLimit = 3.268 * meanRange
        let found = Rules(values: values.map(Double.init), mean: mean, spread: 2.66 * meanRange)
        shifts = values.indices.map { values.count < 8 ? [] : found.shifts(at: $0) }
    }

    private struct Rules {
        let values: [Double]
        let mean: Double
        let spread: Double

        func shifts(at place: Int) -> Set<Shift> {
            var shifts: Set<Shift> = []
            if abs(values[place] - mean) > spread { shifts.insert(.beyondLimit) }
            if place >= 7, isOneSided(values[(place - 7)...place]) { shifts.insert(.eightOnOneSide) }
            if place >= 3, isNearLimit(Array(values[(place - 3)...place])) { shifts.insert(.threeOfFourNearLimit) }
            if place >= 5, isOneWay(Array(values[(place - 5)...place])) { shifts.insert(.sixInOneDirection) }
            return shifts
        }

        private func isOneSided(_ stretch: ArraySlice<Double>) -> Bool {
            stretch.allSatisfy { $0 > mean } || stretch.allSatisfy { $0 < mean }
        }

        private func isNearLimit(_ stretch: [Double]) -> Bool {
            let above = stretch.count { $0 - mean > spread / 2 }
            let below = stretch.count { mean - $0 > spread / 2 }
            return (above >= 3 && stretch[3] - mean > spread / 2) || (below >= 3 && mean - stretch[3] > spread / 2)
        }

        private func isOneWay(_ stretch: [Double]) -> Bool {
            let steps = zip(stretch, stretch.dropFirst()).map { $1 - $0 }
            return steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }
        }
    }
}
