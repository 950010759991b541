// SPDX-License-Identifier: MIT

/// The keys under which a child can be found. Each needs so much agreement that few others share it.
enum Keys {
    enum Kind: UInt64 {
        case nhsNumber = 1, pupilNumber, caseReference
        /// Birth date, and the sound of one word of the name.
        case birthAndSound
        case birth
        case postcode
        case house
        /// The sounds of two words of the name, in either order, and the year of birth.
        case pairInYear
        case pair
    }

    @inline(__always)
    static func key(_ kind: Kind, _ first: UInt64, _ second: UInt64 = 0) -> UInt32 {
        UInt32(truncatingIfNeeded: Packed.mixed(Packed.mixed(first ^ kind.rawValue << 56) ^ second) >> 32)
    }

    @inline(__always)
    static func sound(_ letters: Letters) -> UInt64 { letters.low ^ (letters.high &* 0x9E37_79B9_7F4A_7C15) }

    /// Of two sounds the same key in either order.
    @inline(__always)
    static func pair(_ one: UInt64, _ other: UInt64) -> UInt64 {
        Packed.mixed(min(one, other)) &+ max(one, other)
    }

    static func house(_ home: PlacedHome, street: Letters) -> UInt32? {
        if home.houseNumber == 0 || street.isEmpty { return nil }
        return key(.house, UInt64(UInt32(bitPattern: home.houseNumber)), sound(street.prefix(5)))
    }

    /// All keys of one row.
    static func each(of row: Int, in store: RowStore, _ take: (Kind, UInt32) -> Void) {
        let core = store.cores[row]
        if core.nhsNumber != 0 { take(.nhsNumber, key(.nhsNumber, core.nhsNumber)) }
        if core.pupilNumber != 0 { take(.pupilNumber, key(.pupilNumber, core.pupilNumber)) }
        if core.caseReference != 0 { take(.caseReference, key(.caseReference, core.caseReference)) }
        let born = core.born == RowCore.unknownBirth ? nil : core.born
        if let born { take(.birth, key(.birth, UInt64(UInt32(bitPattern: born)))) }
        var postcodes: [UInt64] = []
        for place in store.homes(of: row) {
            let home = store.homes[place]
            if home.postcode != 0, !postcodes.contains(home.postcode) {
                postcodes.append(home.postcode)
                take(.postcode, key(.postcode, home.postcode))
            }
            if let key = house(home, street: store.streets.forms[Int(home.street)].plain) { take(.house, key) }
        }
        names(of: row, in: store, born: born, take)
    }

    private static func names(of row: Int, in store: RowStore, born: Int32?, _ take: (Kind, UInt32) -> Void) {
        let year = born.map { UInt64(UInt16(bitPattern: BirthParts($0).year)) }
        var sounds: [(sound: UInt64, part: NamePart)] = []
        for place in store.words(of: row) {
            let placed = store.placedWords[place]
            let sound = sound(store.book.forms[placed.word].sound)
            if sounds.contains(where: { $0.sound == sound }) { continue }
            sounds.append((sound, placed.part))
        }
        for (index, one) in sounds.enumerated() {
            if let born { take(.birthAndSound, key(.birthAndSound, UInt64(UInt32(bitPattern: born)), one.sound)) }
            for other in sounds[(index + 1)...] where one.part != other.part {
                let pair = pair(one.sound, other.sound)
                take(.pair, key(.pair, pair))
                if let year { take(.pairInYear, key(.pairInYear, pair, year)) }
            }
        }
    }
}
