// SPDX-License-Identifier: MIT

/// Dates and times as text that people and programs exchange: strict readers, and writers that give the same back.
///
/// Years have four digits, 0001–9999. Nothing is guessed: no spaces, no missing zeros, no other separators.
public enum TimeText {
    /// Reads `2015-06-05`.
    public static func date(_ text: String) throws(TimeTextFault) -> CivilDate {
        var reader = TimeTextReader(text)
        let date = try reader.readDate()
        guard reader.isAtEnd else { throw .notADate(text) }
        return date
    }

    /// Reads `05/06/2015`: day, month, year.
    public static func dayFirstDate(_ text: String) throws(TimeTextFault) -> CivilDate {
        var reader = TimeTextReader(text)
        guard let day = reader.readNumber(digits: 2), reader.read("/"),
            let month = reader.readNumber(digits: 2), reader.read("/"),
            let year = reader.readNumber(digits: 4), reader.isAtEnd
        else { throw .notADate(text) }
        guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDate(text) }
        return date
    }

    /// Reads `2015-06-05T22:10` or `2015-06-05T22:10:30`, without an offset: a time as London clocks show it.
    public static func localTime(_ text: String) throws(TimeTextFault) -> LocalTime {
        var reader = TimeTextReader(text)
        let local = try reader.readLocalTime()
        guard reader.isAtEnd else { throw .notATime(text) }
        return local
    }

    /// Reads a local time, which is then London's, or one with `Z` or an offset: `2015-06-05T22:10:00+01:00`.
    ///
    /// A London time that occurs twice is the first; one that never occurs is a fault (ruling 25).
    public static func instant(_ text: String) throws(TimeTextFault) -> Instant {
        var reader = TimeTextReader(text)
        let local = try reader.readLocalTime()
        guard !reader.isAtEnd else {
            do throws(LocalTimeFault) {
                return try London.instant(of: local)
            } catch {
                throw .neverOccurs(error)
            }
        }
        let offsetSeconds = try reader.readOffset()
        guard reader.isAtEnd else { throw .notAnOffset(text) }
        let shown = Int64(local.date.daysSince1970) * 86_400 + Int64(local.secondOfDay)
        return Instant(secondsSince1970: shown - Int64(offsetSeconds))
    }

    /// Reads a time as exactly as it is known: `2015-06-05T22:10`, `~2015-06-05T22:10` for about,
    /// `2015-06-05T22:00/2015-06-05T23:30` for between, `2015-06-05` for the date alone.
    public static func uncertain(_ text: String) throws(TimeTextFault) -> UncertainTime {
        if text.hasPrefix("~") {
            return .about(try instant(String(text.dropFirst())))
        }
        if let slash = text.firstIndex(of: "/") {
            let first = try instant(String(text[..<slash]))
            let second = try instant(String(text[text.index(after: slash)...]))
            guard first <= second else { throw .endsBeforeItStarts(text) }
            return .between(first, second)
        }
        return text.contains("T") ? .at(try instant(text)) : .on(try date(text))
    }
}
