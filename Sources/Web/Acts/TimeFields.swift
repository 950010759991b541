// SPDX-License-Identifier: MIT

import WorkingTime

/// Reads and writes a time that may be uncertain as the five controls that make it up.
enum TimeFields {
    enum Fault: Error {
        /// Nothing was filled in.
        case empty
        case says(String)
    }

    /// The time under `name`. `now` stands for the choice of the present moment.
    static func read(_ name: String, in form: FormFields, now: Instant) throws(Fault) -> UncertainTime {
        let how = form["\(name).how"]
        if how == "now" { return .at(now) }
        if how.hasPrefix("in-"), let minutes = Int(how.dropFirst(3)) { return .at(now + .minutes(minutes)) }
        if form["\(name).date"].isEmpty && form["\(name).time"].isEmpty { throw .empty }
        let day = try date(form["\(name).date"], orTodayOf: now)
        if how == "day" || (form["\(name).time"].isEmpty && how.isEmpty) { return .on(day) }
        let first = try instant(day, form["\(name).time"])
        switch how {
        case "about": return .about(first)
        case "between":
            let untilDay = form["\(name).date2"].isEmpty ? day : try date(form["\(name).date2"], orTodayOf: now)
            let second = try instant(untilDay, form["\(name).time2"])
            guard first <= second else { throw .says("The second time must be after the first.") }
            return .between(first, second)
        default: return .at(first)
        }
    }

    static func write(_ time: UncertainTime, as name: String, into form: inout FormFields) {
        switch time {
        case .at(let instant): write(instant, how: "at", as: name, into: &form)
        case .about(let instant): write(instant, how: "about", as: name, into: &form)
        case .between:
            write(time.earliest, how: "between", as: name, into: &form)
            let local = London.localTime(of: time.latest)
            form["\(name).date2"] = TimeText.write(local.date)
            form["\(name).time2"] = Spoken.time(local)
        case .on(let date):
            form["\(name).how"] = "day"
            form["\(name).date"] = TimeText.write(date)
        }
    }

    /// `2015-06-05`, or as people write it: `5/6/2015`.
    static func date(_ text: String, orTodayOf now: Instant) throws(Fault) -> CivilDate {
        if text.isEmpty { return London.date(of: now) }
        if let date = try? TimeText.date(text) { return date }
        let parts = text.split { "/.- ".contains($0) }.compactMap { Int($0) }
        if parts.count == 3, let date = CivilDate(year: parts[2], month: parts[1], day: parts[0]) { return date }
        throw .says("“\(text)” is not a date. Write it like 5/6/2015.")
    }

    /// `22:10`, or as people write it: `2210`, `22.10`, `9:05`.
    private static func instant(_ day: CivilDate, _ text: String) throws(Fault) -> Instant {
        if text.isEmpty { throw .says("The time of day is needed, or choose “Only the day is known”.") }
        var digits = text.filter(\.isNumber)
        if digits.count <= 2 { digits += "00" }
        guard digits.count <= 4, let number = Int(digits),
            let local = LocalTime(date: day, hour: number / 100, minute: number % 100)
        else { throw .says("“\(text)” is not a time of day. Write it like 22:10.") }
        do {
            return try London.instant(of: local)
        } catch {
            throw .says("Clocks were put forward that night: \(text) never occurred.")
        }
    }

    private static func write(_ instant: Instant, how: String, as name: String, into form: inout FormFields) {
        let local = London.localTime(of: instant)
        form["\(name).how"] = how
        form["\(name).date"] = TimeText.write(local.date)
        form["\(name).time"] = Spoken.time(local)
    }
}
