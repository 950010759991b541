// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

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
        case .before: "Before a report"
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
