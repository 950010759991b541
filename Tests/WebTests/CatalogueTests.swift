// SPDX-License-Identifier: MIT

import Casework
import Testing

@testable import Web

@Suite struct `The words of the child's pages` {
    @Test(arguments: ChildCatalogue.all) func `are whole in each language`(catalogue: ChildCatalogue) {
        #expect(catalogue.keys == ChildCatalogue.english.keys, "\(catalogue.code) has every key and no other")
        for key in catalogue.keys {
            #expect(!catalogue[key].isEmpty, "\(catalogue.code) \(key)")
            // A placeholder that a language lost would leave a child without what it stands for.
            let wanted = ChildCatalogue.english[key].matches(of: /\{[a-z-]+\}|999/).map { String($0.output) }
            let found = catalogue[key].matches(of: /\{[a-z-]+\}|999/).map { String($0.output) }
            #expect(found.sorted() == wanted.sorted(), "\(catalogue.code) \(key)")
            if !catalogue.isEnglish, !["direction"].contains(key) {
                #expect(catalogue[key] != ChildCatalogue.english[key], "\(catalogue.code) \(key) is translated")
            }
        }
    }

    @Test func `run from right to left where the language does`() {
        let right = ChildCatalogue.all.filter(\.isRightToLeft).map(\.code)
        #expect(right == ["ar", "ckb", "ps", "ur"])
        for catalogue in ChildCatalogue.all where catalogue.isRightToLeft {
            let isArabicScript = catalogue["title"].unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }
            #expect(isArabicScript, "\(catalogue.code)")
        }
    }

    @Test func `are asked for by the pages under keys that there are`() throws {
        // Every key that a page can ask for is in the English catalogue: an unknown one would show itself.
        let keys = Set(ChildCatalogue.english.keys)
        let asked =
            ForYouActs.abouts.map { "tell-\($0)" } + ForYouActs.wheres.map { "where-\($0)" }
            + ForYouActs.hows.map { "how-\($0)" } + ["talk", "no", "advocate", "say", "see"].map { "right-\($0)" }
        for key in asked { #expect(keys.contains(key), "\(key)") }
    }
}
