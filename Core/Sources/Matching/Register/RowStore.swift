// SPDX-License-Identifier: MIT

import WorkingTime

/// Children as columns of numbers: what was written, made comparable once.
struct RowStore: Sendable {
    private(set) var cores: [RowCore] = []
    private(set) var placedWords: [PlacedWord] = []
    private(set) var homes: [PlacedHome] = []
    /// How many children there are to be mistaken for one: those here, and those of the register this stands beside.
    var population = 0
    var book: WordBook
    var streets: WordBook

    init(names: NameKnowledge) {
        book = WordBook(names: names)
        streets = WordBook(names: .none)
        _ = streets.number(of: Letters())
    }

    var count: Int { cores.count }

    mutating func reserve(_ rows: Int) {
        cores.reserveCapacity(rows)
        placedWords.reserveCapacity(rows * 4)
        homes.reserveCapacity(rows + rows / 2)
    }

    mutating func removeLast() {
        let core = cores.removeLast()
        placedWords.removeLast(Int(core.words))
        homes.removeLast(Int(core.homes))
    }

    /// Adds a child; returns the row.
    @discardableResult
    mutating func add(_ child: SoughtChild, isCounted: Bool = true) -> Int {
        var core = RowCore()
        core.firstWord = UInt32(placedWords.count)
        core.firstHome = UInt32(homes.count)
        let (forename, surname) = parted(child)
        add(forename, as: .forename, isCounted)
        add(book.names.words(of: child.middle), as: .middle, isCounted)
        add(book.names.words(of: child.knownAs), as: .knownAs, isCounted)
        add(surname, as: .surname, isCounted)
        add(book.names.words(of: child.otherSurname), as: .otherSurname, isCounted)
        core.words = UInt8(min(255, placedWords.count - Int(core.firstWord)))
        for home in [child.home] + child.earlierHomes.prefix(6) { add(home) }
        core.homes = UInt8(homes.count - Int(core.firstHome))
        core.nhsNumber = Packed.identifier(child.nhsNumber)
        core.pupilNumber = Packed.identifier(child.pupilNumber)
        core.caseReference = Packed.identifier(child.caseReference)
        if let born = child.born { core.born = born.daysSince1970 }
        core.sex = child.sex?.rawValue ?? 0
        core.isBirthDateAssumed = child.isBirthDateAssumed
        cores.append(core)
        return cores.count - 1
    }

    /// The words of forename and surname; where one field holds the whole name, its last word is taken for the surname.
    private func parted(_ child: SoughtChild) -> (forename: [Letters], surname: [Letters]) {
        let forename = book.names.words(of: child.forename)
        let surname = book.names.words(of: child.surname)
        if surname.isEmpty, forename.count > 1 {
            return (Array(forename.dropLast()), [forename[forename.count - 1]])
        }
        if forename.isEmpty, surname.count > 1, child.middle.isEmpty, !child.surname.contains("-") {
            return (Array(surname.dropLast()), [surname[surname.count - 1]])
        }
        return (forename, surname)
    }

    private mutating func add(_ words: [Letters], as part: NamePart, _ isCounted: Bool) {
        for word in words.prefix(5) {
            let number = book.number(of: word)
            if isCounted { book.count(number, as: part) }
            placedWords.append(PlacedWord(number, part, isJoined: false))
        }
        if (2...3).contains(words.count) {
            var whole = Letters()
            for word in words { whole.append(contentsOf: word) }
            placedWords.append(PlacedWord(book.number(of: whole), part, isJoined: true))
        }
    }

    private mutating func add(_ home: SoughtChild.Home) {
        var placed = PlacedHome()
        let (whole, outward) = Packed.postcode(home.postcode)
        placed.postcode = whole
        placed.outward = outward
        (placed.house, placed.houseNumber) = Packed.house(home.house)
        var street = Letters()
        for word in PlainWords.of(home.street) { street.append(contentsOf: word) }
        placed.street = UInt32(streets.number(of: street))
        homes.append(placed)
    }

    @inline(__always)
    func words(of row: Int) -> Range<Int> {
        let core = cores[row]
        return Int(core.firstWord)..<Int(core.firstWord) + Int(core.words)
    }

    @inline(__always)
    func homes(of row: Int) -> Range<Int> {
        let core = cores[row]
        return Int(core.firstHome)..<Int(core.firstHome) + Int(core.homes)
    }
}
