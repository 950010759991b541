// SPDX-License-Identifier: MIT
import Testing
import WorkingTime

@testable import Matching

@Suite struct `Children whom a register holds twice` {
    /// A register in which each question about a known child is a record of its own.
    private func register(_ invented: InventedRegister) -> MatchRegister {
        MatchRegister(invented.children + invented.questions.map(\.child), names: SomeNames.knowledge)
    }

    @Test func `are found, and few others`() {
        let invented = InventedRegister(seed: 3, families: 300)
        let register = register(invented)
        let compared = DuplicatePairs(register, weights: SomeNames.weights).pairs(of: 0..<register.count)
        let pairs = DuplicatePairs.settled(compared, among: register.count)
        let clusters = DuplicateClusters(pairs, in: register)
        let truth = Dictionary(uniqueKeysWithValues: invented.questions.map { ($0.child.reference, $0.truth) })
        let right = clusters.pairs(of: pairs).filter { pair in
            truth[register.references[pair.second]] == register.references[pair.first]
        }
        let known = invented.questions.filter { $0.truth != nil }.count
        #expect(right.count * 100 >= known * 75)
        #expect(right.count * 100 >= clusters.pairs(of: pairs).count * 95)
    }

    @Test func `are the same however the rows are shared out`() {
        let register = register(InventedRegister(seed: 4, families: 80))
        let duplicates = DuplicatePairs(register, weights: SomeNames.weights)
        let whole = duplicates.pairs(of: 0..<register.count)
        let middle = register.count / 2
        let parts = duplicates.pairs(of: 0..<middle) + duplicates.pairs(of: middle..<register.count)
        #expect(whole == parts)
        #expect(!whole.isEmpty)
    }

    @Test func `stay together over a mistyped date where a number is the same`() throws {
        var (one, other) = (SoughtChild(reference: "a"), SoughtChild(reference: "b"))
        (one.forename, one.surname, one.caseReference) = ("Maribel", "Vasari", "8812034")
        (other.forename, other.surname, other.caseReference) = ("Maribel", "Vasari", "8812034")
        one.born = CivilDate(year: 2013, month: 4, day: 5)
        other.born = CivilDate(year: 2009, month: 12, day: 30)
        let register = MatchRegister([one, other], names: SomeNames.knowledge)
        let clusters = DuplicateClusters([DuplicatePair(first: 0, second: 1, logOdds: 3)], in: register)
        #expect(clusters.groups == [[0, 1]])
    }

    @Test func `are never put together over a contradiction`() throws {
        func child(_ name: String, nhsNumber: String, born: CivilDate?) -> SoughtChild {
            var child = SoughtChild(reference: name)
            (child.forename, child.surname) = ("Maribel", "Vasari")
            child.nhsNumber = nhsNumber
            child.born = born
            return child
        }
        let born = CivilDate(year: 2013, month: 4, day: 5)
        let register = MatchRegister(
            [
                child("a", nhsNumber: "9991112223", born: born), child("b", nhsNumber: "", born: born),
                child("c", nhsNumber: "4445556667", born: born),
                child("d", nhsNumber: "", born: CivilDate(year: 2009, month: 12, day: 30)),
            ], names: SomeNames.knowledge)
        let pairs = [(0, 1, 9), (1, 2, 8), (1, 3, 7)].map {
            DuplicatePair(first: $0.0, second: $0.1, logOdds: Float($0.2))
        }
        let clusters = DuplicateClusters(pairs, in: register)
        #expect(clusters.groups == [[0, 1]])
        #expect(clusters.refused.map(\.second) == [2, 3])
        #expect(clusters.pairs(of: pairs) == [pairs[0]])
    }
}
