// SPDX-License-Identifier: MIT

@testable import Procedures

/// Reads `{ key: value, other: [a, "b, c"] }` into a tree, so that packs and scenarios can stand in tests.
struct FlowText {
    private let characters: [Character]
    private var place = 0
    private var line = 1

    static func tree(_ text: String) -> PackNode {
        var reader = FlowText(text)
        return reader.value()
    }

    private init(_ text: String) { characters = Array(text) }

    private mutating func value() -> PackNode {
        skipSpace()
        let start = line
        switch peek {
        case "{":
            var entries: [PackNode.Entry] = []
            next()
            while !take("}") {
                let keyLine = line
                let key = scalar()
                precondition(take(":"), "a key is followed by a colon: \(key)")
                entries.append(PackNode.Entry(key: key, line: keyLine, value: value()))
                while take(",") {}
            }
            return node(.mapping(entries), start)
        case "[":
            var items: [PackNode] = []
            next()
            while !take("]") {
                items.append(value())
                while take(",") {}
            }
            return node(.list(items), start)
        default:
            let text = scalar()
            return node(text.isEmpty ? .nothing : .scalar(text), start)
        }
    }

    private func node(_ content: PackNode.Content, _ line: Int) -> PackNode {
        PackNode(content, file: "test.yaml", line: line)
    }

    private var peek: Character? { place < characters.count ? characters[place] : nil }

    private mutating func next() {
        if peek == "\n" { line += 1 }
        place += 1
    }

    private mutating func skipSpace() {
        while let character = peek, character.isWhitespace { next() }
    }

    private mutating func take(_ wanted: Character) -> Bool {
        skipSpace()
        precondition(peek != nil, "the test's own text ends too early")
        guard peek == wanted else { return false }
        next()
        return true
    }

    private mutating func scalar() -> String {
        skipSpace()
        var text = ""
        if peek == "\"" {
            next()
            while let character = peek, character != "\"" {
                text.append(character)
                next()
            }
            next()
            return text
        }
        while let character = peek, !",[]{}\n".contains(character) {
            let following = place + 1 < characters.count ? characters[place + 1] : " "
            if character == ":" && following.isWhitespace { break }
            text.append(character)
            next()
        }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text
    }
}
