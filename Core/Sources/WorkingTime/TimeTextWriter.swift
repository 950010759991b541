// SPDX-License-Identifier: MIT

extension TimeText {
    /// Writes `2015-06-05`.
    public static func write(_ date: CivilDate) -> String {
        let (year, month, day) = date.parts
        return "\(padded(year, to: 4))-\(padded(month))-\(padded(day))"
    }

    /// Writes `05/06/2015`: day, month, year.
    public static func writeDayFirst(_ date: CivilDate) -> String {
        let (year, month, day) = date.parts
        return "\(padded(day))/\(padded(month))/\(padded(year, to: 4))"
    }

    /// Writes `2015-06-05T22:10:00`.
    public static func write(_ local: LocalTime) -> String {
        "\(write(local.date))T\(padded(local.hour)):\(padded(local.minute)):\(padded(local.second))"
    }

    /// Writes London time with its offset, which tells the two hours of October apart: `2015-06-05T22:10:00+01:00`.
    public static func write(_ instant: Instant) -> String {
        "\(write(London.localTime(of: instant)))\(London.isSummerTime(at: instant) ? "+01:00" : "+00:00")"
    }

    /// Writes UTC for machines: `2015-06-05T21:10:00Z`.
    public static func writeUTC(_ instant: Instant) -> String {
        let seconds = instant.secondsSince1970
        var day = seconds / 86_400
        if seconds < day * 86_400 { day -= 1 }
        let local = LocalTime(
            date: CivilDate(daysSince1970: Int32(day)), secondOfDay: Int(seconds - day * 86_400))
        return "\(write(local))Z"
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
