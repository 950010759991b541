// SPDX-License-Identifier: MIT

import WorkingTime

/// When something about a pupil's absence is due, for putting duties in order.
struct EducationDue: Hashable, Comparable {
    let after: DueLength?
    let within: DueLength?

    init(of duty: Duty) {
        after = duty.clock.plus
        within =
            switch duty.due {
            case .length(let length), .figure(_, let length): length
            case .stated(_, _, let otherwise): otherwise
            case .every: nil
            }
    }

    var says: String {
        switch (after, within) {
        case (let after?, let within?): "\(Self.said(within)) after \(Self.said(after))"
        case (let after?, nil): "after \(Self.said(after))"
        case (nil, let within?): within.count == 0 ? "on the same day" : "within \(Self.said(within))"
        case (nil, nil): "as agreed"
        }
    }

    private static func said(_ length: DueLength) -> String {
        if case .dates(let count) = length { return Spoken.counted(count, "day") }
        return Lengths.write(length)
    }

    static func < (first: EducationDue, second: EducationDue) -> Bool {
        (first.hours, first.says) < (second.hours, second.says)
    }

    /// About how many hours after the first day; without a length, last.
    private var hours: Int {
        guard after != nil || within != nil else { return .max }
        return (after?.aboutHours ?? 0) + (within?.aboutHours ?? 0)
    }
}

extension DueLength {
    fileprivate var aboutHours: Int {
        switch self {
        case .minutes(let count): count / 60
        case .hours(let count): count
        case .days(let count), .dates(let count): count * 24
        case .workingDays(let count), .schoolDays(let count): count * 34
        }
    }
}
