// SPDX-License-Identifier: MIT

import WorkingTime

/// The children of a register, ready to be searched: columns that never change, and the keys to find them by.
public struct MatchRegister: Sendable {
    let store: RowStore
    let index: KeyIndex
    let sounds: SoundIndex
    /// What the register calls its children, by row.
    public let references: [String]

    /// - Parameter children: In any order; the answers do not depend on it, except that children between whom nothing
    ///   decides come in it.
    public init(_ children: some Sequence<SoughtChild>, names: NameKnowledge) {
        var builder = Builder(names: names)
        for child in children { builder.add(child) }
        self = builder.built()
    }

    public var count: Int { store.count }
    /// Those here, and those of the register that this stands beside.
    var population: Int { store.population }

    /// Bytes that a child takes here, the names it is called by included.
    public var bytesEachChild: Int {
        if count == 0 { return 0 }
        let columns =
            store.cores.count * MemoryLayout<RowCore>.stride
            + store.placedWords.count * MemoryLayout<PlacedWord>.stride
            + store.homes.count * MemoryLayout<PlacedHome>.stride
        let words = (store.book.forms.count + store.streets.forms.count) * (MemoryLayout<NameForm>.stride + 48)
        let references = references.reduce(0) { $0 + 16 + ($1.utf8.count > 15 ? $1.utf8.count + 32 : 0) }
        return (columns + words + references + index.count * 8 + sounds.bytes) / count
    }

    /// Takes children one after another, so that a file needs not be held beside its register.
    public struct Builder {
        private var store: RowStore
        private var references: [String] = []

        public init(names: NameKnowledge) {
            store = RowStore(names: names)
        }

        public mutating func add(_ child: SoughtChild) {
            store.add(child)
            references.append(child.reference)
        }

        public consuming func built() -> MatchRegister {
            MatchRegister(store: store, references: references, beside: nil)
        }

        /// A small register of what was added or changed since, beside the larger one that it belongs to.
        public consuming func built(beside other: MatchRegister) -> MatchRegister {
            MatchRegister(store: store, references: references, beside: other)
        }
    }

    private init(store: consuming RowStore, references: [String], beside other: MatchRegister?) {
        var store = store
        store.population = store.count + (other?.count ?? 0)
        store.book.sumSounds(beside: other?.store.book)
        var entries: [UInt64] = []
        entries.reserveCapacity(store.count * 18)
        for row in 0..<store.count {
            Keys.each(of: row, in: store) { _, key in entries.append(UInt64(key) << 32 | UInt64(row)) }
        }
        index = KeyIndex(entries)
        sounds = SoundIndex(store.book)
        self.store = store
        self.references = references
    }

    /// The child who is sought, with how common each thing said of them is here.
    func sought(_ child: SoughtChild) -> Sought {
        var sought = Sought(child, in: store)
        count(&sought)
        return sought
    }

    /// A child of the register itself, sought among the others.
    func sought(row: Int) -> Sought {
        var sought = Sought(row: row, in: store)
        count(&sought)
        return sought
    }

    private func count(_ sought: inout Sought) {
        if sought.core.born != RowCore.unknownBirth {
            let born = UInt64(UInt32(bitPattern: sought.core.born))
            sought.sharingBirthDate = index.range(of: Keys.key(.birth, born)).count
        }
        guard let home = sought.homes.first else { return }
        if home.postcode != 0 {
            sought.sharingPostcode = index.range(of: Keys.key(.postcode, home.postcode)).count
        }
        if let key = Keys.house(home, street: sought.streets[0]) { sought.sharingHouse = index.range(of: key).count }
    }

    /// What speaks for and against the sought child being the one in `row`.
    func evidence(_ sought: Sought, row: Int, on date: CivilDate?, _ memo: inout LikenessMemo) -> Evidence {
        var evidence = Evidence()
        let core = store.cores[row]
        NameComparison(sought: sought, store: store, row: row).fill(&evidence, &memo)
        if sought.core.sex != 0, core.sex != 0 { evidence.isSexSame = sought.core.sex == core.sex }
        if core.born != RowCore.unknownBirth {
            let born = BirthParts(core.born)
            if let said = sought.born {
                evidence.birth = .of(
                    said, isAssumed: sought.core.isBirthDateAssumed, born, isAssumed: core.isBirthDateAssumed)
            } else if let age = sought.ageYears, let date {
                evidence.birth = .of(ageYears: age, on: date, born)
            }
        }
        if evidence.birth == .same { evidence.birthRarity = Rarity.of(sought.sharingBirthDate, among: population) }
        evidence.home = .of(sought, row: row, in: store)
        if evidence.home.isHousehold {
            let sharing = evidence.home.restsOnPostcode ? sought.sharingPostcode : sought.sharingHouse
            evidence.homeRarity = Rarity.of(sharing, among: population)
        }
        evidence.nhsNumber = identifier(sought.core.nhsNumber, core.nhsNumber)
        evidence.pupilNumber = identifier(sought.core.pupilNumber, core.pupilNumber)
        evidence.caseReference = identifier(sought.core.caseReference, core.caseReference)
        return evidence
    }

    private func identifier(_ one: UInt64, _ other: UInt64) -> Evidence.Identifier {
        if one == 0 || other == 0 { return .absent }
        if one == other { return .same }
        return Slips.isOne(one, other) ? .slip : .differs
    }
}
