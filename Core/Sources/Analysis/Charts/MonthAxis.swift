// SPDX-License-Identifier: MIT

import WorkingTime

/// Dates along the width of a chart, with a line at the first of each month and its name where there is room.
struct MonthAxis {
    let first: CivilDate
    /// The first date that is no longer drawn.
    let end: CivilDate
    let left: Double
    let right: Double

    func x(_ day: CivilDate) -> Double {
        let span = Double(max(first.days(until: end), 1))
        return left + (right - left) * min(max(Double(first.days(until: day)) / span, 0), 1)
    }

    /// The lines from `top` to `bottom`, the names above them.
    func drawn(from top: Double, to bottom: Double) -> HTML {
        var parts: [HTML] = []
        var day = CivilDate(year: first.year, month: first.month, day: 1) ?? first
        let isNarrow = first.days(until: end) > 400
        var isFirst = true
        while day < end {
            let next = day.adding(days: CivilDate.daysInMonth(day.month, of: day.year))
            let isYear = day.month == 1
            if first <= day { parts.append(Draw.line(x(day), top, x(day), bottom, ink: isYear ? Ink.quiet : Ink.rule)) }
            let isNamed = isNarrow ? day.month % 3 == 1 : true
            if isNamed, x(next) - x(day) > 14, x(day) < right - 30 {
                let name = Spoken.monthName(day.month).prefix(3)
                let text = isFirst || isYear ? "\(name) \(day.year)" : String(name)
                parts.append(Draw.text(text, max(x(day), left) + 3, top - 6, size: 12, ink: Ink.quiet))
                isFirst = false
            }
            day = next
        }
        return parts.joined()
    }
}
