// SPDX-License-Identifier: MIT

/// How long a duty leaves before it falls due. Counts are never negative.
public enum DueLength: Hashable, Sendable {
    /// Elapsed minutes: due at an instant.
    case minutes(Int)
    /// Elapsed hours: due at an instant.
    case hours(Int)
    /// 24 elapsed hours each (ruling 24): due at an instant.
    case days(Int)
    /// Working days: due at the end of a date.
    case workingDays(Int)
    /// School days: due at the end of a date.
    case schoolDays(Int)
    /// Calendar dates, every one counted: due at the end of a date.
    case dates(Int)

    /// The number, whatever its unit.
    public var count: Int {
        switch self {
        case .minutes(let count), .hours(let count), .days(let count), .workingDays(let count),
            .schoolDays(let count), .dates(let count):
            count
        }
    }

    /// The elapsed time it stands for, or nil where it counts dates.
    public var elapsed: Elapsed? {
        switch self {
        case .minutes(let count): .minutes(count)
        case .hours(let count): .hours(count)
        case .days(let count): .days(count)
        case .workingDays, .schoolDays, .dates: nil
        }
    }
}
