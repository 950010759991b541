// SPDX-License-Identifier: MIT

import WorkingTime

extension Faults {
    /// `30 minutes`, `72 hours`, `2 days`, `5 working days`, `3 school days`, `7 dates`.
    func length(_ node: PackNode, _ what: String) -> DueLength? {
        guard let text = text(node, what) else { return nil }
        guard let length = Lengths.read(text) else {
            add(
                node, "\(what) is a number with a unit, and here is “\(text)”.", allowed: Lengths.examples,
                nearest: Lengths.meant(text))
            return nil
        }
        return length
    }

    /// A length in minutes, hours or days.
    func elapsed(_ node: PackNode, _ what: String) -> Elapsed? {
        guard let length = length(node, what) else { return nil }
        guard let elapsed = length.elapsed, elapsed > .zero else {
            add(
                node, "\(what) is elapsed time, and here is \(node.kind).",
                allowed: ["30 minutes", "72 hours", "2 days"])
            return nil
        }
        return elapsed
    }

    /// `08:45`, up to `24:00`.
    func secondOfDay(_ node: PackNode, _ what: String) -> Int? {
        let parts = node.scalar?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        if parts.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...24).contains(hour), (0..<60).contains(minute), hour * 60 + minute <= 1_440
        {
            return (hour * 60 + minute) * 60
        }
        add(node, "\(what) is a time of day such as \"08:45\", and here is \(node.kind).")
        return nil
    }
}

/// Lengths as packs write them.
enum Lengths {
    static let examples = ["30 minutes", "72 hours", "2 days", "5 working days", "3 school days", "7 dates"]

    static func read(_ text: String) -> DueLength? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2 || parts.count == 3, parts[0].utf8.count <= 5, let count = Int(parts[0]), count >= 0
        else { return nil }
        switch parts.dropFirst().joined(separator: " ") {
        case "minute", "minutes": return .minutes(count)
        case "hour", "hours": return .hours(count)
        case "day", "days": return .days(count)
        case "date", "dates": return .dates(count)
        // A count of working days is walked day by day, so it has a limit.
        case "working day", "working days": return count <= 2_000 ? .workingDays(count) : nil
        case "school day", "school days": return count <= 2_000 ? .schoolDays(count) : nil
        default: return nil
        }
    }

    /// What was most likely meant by a length that can't be read: `72h`, `three days`, `5 workdays`, `2 weeks`.
    static func meant(_ text: String) -> String? {
        let text = text.lowercased()
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count).drop { " -.,_".contains($0) }
        let words = rest.split { " -_".contains($0) }.map(String.init)
        let spelt = digits.isEmpty ? words.first.flatMap { numbers.firstIndex(of: $0) } : nil
        guard let count = Int(digits) ?? spelt, let unit = unit(spelt == nil ? words : Array(words.dropFirst())) else {
            return nil
        }
        let isWeeks = unit == "week"
        guard count <= 9_999, isWeeks || read("\(count) \(unit)") != nil else { return nil }
        return Spoken.counted(isWeeks ? count * 7 : count, isWeeks ? "date" : unit)
    }

    private static let numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

    private static func unit(_ words: [String]) -> String? {
        let joined = words.joined()
        if joined.hasPrefix("work") || joined.hasPrefix("business") || joined == "wd" { return "working day" }
        if joined.hasPrefix("school") { return "school day" }
        let units = [
            ("minute", ["m", "mn", "min", "mins"]), ("hour", ["h", "hr", "hrs", "std"]), ("week", ["w", "wk", "wks"]),
            ("day", ["d", "calendarday", "calendardays"]), ("date", []),
        ]
        return units.first { name, short in
            joined == name || joined == name + "s" || short.contains(joined) || nearest(joined, among: [name]) != nil
        }?.0
    }

    static func write(_ length: DueLength) -> String {
        switch length {
        case .minutes(let count): Spoken.counted(count, "minute")
        case .hours(let count): Spoken.counted(count, "hour")
        case .days(let count): Spoken.counted(count, "day")
        case .workingDays(let count): Spoken.counted(count, "working day")
        case .schoolDays(let count): Spoken.counted(count, "school day")
        case .dates(let count): Spoken.counted(count, "date")
        }
    }
}
