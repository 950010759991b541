// SPDX-License-Identifier: MIT

import WorkingTime

extension Faults {
    /// `30 minutes`, `72 hours`, `2 days`, `5 working days`, `3 school days`, `7 dates`.
    func length(_ node: PackNode, _ what: String) -> DueLength? {
        guard let text = text(node, what) else { return nil }
        guard let length = Lengths.read(text) else {
            add(node, "\(what) is a number with a unit, and here is “\(text)”.", allowed: Lengths.examples)
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
