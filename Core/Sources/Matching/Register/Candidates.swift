// SPDX-License-Identifier: MIT

import WorkingTime

/// Collects the rows that share a key with the child who is sought, those with most keys first.
struct Candidates {
    /// A key shared by more children than this says too little to be looked under.
    private static let longestList = 4_000
    private static let atMost = 1_500

    private let register: MatchRegister
    private let sought: Sought
    private var found: [UInt32] = []
    /// The sounds to look under, by word of the name.
    private var sounds: [(part: NamePart, sounds: [UInt64])] = []

    /// The rows worth comparing, without duplicates.
    static func of(_ sought: Sought, in register: MatchRegister, on date: CivilDate?) -> [Int] {
        var candidates = Candidates(register: register, sought: sought)
        candidates.spread()
        candidates.collectIdentifiersAndHomes()
        candidates.collectBirth()
        candidates.collectPairs(on: date)
        return candidates.ranked()
    }

    /// Those who share a number, a home, or the birth date and a word of the name: a tenth of the work, and enough
    /// where one of them leaves no room for anybody else.
    static func nearest(_ sought: Sought, in register: MatchRegister) -> [Int] {
        var candidates = Candidates(register: register, sought: sought)
        candidates.collectIdentifiersAndHomes()
        if sought.core.born != RowCore.unknownBirth {
            let exact = UInt64(UInt32(bitPattern: sought.core.born))
            for word in sought.words {
                candidates.collect(Keys.key(.birthAndSound, exact, Keys.sound(word.form.sound)))
            }
        }
        return candidates.ranked()
    }

    private init(register: MatchRegister, sought: Sought) {
        self.register = register
        self.sought = sought
    }

    private mutating func spread() {
        for word in sought.words {
            let letters = register.sounds.sounds(for: word.form, atMost: 24)
            sounds.append((word.part, letters.map(Keys.sound)))
        }
    }

    private mutating func collect(_ key: UInt32, atMost limit: Int = Candidates.longestList) {
        let range = register.index.range(of: key)
        if range.count > limit { return }
        for place in range { found.append(UInt32(truncatingIfNeeded: register.index.row(at: place))) }
    }

    private mutating func collectIdentifiersAndHomes() {
        let core = sought.core
        if core.nhsNumber != 0 { collect(Keys.key(.nhsNumber, core.nhsNumber)) }
        if core.pupilNumber != 0 { collect(Keys.key(.pupilNumber, core.pupilNumber)) }
        if core.caseReference != 0 { collect(Keys.key(.caseReference, core.caseReference)) }
        for (index, home) in sought.homes.enumerated() {
            if home.postcode != 0 { collect(Keys.key(.postcode, home.postcode)) }
            if let key = Keys.house(home, street: sought.streets[index]) { collect(key) }
        }
    }

    private mutating func collectBirth() {
        if sought.core.born == RowCore.unknownBirth { return }
        let born = CivilDate(daysSince1970: sought.core.born)
        let exact = UInt64(UInt32(bitPattern: sought.core.born))
        collect(Keys.key(.birth, exact), atMost: 400)
        for word in sounds {
            for sound in word.sounds { collect(Keys.key(.birthAndSound, exact, sound)) }
        }
        for date in NearDates.of(born) {
            let near = UInt64(UInt32(bitPattern: date.daysSince1970))
            for word in sounds {
                for sound in word.sounds.prefix(3) { collect(Keys.key(.birthAndSound, near, sound), atMost: 400) }
            }
        }
    }

    private mutating func collectPairs(on date: CivilDate?) {
        let years = years(on: date)
        for (index, one) in sounds.enumerated() {
            for other in sounds[(index + 1)...] where one.part != other.part {
                for (place, first) in one.sounds.enumerated() {
                    for second in other.sounds.prefix(place < 3 ? 24 : 3) {
                        let pair = Keys.pair(first, second)
                        if years.isEmpty { collect(Keys.key(.pair, pair)) }
                        for year in years {
                            collect(Keys.key(.pairInYear, pair, UInt64(UInt16(truncatingIfNeeded: year))))
                        }
                    }
                }
                if !years.isEmpty, let first = one.sounds.first, let second = other.sounds.first {
                    collect(Keys.key(.pair, Keys.pair(first, second)), atMost: 150)
                }
            }
        }
    }

    /// The years of birth worth looking under; none where nothing was said of the age.
    private func years(on date: CivilDate?) -> [Int] {
        if let born = sought.born { return [Int(born.year), Int(born.year) - 1, Int(born.year) + 1] }
        if let age = sought.ageYears, let date { return ((date.year - age - 2)...(date.year - age + 1)).map { $0 } }
        return []
    }

    private mutating func ranked() -> [Int] {
        found.sort()
        var votes: [(row: UInt32, votes: Int)] = []
        for row in found {
            if let last = votes.last, last.row == row {
                votes[votes.count - 1].votes += 1
            } else {
                votes.append((row, 1))
            }
        }
        return Candidates.cut(votes)
    }

    /// Leaves out those with fewest keys, all with as many of them together, so that no order of rows decides; only
    /// where nothing but one common name was said do the first rows stand for the rest.
    private static func cut(_ votes: [(row: UInt32, votes: Int)]) -> [Int] {
        var least = 1
        var kept = votes
        while kept.count > atMost {
            least += 1
            let fewer = votes.filter { $0.votes >= least }
            if fewer.count < 20 { break }
            kept = fewer
        }
        return kept.prefix(atMost * 2).map { Int($0.row) }
    }
}

/// The dates that a slip makes of a birth date.
enum NearDates {
    static func of(_ date: CivilDate) -> [CivilDate] {
        var near: [CivilDate] = []
        func add(_ year: Int, _ month: Int, _ day: Int) {
            if let other = CivilDate(year: year, month: month, day: day), other != date { near.append(other) }
        }
        let (year, month, day) = (date.year, date.month, date.day)
        add(year, day, month)
        add(year, 1, 1)
        for apart in [-2, -1, 1, 2] { add(year + apart, month, day) }
        for apart in [-10, 10] { add(year + apart, month, day) }
        for other in 1...12 where BirthLikeness.isDigitOff(month, other) { add(year, other, day) }
        for other in 1...31 where BirthLikeness.isDigitOff(day, other) { add(year, month, other) }
        for apart in -2...2 { add(year + apart, 1, 1) }
        return near
    }
}
