// SPDX-License-Identifier: MIT

/// Walks once over a text's bytes, taking one fixed-width piece at a time.
struct TimeTextReader {
    private let text: String
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// `yyyy-mm-dd`
    mutating func readDate() throws(TimeTextFault) -> CivilDate {
        guard let year = readNumber(digits: 4), read("-"), let month = readNumber(digits: 2), read("-"),
            let day = readNumber(digits: 2)
        else { throw .notADate(text) }
        guard let date = CivilDate(year: year, month: month, day: day) else { throw .noSuchDate(text) }
        return date
    }

    /// `yyyy-mm-ddThh:mm` with `:ss` or without.
    mutating func readLocalTime() throws(TimeTextFault) -> LocalTime {
        let date = try readDate()
        guard read("T"), let hour = readNumber(digits: 2), read(":"), let minute = readNumber(digits: 2) else {
            throw .notATime(text)
        }
        var second = 0
        if read(":") {
            guard let number = readNumber(digits: 2) else { throw .notATime(text) }
            second = number
        }
        guard let local = LocalTime(date: date, hour: hour, minute: minute, second: second) else {
            throw .noSuchTime(text)
        }
        return local
    }

    /// `Z`, or `+hh:mm` or `-hh:mm` up to 14 hours, as seconds ahead of UTC.
    mutating func readOffset() throws(TimeTextFault) -> Int {
        if read("Z") { return 0 }
        let isAhead = read("+")
        guard isAhead || read("-"), let hours = readNumber(digits: 2), read(":"),
            let minutes = readNumber(digits: 2), minutes < 60, hours * 60 + minutes <= 14 * 60
        else { throw .notAnOffset(text) }
        return (isAhead ? 1 : -1) * (hours * 60 + minutes) * 60
    }

    mutating func read(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    mutating func readNumber(digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[position..<position + digits] {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        position += digits
        return number
    }
}
