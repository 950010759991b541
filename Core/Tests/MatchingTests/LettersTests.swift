// SPDX-License-Identifier: MIT
import Testing

@testable import Matching

@Suite struct `The letters of a name` {
    @Test(arguments: [
        ("Zielińska", ["zielinska"]), ("EL HASSAN", ["el", "hassan"]), ("Ștefan", ["stefan"]), ("O’Neil", ["oneil"]),
        ("Tsz-Ching", ["tsz", "ching"]), ("Шевченко", ["shevchenko"]), ("Nguyễn", ["nguyen"]), ("", []),
    ]) func `are plain and lower case, word by word`(written: String, words: [String]) {
        #expect(PlainWords.of(written).map(\.text) == words)
    }

    @Test func `are cut at the twenty-fifth`() {
        #expect(Letters(codes: "abcdefghijklmnopqrstuvwxyzabc").count == 24)
        #expect(Letters(codes: "abcdefghijklmnopqrstuvwxyzabc").text == "abcdefghijklmnopqrstuvwx")
    }

    @Test func `compare by beginning and end`() {
        let name = Letters(codes: "alexandrina")
        #expect(name.hasPrefix(Letters(codes: "alex")))
        #expect(name.hasSuffix(Letters(codes: "rina")))
        #expect(!name.hasPrefix(Letters(codes: "alan")))
        #expect(name.prefix(4).text == "alex")
    }

    @Test(arguments: [
        ("amina", "amina", 0), ("amina", "amna", 1), ("amina", "anima", 2), ("amina", "maina", 1), ("", "ab", 2),
        ("kwabena", "kwaben", 1),
    ]) func `lie so many slips apart`(one: String, other: String, slips: Int) {
        #expect(Slips.between(Letters(codes: one), Letters(codes: other)) == slips)
        #expect(Slips.between(Letters(codes: other), Letters(codes: one)) == slips)
    }
}
