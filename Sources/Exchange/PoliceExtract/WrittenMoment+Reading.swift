// SPDX-License-Identifier: MIT
import WorkingTime

extension WrittenMoment {
    /// Reads `09/07/2026 22:15`, `9/7/26`, `2026-07-09T22:15:00`, and the like: a date of three numbers, then perhaps
    /// a time, perhaps with seconds, which are dropped. Nil where it is none.
    init?(_ text: String, time: String = "", order: PoliceMapping.DayOrder) {
        let numbers = WrittenMoment.numbers(in: text)
        guard numbers.count >= 3, numbers.allSatisfy({ $0.digits <= 4 }) else { return nil }
        let yearFirst = order == .yearFirst || numbers[0].digits == 4
        let (year, day) = yearFirst ? (numbers[0], numbers[2]) : (numbers[2], numbers[0])
        guard year.digits == 4 || year.digits == 2 else { return nil }
        let fullYear = year.digits == 4 ? year.value : year.value + (year.value < 70 ? 2000 : 1900)
        guard let date = CivilDate(year: fullYear, month: numbers[1].value, day: day.value) else { return nil }
        let clock = time.isEmpty ? Array(numbers.dropFirst(3)) : WrittenMoment.numbers(in: time)
        guard let minute = WrittenMoment.minute(clock) else {
            if !clock.isEmpty { return nil }
            self.init(day: date, minuteOfDay: nil)
            return
        }
        self.init(day: date, minuteOfDay: minute)
    }

    private static func minute(_ clock: [(value: Int, digits: Int)]) -> Int? {
        guard let first = clock.first else { return nil }
        // Some systems write a time as 2215.
        let (hour, minute) =
            clock.count == 1 && first.digits >= 3
            ? (first.value / 100, first.value % 100) : (first.value, clock.dropFirst().first?.value ?? 0)
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        return hour * 60 + minute
    }

    private static func numbers(in text: String) -> [(value: Int, digits: Int)] {
        var found: [(value: Int, digits: Int)] = []
        var isInside = false
        for byte in text.utf8 {
            guard (48...57).contains(byte) else {
                isInside = false
                continue
            }
            if !isInside { found.append((0, 0)) }
            isInside = true
            let last = found.count - 1
            if found[last].digits < 9 {
                found[last] = (found[last].value * 10 + Int(byte - 48), found[last].digits + 1)
            }
        }
        return found
    }
}
