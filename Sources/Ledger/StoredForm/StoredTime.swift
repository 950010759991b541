// SPDX-License-Identifier: MIT
import WorkingTime

/// How times are written under the seal: in UTC, to the second, and no more exactly than they are known.
///
/// `2026-05-01T21:00:00Z` exactly; `~2026-05-01T21:00:00Z` about then; `…Z/…Z` between two; `2026-05-01` on that
/// date. An instant outside the years 1–9999 is written as a number of seconds.
enum StoredTime {
    /// Instants farther from 1970 than about 30,000 years are refused: no clock shows them, and dates end before.
    static let range: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000
    static let dayRange: ClosedRange<Int64> = -11_000_000...11_000_000

    private static let secondsOfDay: Int64 = 86_400
    private static let instantLength = 20
    private static let dateLength = 10

    static func write(_ time: UncertainTime, to json: inout JSONWriter) {
        switch time {
        case .at(let instant): write(instant, to: &json)
        case .about(let instant): json.string("~" + text(instant))
        case .between(let first, let last): json.string(text(first) + "/" + text(last))
        case .on(let date): write(date, to: &json)
        }
    }

    static func write(_ instant: Instant, to json: inout JSONWriter) {
        if isWritable(instant) { json.string(text(instant)) } else { json.integer(instant.secondsSince1970) }
    }

    static func write(_ date: CivilDate, to json: inout JSONWriter) {
        if (1...9_999).contains(date.year) {
            json.string(text(date))
        } else {
            json.array { $0.integer(Int64(date.daysSince1970)) }
        }
    }

    static func read(_ json: inout JSONScanner, _ name: String) throws(StoredFormFault) -> UncertainTime {
        if json.peek() == UInt8(ascii: "[") { return .on(try readDate(&json, name)) }
        guard json.peek() == UInt8(ascii: "\"") else { return .at(try instant(seconds: json.integer(), name)) }
        let text = try json.stringBytes()
        if text.count == instantLength, let instant = instant(text) { return .at(instant) }
        if text.count == dateLength, let date = date(text) { return .on(date) }
        if text.first == UInt8(ascii: "~"), let instant = anyInstant(text.dropFirst()) { return .about(instant) }
        if let slash = text.firstIndex(of: UInt8(ascii: "/")), let first = anyInstant(text[..<slash]),
            let last = anyInstant(text[(slash + 1)...])
        {
            return .between(first, last)
        }
        throw .wrongType(name)
    }

    static func readInstant(_ json: inout JSONScanner, _ name: String) throws(StoredFormFault) -> Instant {
        guard case .at(let instant) = try read(&json, name) else { throw .wrongType(name) }
        return instant
    }

    static func readDate(_ json: inout JSONScanner, _ name: String) throws(StoredFormFault) -> CivilDate {
        if json.peek() == UInt8(ascii: "[") {
            var days: Int64?
            try json.array { (json) throws(StoredFormFault) in days = try json.integer() }
            guard let days, dayRange.contains(days) else { throw .wrongType(name) }
            return CivilDate(daysSince1970: Int32(days))
        }
        guard let date = date(try json.stringBytes()) else { throw .wrongType(name) }
        return date
    }

    private static func isWritable(_ instant: Instant) -> Bool {
        // 1 January of year 1 up to the end of year 9999.
        (-62_135_596_800..<253_402_300_800).contains(instant.secondsSince1970)
    }

    private static func text(_ instant: Instant) -> String {
        guard isWritable(instant) else { return String(instant.secondsSince1970) }
        let seconds = instant.secondsSince1970
        let ofDay = ((seconds % secondsOfDay) + secondsOfDay) % secondsOfDay
        let date = CivilDate(daysSince1970: Int32((seconds - ofDay) / secondsOfDay))
        return "\(text(date))T\(two(ofDay / 3_600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))Z"
    }

    private static func text(_ date: CivilDate) -> String {
        let parts = date.parts
        let year = String(parts.year)
        let zeros = String(repeating: "0", count: 4 - year.count)
        return "\(zeros)\(year)-\(two(Int64(parts.month)))-\(two(Int64(parts.day)))"
    }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func anyInstant(_ text: ArraySlice<UInt8>) -> Instant? {
        if text.count == instantLength, let instant = instant(text) { return instant }
        guard let seconds = Int64(String(decoding: text, as: UTF8.self)), range.contains(seconds) else { return nil }
        return Instant(secondsSince1970: seconds)
    }

    private static func instant(seconds: Int64, _ name: String) throws(StoredFormFault) -> Instant {
        guard range.contains(seconds) else { throw .wrongType(name) }
        return Instant(secondsSince1970: seconds)
    }

    private static func instant(_ text: ArraySlice<UInt8>) -> Instant? {
        let start = text.startIndex
        guard text[start + 10] == UInt8(ascii: "T"), text[start + 13] == UInt8(ascii: ":"),
            text[start + 16] == UInt8(ascii: ":"), text[start + 19] == UInt8(ascii: "Z"),
            let date = date(text[start..<start + 10]),
            let hour = number(text[start + 11..<start + 13]), hour < 24,
            let minute = number(text[start + 14..<start + 16]), minute < 60,
            let second = number(text[start + 17..<start + 19]), second < 60
        else { return nil }
        let ofDay = hour * 3_600 + minute * 60 + second
        return Instant(secondsSince1970: Int64(date.daysSince1970) * secondsOfDay + Int64(ofDay))
    }

    private static func date(_ text: ArraySlice<UInt8>) -> CivilDate? {
        let start = text.startIndex
        guard text.count == dateLength, text[start + 4] == UInt8(ascii: "-"), text[start + 7] == UInt8(ascii: "-"),
            let year = number(text[start..<start + 4]), let month = number(text[start + 5..<start + 7]),
            let day = number(text[start + 8..<start + 10])
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in digits {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}
