// SPDX-License-Identifier: MIT

/// The distinct words of a register's names, each worked out once, with how often each stands where.
struct WordBook: Sendable {
    private(set) var forms: [NameForm] = []
    /// How many children have the word among their forenames (known-as and middle names counted), and among surnames.
    private(set) var asForename: [UInt32] = []
    private(set) var asSurname: [UInt32] = []
    private var numbers: [Letters: UInt32] = [:]
    private var soundForename: [UInt32] = []
    private var soundSurname: [UInt32] = []
    let names: NameKnowledge

    init(names: NameKnowledge) {
        self.names = names
    }

    mutating func number(of plain: Letters) -> Int {
        if let known = numbers[plain] { return Int(known) }
        let number = forms.count
        numbers[plain] = UInt32(number)
        forms.append(NameForm(plain, by: names))
        asForename.append(0)
        asSurname.append(0)
        return number
    }

    func knownNumber(of plain: Letters) -> Int? { numbers[plain].map(Int.init) }

    mutating func count(_ word: Int, as part: NamePart) {
        switch part {
        case .forename, .middle, .knownAs: asForename[word] += 1
        case .surname, .otherSurname: asSurname[word] += 1
        }
    }

    /// How many children have a word that sounds like this one.
    func soundCount(of word: Int, asForename: Bool) -> UInt32 {
        asForename ? soundForename[word] : soundSurname[word]
    }

    /// Adds up the words of one sound; called once all are counted. What stands beside a larger register is as rare as
    /// it is there.
    mutating func sumSounds(beside other: WordBook?) {
        var sums: [Letters: (forename: UInt32, surname: UInt32)] = [:]
        if let other {
            for (word, form) in forms.enumerated() {
                guard let there = other.knownNumber(of: form.plain) else { continue }
                asForename[word] += other.asForename[there]
                asSurname[word] += other.asSurname[there]
                sums[form.sound] = (other.soundForename[there], other.soundSurname[there])
            }
        }
        for (word, form) in forms.enumerated() {
            sums[form.sound, default: (0, 0)].forename += asForename[word]
            sums[form.sound, default: (0, 0)].surname += asSurname[word]
        }
        soundForename = forms.map { sums[$0.sound]?.forename ?? 0 }
        soundSurname = forms.map { sums[$0.sound]?.surname ?? 0 }
    }
}
