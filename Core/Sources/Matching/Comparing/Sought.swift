// SPDX-License-Identifier: MIT

import WorkingTime

/// The child who is looked for, made comparable: words with their forms at hand, and how common each thing said of
/// the child is in the register.
struct Sought: Sendable {
    struct Word: Sendable {
        let form: NameForm
        let part: NamePart
        let isJoined: Bool
        /// The number in the register's book; nil for a word that no child of it has.
        let number: Int?
    }

    var words: [Word] = []
    var core = RowCore()
    var homes: [PlacedHome] = []
    /// The street of each home in letters.
    var streets: [Letters] = []
    var ageYears: Int?
    /// How many children share the postcode, the house and the birth date.
    var sharingPostcode = 0
    var sharingHouse = 0
    var sharingBirthDate = 0
    var born: BirthParts?

    init() {}

    /// A child of the register, looked for among the others.
    init(row: Int, in store: RowStore) {
        core = store.cores[row]
        words.reserveCapacity(Int(core.words))
        for index in store.words(of: row) {
            let placed = store.placedWords[index]
            words.append(
                Word(
                    form: store.book.forms[placed.word], part: placed.part, isJoined: placed.isJoined,
                    number: placed.word))
        }
        for index in store.homes(of: row) {
            homes.append(store.homes[index])
            streets.append(store.streets.forms[Int(store.homes[index].street)].plain)
        }
        born = core.born == RowCore.unknownBirth ? nil : BirthParts(core.born)
    }

    /// Somebody who may not be in the register.
    init(_ child: SoughtChild, in store: RowStore) {
        var single = RowStore(names: store.book.names)
        single.add(child)
        self.init(row: 0, in: single)
        words = words.map {
            Word(
                form: $0.form, part: $0.part, isJoined: $0.isJoined, number: store.book.knownNumber(of: $0.form.plain))
        }
        ageYears = child.born == nil ? child.ageYears : nil
    }
}

/// A birth date taken apart.
struct BirthParts: Sendable, Hashable {
    let year: Int16
    let month: Int8
    let day: Int8

    init(_ daysSince1970: Int32) {
        let date = CivilDate(daysSince1970: daysSince1970)
        year = Int16(truncatingIfNeeded: date.year)
        month = Int8(date.month)
        day = Int8(date.day)
    }
}
