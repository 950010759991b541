// SPDX-License-Identifier: MIT

import Analysis
import WorkingTime

/// The opening tag of a time, exact for machines and on hovering. A page has a hundred of them, so it is written in one
/// go.
enum TimeTag {
    /// `<time datetime="2015-06-05T22:10:00+01:00" title="5 June 2015, 22:10">`
    static func opening(_ instant: Instant) -> HTML {
        let local = London.localTime(of: instant)
        let (year, month, day) = local.date.parts
        guard (1_000...9_999).contains(year) else { return plain(instant) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(96)
        bytes.append(contentsOf: "<time datetime=\"".utf8)
        bytes.append(digits: year, 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(digits: month, 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(digits: day, 2)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(digits: local.secondOfDay / 3_600, 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(digits: local.secondOfDay / 60 % 60, 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(digits: local.secondOfDay % 60, 2)
        bytes.append(contentsOf: (London.isSummerTime(at: instant) ? "+01:00\" title=\"" : "+00:00\" title=\"").utf8)
        bytes.append(digits: day, day < 10 ? 1 : 2)
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: Spoken.monthName(month).utf8)
        bytes.append(UInt8(ascii: " "))
        bytes.append(digits: year, 4)
        bytes.append(contentsOf: ", ".utf8)
        bytes.append(contentsOf: Spoken.time(instant).utf8)
        bytes.append(contentsOf: "\">".utf8)
        return HTML(trusted: String(decoding: bytes, as: UTF8.self))
    }

    /// The same put together from its parts.
    static func plain(_ instant: Instant) -> HTML {
        let exact = "\(Spoken.fullDate(London.date(of: instant))), \(Spoken.time(instant))"
        return "<time datetime=\"\(TimeText.write(instant))\" title=\"\(exact)\">"
    }
}

extension [UInt8] {
    /// The number with so many digits at least, noughts in front.
    fileprivate mutating func append(digits number: Int, _ count: Int) {
        if 10 <= number || 1 < count { append(digits: number / 10, count - 1) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
