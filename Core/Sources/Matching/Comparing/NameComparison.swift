// SPDX-License-Identifier: MIT

/// Finds which words of two names belong together, in either order, and how alike they are.
struct NameComparison {
    struct Found {
        var likeness = Likeness.absent
        var through = Evidence.Through.itself
        var word = 0
        var isWhole = true
        var rough: Float = 0
    }

    let sought: Sought
    let store: RowStore
    let row: Int

    func fill(_ evidence: inout Evidence, _ memo: inout LikenessMemo) {
        let range = store.words(of: row)
        let straight = (
            forename: best([.forename], in: range, forForename: true, &memo),
            surname: best([.surname], in: range, forForename: false, &memo)
        )
        var (forename, surname) = straight
        if forename.rough + surname.rough < 14 {
            let exchanged = (
                forename: best([.forename], in: range, forForename: false, &memo),
                surname: best([.surname], in: range, forForename: true, &memo)
            )
            if exchanged.forename.rough + exchanged.surname.rough > forename.rough + surname.rough + 3 {
                (forename, surname) = exchanged
                evidence.areNamesExchanged = true
            }
        }
        set(&evidence.forename, forename, asForename: !evidence.areNamesExchanged)
        set(&evidence.surname, surname, asForename: evidence.areNamesExchanged)
        if evidence.forename.through == .middle, isFirstNameCommon(range) {
            evidence.forename.through = .middleBehindCommon
        }
        fillSecond(&evidence, range, &memo)
    }

    /// The likest pair of a word of `parts` of the sought name and a word of the register's forenames or surnames.
    private func best(
        _ parts: [NamePart], in range: Range<Int>, forForename: Bool, _ memo: inout LikenessMemo
    ) -> Found {
        var best = Found()
        best.rough = -.infinity
        let soughtPart = parts[0]
        var soughtWords = 0
        for (index, word) in sought.words.enumerated() where isOf(word.part, soughtPart) {
            if !word.isJoined { soughtWords += 1 }
            for place in range {
                let placed = store.placedWords[place]
                guard let (through, cost) = cost(of: placed.part, forForename: forForename) else { continue }
                let own: Float = word.part == soughtPart ? 0 : 0.5
                let likeness = memo.likeness(index, word, placed.word, store.book)
                var rough = likeness.rough - cost - own
                if word.isJoined != placed.isJoined { rough -= 0.1 }
                if rough > best.rough {
                    best = Found(
                        likeness: likeness, through: through, word: placed.word,
                        isWhole: word.isJoined || placed.isJoined, rough: rough)
                }
            }
        }
        if best.rough == -.infinity { return Found() }
        if !best.isWhole {
            best.isWhole = soughtWords == wordCount(range, forForename: forForename, through: best.through)
        }
        return best
    }

    /// For the forename, what the child goes by counts beside it; for the surname, the other surnames.
    private func isOf(_ part: NamePart, _ soughtPart: NamePart) -> Bool {
        part == soughtPart || soughtPart == .forename && part == .knownAs
            || soughtPart == .surname && part == .otherSurname
    }

    private func cost(of part: NamePart, forForename: Bool) -> (Evidence.Through, Float)? {
        switch (part, forForename) {
        case (.forename, true), (.surname, false): (.itself, 0)
        case (.knownAs, true), (.otherSurname, false): (.otherName, 0.3)
        case (.middle, true): (.middle, 1)
        case (.middle, false): (.middle, 3)
        default: nil
        }
    }

    private func wordCount(_ range: Range<Int>, forForename: Bool, through: Evidence.Through) -> Int {
        let part: NamePart =
            switch (through, forForename) {
            case (.itself, true): .forename
            case (.itself, false): .surname
            case (.otherName, true): .knownAs
            case (.otherName, false): .otherSurname
            default: .middle
            }
        var count = 0
        for place in range {
            let placed = store.placedWords[place]
            if placed.part == part && !placed.isJoined { count += 1 }
        }
        return count
    }

    private func set(_ part: inout Evidence.NamePartEvidence, _ found: Found, asForename: Bool) {
        part.likeness = found.likeness
        if found.likeness == .absent { return }
        part.through = found.likeness.isDisagreement ? .itself : found.through
        part.isInPart = !found.isWhole && found.likeness.isAgreement
        let book = store.book
        let count: UInt32 =
            if found.likeness == .same {
                asForename ? book.asForename[found.word] : book.asSurname[found.word]
            } else {
                book.soundCount(of: found.word, asForename: asForename)
            }
        part.rarity = Rarity.of(Int(count), among: store.population)
    }

    /// Whether the child's first forename is one that at least one child in two hundred has.
    private func isFirstNameCommon(_ range: Range<Int>) -> Bool {
        for place in range {
            let placed = store.placedWords[place]
            if placed.part == .forename, !placed.isJoined {
                return Int(store.book.soundCount(of: placed.word, asForename: true)) * 200 > store.population
            }
        }
        return false
    }

    /// The second forename that was said, against the forenames of the register that the first has not used.
    private func fillSecond(_ evidence: inout Evidence, _ range: Range<Int>, _ memo: inout LikenessMemo) {
        var best = Likeness.absent
        var word = 0
        for (index, said) in sought.words.enumerated() where said.part == .middle {
            for place in range {
                let placed = store.placedWords[place]
                let isOpen =
                    placed.part == .middle && evidence.forename.through != .middle
                    || placed.part == .forename && evidence.forename.through == .middle
                    || placed.part == .knownAs
                guard isOpen else { continue }
                let likeness = memo.likeness(index, said, placed.word, store.book)
                if placed.part == .knownAs && !likeness.isAgreement { continue }
                if best == .absent || likeness.rough > best.rough {
                    best = likeness
                    word = placed.word
                }
            }
        }
        if best == .absent { return }
        evidence.second = best == .same ? .same : best.isAgreement || best == .initialFits ? .alike : .differs
        if evidence.second != .differs {
            evidence.secondRarity = Rarity.of(
                Int(store.book.soundCount(of: word, asForename: true)), among: store.population)
        }
    }
}

/// How rare something is: the natural logarithm of one in how many.
enum Rarity {
    static func of(_ count: Int, among all: Int) -> Float {
        Float(NaturalLogarithm.of(Double(all + 10) / Double(count + 1)))
    }
}
