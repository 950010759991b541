// SPDX-License-Identifier: MIT
import Casework
import Testing
import WorkingTime

@testable import Matching

@Suite struct `A register with what was added since` {
    private let invented = InventedRegister(seed: 5, families: 200)

    @Test func `answers as if it had been made anew`() {
        let early = invented.children.count - 30
        var changed = invented.children[0]
        changed.surname = "Vantongeren"
        let old = MatchRegister(invented.children.prefix(early), names: SomeNames.knowledge)
        var builder = MatchRegister.Builder(names: SomeNames.knowledge)
        for child in invented.children[early...] { builder.add(child) }
        builder.add(changed)
        let layered = Matcher(
            register: old, newer: builder.built(beside: old), replaced: [changed.reference],
            weights: SomeNames.weights, on: nil)
        let whole = Matcher(
            register: MatchRegister([changed] + invented.children.dropFirst(), names: SomeNames.knowledge),
            weights: SomeNames.weights, on: nil)
        var compared = 0
        for question in invented.questions {
            let (one, other) = (layered.answer(question.child), whole.answer(question.child))
            guard let best = other.candidates.first, other.band == .certain else { continue }
            #expect(one.candidates.first?.reference == best.reference)
            compared += 1
        }
        #expect(compared > 40)
        #expect(layered.answer(changed).candidates.first?.reference == changed.reference)
        #expect(layered.answer(changed).candidates.first?.evidence.surname.likeness == .same)
    }
}

@Suite struct `A child of the record, as one who is sought` {
    @Test func `brings names, birth date and homes of before`() throws {
        var details: Details = [
            .name: .text("Yusuf Idris al Hasan"), .sex: .word("male"),
            .address: .text("Flat 2, 14 Rowan Street, Eastmoor"),
            .postcode: .word("EM1 2AB"),
        ]
        details[.born] = .date(try #require(CivilDate(year: 2011, month: 1, day: 1)))
        details[.bornCertainty] = .word("estimated")
        let sought = SoughtChild(details)
        #expect((sought.forename, sought.middle, sought.surname) == ("Yusuf", "Idris al", "Hasan"))
        #expect(sought.isBirthDateAssumed)
        #expect(sought.sex == .male)
        #expect((sought.home.house, sought.home.street) == ("Flat 2, 14", "Rowan Street"))
    }
}
