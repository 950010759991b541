// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Demo

@Suite struct `The demonstration's shifts and papers` {
    @Test func `hold briefings that were accepted and briefings that wait, with children and words in them`() {
        let handOvers = Invented.state.handOvers
        #expect(handOvers.all.map(\.number) == Array(1...4))
        #expect(handOvers.open.count == 2)
        #expect(handOvers.all.contains { $0.acceptance != nil && $0.from.kind == .edt && $0.to.kind == .day })
        for open in handOvers.open {
            let children = Invented.state.children(in: open)
            #expect(!children.isEmpty && children.count == open.childCount)
            #expect(children.allSatisfy { $0.readAt == nil } && children.contains { $0.hasWords })
        }
    }

    @Test func `hold a letter with its text, and a home's report signed by name`() {
        let letter = Invented.events.last { $0.word == .letterSent }
        #expect(letter?.details.text(.narrative)?.hasPrefix("Dear Devan") == true)
        let report = Invented.events.last { $0.word == .reportSigned && $0.details[.signedBy] != nil }
        #expect(report?.details.word(.kind) == "regulation-40")
    }

    @Test func `name no child in what belongs to no child`() {
        let names = Set(Invented.state.children.values.flatMap { $0.facts.name.split(separator: " ").map(String.init) })
        let words = Invented.events.filter { $0.word == .briefingMade }.compactMap { $0.details.text(.narrative) }
        #expect(words.allSatisfy { text in names.isDisjoint(with: text.split { !$0.isLetter }.map(String.init)) })
    }
}
