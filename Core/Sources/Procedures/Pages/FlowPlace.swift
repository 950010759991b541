// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// How long a duty leaves, as coarsely as a drawing needs it.
enum FlowSpan: Int, CaseIterable, Hashable {
    case hour
    case day
    case threeDays
    case later
    case regularly
    case asStated

    init(of duty: Duty) {
        switch duty.due {
        case .length(let length), .figure(_, let length): self.init(length)
        case .stated(_, _, let otherwise): self = otherwise.map { FlowSpan($0) } ?? .asStated
        case .every: self = .regularly
        }
    }

    init(_ length: DueLength) {
        guard let elapsed = length.elapsed else {
            self = length.count <= 1 ? .day : .later
            return
        }
        self = elapsed <= .hours(1) ? .hour : elapsed <= .hours(24) ? .day : elapsed <= .hours(72) ? .threeDays : .later
    }

    var isWithinADay: Bool { self == .hour || self == .day }

    var says: String {
        switch self {
        case .hour: "within 1 hour"
        case .day: "within 24 hours"
        case .threeDays: "within 72 hours"
        case .later: "later"
        case .regularly: "again and again"
        case .asStated: "when agreed"
        }
    }
}

/// What a duty's place in the drawn course is reckoned from.
enum FlowAnchor: Hashable {
    case before
    case report
    case decision
    case away
    /// So long after the start.
    case threshold(Elapsed)
    case found
    case repeats

    init(of duty: Duty) {
        switch duty.stage {
        case .before: self = .before
        case .found, .afterwards: self = .found
        case .repeats: self = .repeats
        case .report, .police, .away, .education:
            if let length = duty.threshold {
                self = .threshold(length)
            } else if case .report = duty.clock.start {
                self = .report
            } else {
                let asksPolice = duty.when.wanted.contains { ["category", "category-ever", "risk"].contains($0.name) }
                self = duty.who.isPolice || asksPolice ? .decision : .away
            }
        }
    }

    /// What has happened there.
    var says: String {
        switch self {
        case .before: "First checks"
        case .report: "The child is reported"
        case .decision: "Police decide: missing, absent, how high the risk is"
        case .away: "While the child is away"
        case .threshold(let length): "\(Spoken.counted(Int(length.seconds / 3_600), "hour")) after the child went"
        case .found: "The child is found, or comes back"
        case .repeats: "The child goes again"
        }
    }

    /// The order in which it is drawn.
    var order: Int64 {
        switch self {
        case .before: 0
        case .report: 1
        case .decision: 2
        case .away: 3
        case .threshold(let length): 4 + length.seconds
        case .found: .max - 1
        case .repeats: .max
        }
    }
}

extension Duty {
    /// How long after the start of the episode the clock starts, where that is a day or more.
    fileprivate var threshold: Elapsed? {
        if case .start = clock.start, let length = clock.plus?.elapsed, length >= .hours(24) { return length }
        let longest = when.wanted.filter { $0.name == "open-longer-than" }.compactMap { ask in
            ask.values.first.flatMap(Lengths.read)?.elapsed
        }.max()
        return longest.flatMap { $0 >= .hours(24) ? $0 : nil }
    }
}

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
        case (let after?, let within?): "\(Lengths.write(within)) after \(Lengths.write(after))"
        case (let after?, nil): "after \(Lengths.write(after))"
        case (nil, let within?): "within \(Lengths.write(within))"
        case (nil, nil): "as agreed"
        }
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
