// SPDX-License-Identifier: MIT

extension TimeText {
    /// Writes `2015-06-05`.
    public static func write(_ date: CivilDate) -> String {
        written { $0.append(date) }
    }

    /// Writes `05/06/2015`: day, month, year.
    public static func writeDayFirst(_ date: CivilDate) -> String {
        let (year, month, day) = date.parts
        return "\(padded(day))/\(padded(month))/\(padded(year, to: 4))"
    }

    /// Writes `2015-06-05T22:10:00`.
    public static func write(_ local: LocalTime) -> String {
        written { $0.append(local) }
    }

    /// Writes London time with its offset, which tells the two hours of October apart: `2015-06-05T22:10:00+01:00`.
    public static func write(_ instant: Instant) -> String {
        let offsetSeconds = London.offsetSeconds(at: instant)
        return written {
            $0.append(shown(instant, offsetSeconds: offsetSeconds))
            $0.append(contentsOf: offsetSeconds == 0 ? "+00:00".utf8 : "+01:00".utf8)
        }
    }

    /// Writes UTC for machines: `2015-06-05T21:10:00Z`.
    public static func writeUTC(_ instant: Instant) -> String {
        written {
            $0.append(shown(instant, offsetSeconds: 0))
            $0.append(UInt8(ascii: "Z"))
        }
    }

    /// Writes what ``uncertain(_:)`` reads as the same value.
    public static func write(_ time: UncertainTime) -> String {
        switch time {
        case .at(let instant): write(instant)
        case .about(let instant): "~\(write(instant))"
        case .between: "\(write(time.earliest))/\(write(time.latest))"
        case .on(let date): write(date)
        }
    }

    /// Writes a date as a date and an instant as London time with its offset.
    public static func write(_ due: Due) -> String {
        switch due {
        case .instant(let instant): write(instant)
        case .date(let date): write(date)
        }
    }

    static func padded(_ number: Int, to width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    private static func written(_ write: (inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        write(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func shown(_ instant: Instant, offsetSeconds: Int) -> LocalTime {
        let seconds = instant.secondsSince1970 + Int64(offsetSeconds)
        var day = seconds / 86_400
        if seconds < day * 86_400 { day -= 1 }
        return LocalTime(date: CivilDate(daysSince1970: Int32(day)), secondOfDay: Int(seconds - day * 86_400))
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ local: LocalTime) {
        append(local.date)
        append(UInt8(ascii: "T"))
        appendTwoDigits(local.hour)
        append(UInt8(ascii: ":"))
        appendTwoDigits(local.minute)
        append(UInt8(ascii: ":"))
        appendTwoDigits(local.second)
    }

    fileprivate mutating func append(_ date: CivilDate) {
        let (year, month, day) = date.parts
        if (0...9_999).contains(year) {
            appendTwoDigits(year / 100)
            appendTwoDigits(year % 100)
        } else {
            append(contentsOf: String(year).utf8)
        }
        append(UInt8(ascii: "-"))
        appendTwoDigits(month)
        append(UInt8(ascii: "-"))
        appendTwoDigits(day)
    }

    private mutating func appendTwoDigits(_ number: Int) {
        append(UInt8(ascii: "0") + UInt8(number / 10))
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}

extension CivilDate: CustomStringConvertible {
    public var description: String { TimeText.write(self) }
}

extension LocalTime: CustomStringConvertible {
    public var description: String { TimeText.write(self) }
}

extension Instant: CustomStringConvertible {
    public var description: String { TimeText.write(self) }
}

extension UncertainTime: CustomStringConvertible {
    public var description: String { TimeText.write(self) }
}

extension Due: CustomStringConvertible {
    public var description: String { TimeText.write(self) }
}
