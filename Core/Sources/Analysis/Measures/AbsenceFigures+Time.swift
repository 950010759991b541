// SPDX-License-Identifier: MIT
import WorkingTime

extension AbsenceFigures {
    /// Length in whole days.
    public var length: Figure {
        figure(
            "length", "How long",
            "Whole days from the start date to the end date: late one evening to early the next morning is 1 day, the "
                + "same date is 0. An episode that is open, or ends before it starts, has no length.",
            bands: ["Same day", "1 day", "2 days", "3–7 days", "8–30 days", "Over 30 days"]
        ) { row in
            switch row.lengthDays {
            case nil: nil
            case let days? where days <= 2: days
            case let days? where days <= 7: 3
            case let days? where days <= 30: 4
            default: 5
            }
        }
    }

    /// Length in hours, where the source has times.
    public var lengthHours: Figure {
        figure(
            "length-hours", "How long, in hours",
            "Elapsed time from start to end. A band takes its lower limit and not its upper.",
            bands: ["Under 8 hours", "8–16 hours", "16–24 hours", "24–48 hours", "2–7 days", "7 days and more"]
        ) { row in
            switch row.lengthMinutes.map({ $0 / 60 }) {
            case nil: nil
            case let hours? where hours < 24: hours / 8
            case let hours? where hours < 48: 3
            case let hours? where hours < 168: 4
            default: 5
            }
        }
    }

    /// Episodes that were not over when the year ended.
    public var openAtEnd: Figure {
        let day = year.map { "31 March \($0.ending)" } ?? "the end of the data"
        return figure(
            "open", "Open at \(day)",
            "Episodes that started by \(day) and have no end date, or one after it. An end that cannot be read is not "
                + "counted as open.", bands: ["Open", "Over by then"]
        ) { row in
            guard let began = row.began, year.map({ began <= $0.last }) ?? true else { return nil }
            if row.isOpen { return 0 }
            guard let ended = row.ended else { return nil }
            return (year.map { $0.last < ended } ?? false) ? 0 : 1
        }
    }

    public var months: Figure {
        let names = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
        return figure(
            "month", "Month of start",
            "The calendar month of the start date, April first. Episodes of every year in the data are counted.",
            bands: names
        ) { row in row.began.map { ($0.month + 8) % 12 } }
    }

    public var weekdays: Figure {
        figure(
            "weekday", "Day of the week of start", "The day of the week of the start date.",
            bands: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        ) { row in row.began.map { ((Int($0.daysSince1970) + 3) % 7 + 7) % 7 } }
    }

    /// Four-hour parts of the day, where the source has times.
    public var hours: Figure {
        figure(
            "hour", "Time of day of start", "The local time of the start, in parts of four hours.",
            bands: ["00–04", "04–08", "08–12", "12–16", "16–20", "20–24"]
        ) { row in row.beganAtMinute.map { min(max($0 / 240, 0), 5) } }
    }
}
