// SPDX-License-Identifier: MIT

import WorkingTime

/// What was most likely meant by a date or a time in another form: `05/06/2015`, `5.6.2015`, `2015-06-05 22:10`.
enum WrittenTimes {
    /// The date as packs write it. Where both readings are possible the day is taken to come first, as in Britain.
    static func date(_ text: String) -> String? {
        let parts = text.split { "/.- ".contains($0) }.map(String.init)
        guard parts.count == 3, let first = number(parts[0]), let third = number(parts[2]),
            let second = number(parts[1]) ?? month(parts[1])
        else { return nil }
        let readings =
            parts[0].count == 4
            ? [(first, second, third), (first, third, second)]
            : [(third, second, first), (third, first, second)]
        for (year, month, day) in readings {
            let full = year < 100 ? year + 2_000 : year
            if let date = CivilDate(year: full, month: month, day: day) { return "\(date)" }
        }
        return nil
    }

    /// The local time as scenarios write it.
    static func time(_ text: String) -> String? {
        let parts = text.split(maxSplits: 1) { "T ".contains($0) }.map(String.init)
        guard parts.count == 2 else { return date(text).map { $0 == text ? "\($0)T00:00" : $0 } }
        let clock = parts[1].split { ":.hH".contains($0) }
        guard let day = (try? TimeText.date(parts[0])).map({ "\($0)" }) ?? date(parts[0]), 2 <= clock.count,
            let hour = number(String(clock[0])), let minute = number(String(clock[1].prefix(2))), hour < 24, minute < 60
        else { return nil }
        let meant = "\(day)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        return meant == text ? nil : meant
    }

    private static func number(_ text: String) -> Int? {
        text.utf8.count <= 4 ? Int(text) : nil
    }

    private static func month(_ text: String) -> Int? {
        let months = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        guard 3 <= text.count else { return nil }
        return months.firstIndex { $0.hasPrefix(text.lowercased()) }.map { $0 + 1 }
    }
}
