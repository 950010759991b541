// SPDX-License-Identifier: MIT

import WorkingTime

/// Writes meetings as an iCalendar object (RFC 5545): times in UTC, lines folded, text escaped.
struct CalendarText {
    /// One meeting as a calendar shows it. It names no child, no place and nobody who comes.
    struct Entry: Hashable, Sendable {
        /// The same for the same meeting for ever.
        let uid: String
        let title: String
        let says: String
        let address: String
        let at: UncertainTime
        /// How often it was changed.
        let sequence: Int
        let changedAt: Instant
        let isCancelled: Bool
    }

    let name: String
    let entries: [Entry]

    /// The whole object.
    var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Homeward//Meetings//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escaped(name))", "X-WR-TIMEZONE:Europe/London",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
        ]
        for entry in entries { lines += Self.lines(of: entry) }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined(separator: "\r\n") + "\r\n"
    }

    private static func lines(of entry: Entry) -> [String] {
        [
            "BEGIN:VEVENT", "UID:\(escaped(entry.uid))", "DTSTAMP:\(instant(entry.changedAt))",
            "LAST-MODIFIED:\(instant(entry.changedAt))", "SEQUENCE:\(entry.sequence)",
        ] + times(entry.at) + [
            "SUMMARY:\(escaped(entry.title))", "DESCRIPTION:\(escaped(entry.says))", "URL:\(entry.address)",
            "STATUS:\(entry.isCancelled ? "CANCELLED" : "CONFIRMED")", "CLASS:PRIVATE", "TRANSP:OPAQUE",
            "END:VEVENT",
        ]
    }

    /// An hour from a time that is known to the minute; the whole time it may be in; a day of which no more is known.
    private static func times(_ time: UncertainTime) -> [String] {
        switch time {
        case .on(let date):
            return ["DTSTART;VALUE=DATE:\(day(date))", "DTEND;VALUE=DATE:\(day(date.next))"]
        case .at(let start), .about(let start):
            return ["DTSTART:\(instant(start))", "DTEND:\(instant(start + .hours(1)))"]
        case .between(let first, let last):
            return ["DTSTART:\(instant(first))", "DTEND:\(instant(max(last, first + .hours(1))))"]
        }
    }

    /// "20150608T130000Z"
    static func instant(_ instant: Instant) -> String {
        let days = (instant.secondsSince1970 - ((instant.secondsSince1970 % 86_400) + 86_400) % 86_400) / 86_400
        let seconds = instant.secondsSince1970 - days * 86_400
        let date = CivilDate(daysSince1970: Int32(clamping: days))
        return "\(day(date))T\(two(seconds / 3_600))\(two(seconds / 60 % 60))\(two(seconds % 60))Z"
    }

    static func day(_ date: CivilDate) -> String {
        let year = String(date.year)
        return String(repeating: "0", count: max(0, 4 - year.count)) + year + two(Int64(date.month))
            + two(Int64(date.day))
    }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Text as a value: a backslash before what would end it. Other control characters have no place in a calendar.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n": result += "\\n"
            case "\t": result += " "
            default: if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// The line in pieces of at most 75 bytes, each but the first with a blank before it; no character is cut in two.
    static func folded(_ line: String) -> String {
        var pieces: [String] = []
        var piece = ""
        var room = 75
        for character in line.unicodeScalars {
            let size = UTF8.width(character)
            if size > room {
                pieces.append(piece)
                piece = ""
                room = 74
            }
            piece.unicodeScalars.append(character)
            room -= size
        }
        return (pieces + [piece]).joined(separator: "\r\n ")
    }
}
