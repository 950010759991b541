// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What a protocol counts over episodes, and what has to be done once there are so many.
public struct Trigger: Sendable {
    /// For whom it fires.
    public enum Subject: String, CaseIterable, Hashable, Sendable {
        case child
        /// The place that children went missing from.
        case place
        /// Children who were away together.
        case group
    }

    public let id: String
    public let subject: Subject
    let rule: TriggerRule
    /// Looked at when the newest episode has been reported.
    public let when: Condition?
    /// Duties of the child, or duties of the area, whose clock it starts.
    public let makes: [String]
    /// Whether its figure is a local choice that no clause states.
    public let isLocalChoice: Bool
    public let note: String?
    public let source: String

    /// What it counts, in words: "3 missing episodes within 90 days".
    public var counts: String { rule.spoken }

    /// Whether it is worked out over all children at once, on set days.
    public var isRanking: Bool { if case .ranking = rule { true } else { false } }
}

/// What is counted, and how often it has to have happened. Source: rulings 18–20.
enum TriggerRule: Hashable, Sendable {
    /// So many episodes within a window that ends with the newest.
    case counts(EpisodeFilter, atLeast: Int, CountWindow)
    /// More in the last so many dates than in as many before, and at least so many.
    case rising(EpisodeFilter, days: Int, atLeast: Int)
    /// The most, on the first day of each period.
    case ranking(EpisodeFilter, Ranking)

    struct Ranking: Hashable, Sendable {
        let top: Int
        let window: CountWindow
        let every: RankingDays
        /// Fewer than so many are in no ranking.
        let atLeast: Int
    }

    var filter: EpisodeFilter {
        switch self {
        case .counts(let filter, _, _), .rising(let filter, _, _), .ranking(let filter, _): filter
        }
    }

    /// With fewer episodes it cannot fire.
    var least: Int {
        switch self {
        case .counts(_, let least, _), .rising(_, _, let least): least
        case .ranking(_, let ranking): ranking.atLeast
        }
    }

    var spoken: String {
        switch self {
        case .counts(let filter, let least, let window):
            "\(Spoken.counted(least, filter.spoken)) within \(window.spoken)"
        case .rising(let filter, let days, let least):
            "more \(filter.spoken)s in \(Spoken.counted(days, "day")) than in the \(days) before, and at least \(least)"
        case .ranking(let filter, let ranking):
            "the \(ranking.top) with the most \(filter.spoken)s within \(ranking.window.spoken), "
                + "\(ranking.every.spoken)"
        }
    }
}

/// The days on which a ranking is made: Mondays, or the first day of each so many months of the year.
enum RankingDays: Hashable, Sendable {
    case weeks
    case months(Int)

    var spoken: String {
        switch self {
        case .weeks: "on each Monday"
        case .months(1): "on the first day of each month"
        case .months(12): "on the first day of each year"
        case .months(let count): "on the first day of every \(count) months"
        }
    }

    /// The first such day on or after `date`.
    func first(from date: CivilDate) -> CivilDate {
        var day = date
        switch self {
        case .weeks: while day.weekday != .monday { day = day.next }
        case .months(let count):
            while day.day != 1 || (day.month - 1) % count != 0 {
                day = day.adding(days: CivilDate.daysInMonth(day.month, of: day.year) - day.day + 1)
            }
        }
        return day
    }
}
