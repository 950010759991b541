// SPDX-License-Identifier: MIT

import WorkingTime

/// Round times of the London day along an axis.
struct TimeTicks {
    struct Tick: Hashable {
        let at: Instant
        let label: String
    }

    let ticks: [Tick]

    private static let hours = [1, 2, 3, 6, 12]
    private static let days = [1, 2, 4, 7, 14, 28, 56, 91, 182, 364, 728, 1_456]

    /// Ticks from `first` to `last`, at most `most` of them: whole hours of a day, or midnights.
    init(from first: Instant, to last: Instant, most: Int) {
        let span = Int((last - first).seconds)
        if let step = TimeTicks.hours.first(where: { span <= $0 * 3_600 * most }) {
            ticks = TimeTicks.hourly(from: first, to: last, step: step)
        } else {
            let step = TimeTicks.days.first { span <= $0 * 86_400 * most } ?? 3_640
            ticks = TimeTicks.daily(from: first, to: last, step: step)
        }
    }

    private static func hourly(from first: Instant, to last: Instant, step: Int) -> [Tick] {
        var found: [Tick] = []
        var date = London.date(of: first)
        while London.startOfDay(date) <= last {
            for hour in stride(from: 0, to: 24, by: step) {
                let at = London.instantOrChange(at: LocalTime(date: date, secondOfDay: hour * 3_600))
                guard first <= at, at <= last, found.last.map({ $0.at < at }) ?? true else { continue }
                let label = hour == 0 ? "\(date.day) \(MonthName.short[date.month - 1])" : Spoken.time(at)
                found.append(Tick(at: at, label: label))
            }
            date = date.adding(days: 1)
        }
        return found
    }

    private static func daily(from first: Instant, to last: Instant, step: Int) -> [Tick] {
        var found: [Tick] = []
        var date = London.date(of: first).adding(days: 1)
        while London.startOfDay(date) <= last {
            found.append(Tick(at: London.startOfDay(date), label: "\(date.day) \(MonthName.short[date.month - 1])"))
            date = date.adding(days: step)
        }
        return found
    }
}
