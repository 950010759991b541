// SPDX-License-Identifier: MIT

import Casework
import Testing

@testable import Web

@Suite struct `The reading age` {
    @Test func `rises with longer sentences and longer words`() throws {
        let easy = try #require(
            ReadingAge(
                of: "The cat sat on the mat. The dog ran to the door. She went out. He came in with a bag of nuts."))
        let hard = try #require(
            ReadingAge(
                of: """
                    Notwithstanding considerations of organisational responsibility, professionals undertaking independent
                    interviews must demonstrate appropriate safeguarding qualifications and multidisciplinary experience.
                    """, atLeast: 10))
        #expect(easy.years < 8)
        #expect(hard.years > 18)
    }

    @Test(arguments: [
        ("cat", 1), ("open", 2), ("agreed", 2), ("choice", 1), ("little", 2), ("wanted", 2), ("advocate", 3),
    ])
    func `counts syllables as they are said`(word: String, count: Int) {
        #expect(ReadingAge.syllables(word) == count)
    }

    @Test func `of a page takes its main part, and a block for a sentence`() throws {
        let page =
            "<body><nav>Extraordinarily</nav><main><p>\(String(repeating: "One two. ", count: 12))</p></main></body>"
        let age = try #require(ReadingAge(ofPage: page))
        #expect(age.sentences == 12)
        #expect(age.words == 24)
    }
}

@Suite struct `How hard the pages of a child are to read` {
    /// The pages of the link in English, with what the protocol has written for children: for readers of nine to eleven.
    @Test func `is for readers of nine to eleven years at most`() async throws {
        try await TestSite.run { site in
            try await site.adopt("birmingham-2015")
            let child = try await site.openedLink()
            for path in ["/for-you/page", "/for-you/talk", "/for-you/tell", "/for-you/read"] {
                let age = try #require(ReadingAge(ofPage: try await child.get(path).body))
                print("\(path): \(age)")
                #expect(age.years <= 11, "\(path): \(age)")
            }
        }
    }
}
