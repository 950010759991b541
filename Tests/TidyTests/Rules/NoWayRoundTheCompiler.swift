// SPDX-License-Identifier: MIT
import Testing

private let waysRound: [(words: String, instead: String)] = [
    ("@unchecked Sendable", "make it a value, an actor, or hold what changes in a Mutex"),
    ("nonisolated(unsafe)", "make it a constant, an actor, or hold what changes in a Mutex"),
    ("try!", "throw on, or state in a precondition why it cannot fail"),
    ("as!", "use as? and say what happens otherwise"),
]

func waysRoundTheCompiler(in file: SourceFile) -> [Finding] {
    guard file.isShippedSwift else { return [] }
    let named = waysRound.flatMap { words, instead in
        wholeWords(words, in: file.code).map {
            Finding(file, line: file.line(at: $0), "\(words): \(instead)")
        }
    }
    return named + forcedUnwraps(in: file)
}

/// A `!` straight after a value or a type, other than in `!=`, `try!` and `as!`.
private func forcedUnwraps(in file: SourceFile) -> [Finding] {
    occurrences(of: "!", in: file.code).filter { offset in
        guard offset > 0 else { return false }
        let before = file.code[offset - 1]
        let after = offset + 1 < file.code.count ? file.code[offset + 1] : 0
        guard isWordPart(before) || before == UInt8(ascii: ")") || before == UInt8(ascii: "]") else { return false }
        let word = file.code[..<offset].reversed().prefix(while: isWordPart).reversed()
        return after != UInt8(ascii: "=") && !["try", "as"].contains(String(decoding: Array(word), as: UTF8.self))
    }
    .map { Finding(file, line: file.line(at: $0), "forced unwrap: use guard let, or ?? with a value") }
}

@Suite struct `What the compiler checks is not gone round` {
    @Test func `in any file`() {
        expectNone(Repository.swiftFiles.flatMap(waysRoundTheCompiler))
    }

    @Test func `by a word`() {
        check("final class A: @unchecked Sendable {}\nlet b = try! c()\nlet d = e as! F", finds: [1, 2, 3])
        check("nonisolated(unsafe) var a = 1", finds: [1])
    }

    @Test func `by an unwrap`() {
        check("let a = b!\nlet c = d()!.e\nvar f: G!", finds: [1, 2, 3])
    }

    @Test func `while comparing and denying are as they were`() {
        check("if a != b, !c { d = !e }\n#if !os(Linux)\n#endif\nlet s = \"Stop! \\(a)\"", finds: [])
    }

    private func check(_ text: String, finds lines: [Int]) {
        let file = SourceFile(path: "Sources/Web/Given.swift", text: text)
        #expect(waysRoundTheCompiler(in: file).map(\.line).sorted() == lines)
    }
}
