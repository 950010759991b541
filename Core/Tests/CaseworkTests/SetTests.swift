// SPDX-License-Identifier: MIT

import Testing

@testable import Casework

@Suite struct `A small set` {
    @Test func `tells every event word from every other`() {
        #expect(EventWord.allCases.map(\.ordinal) == Array(EventWord.allCases.indices))
        #expect(EventWord.allCases.count < 256)
        for word in EventWord.allCases {
            let alone: EventWords = [word]
            #expect(EventWord.allCases.filter(alone.contains) == [word])
            #expect(!alone.isDisjoint(with: .all) && alone.isDisjoint(with: .none))
        }
    }

    @Test func `tells every role from every other`() {
        #expect(Role.allCases.map(\.ordinal) == Array(Role.allCases.indices))
        #expect(Role.allCases.count <= 64)
        for role in Role.allCases { #expect(Role.allCases.filter(Roles([role]).contains) == [role]) }
    }

    @Test func `knows which words change what follows from an episode`() {
        for word in EventWord.allCases where !EpisodeFacts.words.contains(word) {
            var facts = EpisodeFacts(lookedAfter: true)
            facts.take(mark(word, [:]))
            var later = facts
            later.take(mark(word, [.as: .word("missing"), .kind: .word("unreported"), .from: .word("home")]))
            #expect(later == facts, "\(word)")
        }
    }

    private func mark(_ word: EventWord, _ details: Details) -> Mark {
        Mark(
            word, by: .carer, position: .first, occurredAt: .at(.init(secondsSince1970: 0)),
            recordedAt: .init(secondsSince1970: 0), details: details)
    }
}
