// SPDX-License-Identifier: MIT
/// Blanks what is not code in Swift text: comments, and the insides of string literals, regular expressions and
/// raw identifiers. Code inside an interpolation stays. Lines and offsets are kept.
struct SwiftMask {
    private enum Place {
        /// In code; `openParentheses` counts since the interpolation began, so that its end is known.
        case code(openParentheses: Int)
        case string(hashes: Int, isMultiline: Bool)
    }

    private let text: [UInt8]
    private var masked: [UInt8]
    private var places: [Place] = [.code(openParentheses: 0)]
    private var at = 0

    private init(_ text: [UInt8]) {
        self.text = text
        masked = text
    }

    static func codeOnly(of text: [UInt8]) -> [UInt8] {
        var mask = SwiftMask(text)
        while mask.at < text.count { mask.step() }
        return mask.masked
    }

    private mutating func step() {
        switch places[places.count - 1] {
        case .code(let openParentheses): stepInCode(openParentheses)
        case .string(let hashes, let isMultiline): stepInString(hashes, isMultiline)
        }
    }

    private mutating func stepInCode(_ openParentheses: Int) {
        switch text[at] {
        case UInt8(ascii: "/") where next(is: "//"): blank { $0.next(is: "\n") }
        case UInt8(ascii: "/") where next(is: "/*"): blankNestedComment()
        case UInt8(ascii: "`"): blankInside("`")
        case UInt8(ascii: "\""): openString(hashes: 0)
        case UInt8(ascii: "#"): stepAtHash()
        case UInt8(ascii: "("):
            places[places.count - 1] = .code(openParentheses: openParentheses + 1)
            at += 1
        case UInt8(ascii: ")"):
            if openParentheses == 0, places.count > 1 {
                places.removeLast()
            } else {
                places[places.count - 1] = .code(openParentheses: max(0, openParentheses - 1))
            }
            at += 1
        default: at += 1
        }
    }

    private mutating func stepAtHash() {
        let hashes = text[at...].prefix { $0 == UInt8(ascii: "#") }.count
        at += hashes
        if next(is: "\"") {
            openString(hashes: hashes)
        } else if next(is: "/") {
            blankInside("/" + String(repeating: "#", count: hashes))
        }
    }

    private mutating func openString(hashes: Int) {
        let isMultiline = next(is: "\"\"\"")
        at += isMultiline ? 3 : 1
        places.append(.string(hashes: hashes, isMultiline: isMultiline))
    }

    private mutating func stepInString(_ hashes: Int, _ isMultiline: Bool) {
        let guardMarks = String(repeating: "#", count: hashes)
        if next(is: (isMultiline ? "\"\"\"" : "\"") + guardMarks) {
            places.removeLast()
            at += (isMultiline ? 3 : 1) + hashes
        } else if next(is: "\\" + guardMarks + "(") {
            blankOne(count: 1 + hashes)
            places.append(.code(openParentheses: 0))
            at += 1
        } else if next(is: "\\" + guardMarks) {
            blankOne(count: 2 + hashes)
        } else if text[at] == UInt8(ascii: "\n"), !isMultiline {
            // Never so in Swift that compiles: whatever was misread ends with its line.
            places.removeLast()
            at += 1
        } else {
            blankOne(count: 1)
        }
    }

    private mutating func blankInside(_ end: String) {
        at += 1
        blank { $0.next(is: end) || $0.next(is: "\n") && end == "`" }
        at += end.utf8.count
    }

    private mutating func blankNestedComment() {
        var depth = 0
        repeat {
            if next(is: "/*") {
                depth += 1
                blankOne(count: 2)
            } else if next(is: "*/") {
                depth -= 1
                blankOne(count: 2)
            } else {
                blankOne(count: 1)
            }
        } while depth > 0 && at < text.count
    }

    private mutating func blank(until isEnd: (SwiftMask) -> Bool) {
        while at < text.count, !isEnd(self) { blankOne(count: 1) }
    }

    private mutating func blankOne(count: Int) {
        for _ in 0..<count where at < text.count {
            if text[at] != UInt8(ascii: "\n") { masked[at] = UInt8(ascii: " ") }
            at += 1
        }
    }

    private func next(is word: String) -> Bool {
        var position = at
        for byte in word.utf8 {
            guard position < text.count, text[position] == byte else { return false }
            position += 1
        }
        return true
    }
}
