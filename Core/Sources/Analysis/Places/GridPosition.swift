// SPDX-License-Identifier: MIT

/// A place on the national grid of Great Britain (OSGB36), in whole metres.
public struct GridPosition: Hashable, Sendable {
    /// East of the grid's origin, in metres.
    public let easting: Int32
    /// North of it, in metres.
    public let northing: Int32

    public init(_ easting: Int32, _ northing: Int32) {
        (self.easting, self.northing) = (easting, northing)
    }

    /// What a place of Great Britain can have.
    public static let metres: ClosedRange<Int32> = 0...1_300_000

    /// In a straight line. The grid's own scale is out by four parts in ten thousand at most.
    public func miles(to other: GridPosition) -> Double {
        let east = Double(easting) - Double(other.easting)
        let north = Double(northing) - Double(other.northing)
        return (east * east + north * north).squareRoot() / 1_609.344
    }
}

/// How far a child was found from where they live, in the bands of the sources, which left gaps and overlaps: here each mile
/// is in one band, the upper end included.
public enum DistanceBand: String, CaseIterable, Hashable, Sendable {
    case within5 = "0–5 miles"
    case within10 = "6–10 miles"
    case within20 = "11–20 miles"
    case within40 = "21–40 miles"
    case within80 = "41–80 miles"
    case beyond80 = "Over 80 miles"
    case notKnown = "Declined or not known"

    /// Of a distance in miles, rounded to whole ones as the bands are written.
    public init(miles: Double?) {
        guard let miles, miles.isFinite, 0 <= miles else {
            self = .notKnown
            return
        }
        switch miles.rounded() {
        case ...5: self = .within5
        case ...10: self = .within10
        case ...20: self = .within20
        case ...40: self = .within40
        case ...80: self = .within80
        default: self = .beyond80
        }
    }
}
