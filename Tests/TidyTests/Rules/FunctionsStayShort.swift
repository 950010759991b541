// SPDX-License-Identifier: MIT
import Testing

private let mostLines = 70

func longFunctions(in file: SourceFile) -> [Finding] {
    guard file.isSwift else { return [] }
    return functionSpans(in: file).filter { $0.count > mostLines }.map {
        Finding(file, line: $0.lowerBound, "a function of \($0.count) lines: part it; \(mostLines) at most")
    }
}

/// The first to the last line of each function, initialiser and subscript that has a body.
func functionSpans(in file: SourceFile) -> [ClosedRange<Int>] {
    let starts = ["func", "init", "deinit", "subscript"].flatMap { wholeWords($0, in: file.code) }
    return starts.compactMap { start in
        if start > 0, file.code[start - 1] == UInt8(ascii: ".") { return nil }
        guard let open = bodyStart(after: start, in: file.code) else { return nil }
        let close = bodyEnd(from: open, in: file.code)
        return file.line(at: start)...file.line(at: close)
    }
    .sorted { $0.lowerBound < $1.lowerBound }
}

/// The `{` of the body, or nil for a requirement of a protocol: there something else comes first.
private func bodyStart(after start: Int, in code: [UInt8]) -> Int? {
    var (depth, offset) = (0, start)
    while offset < code.count {
        switch code[offset] {
        case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: "{") where depth == 0: return offset
        case UInt8(ascii: "}") where depth == 0: return nil
        case UInt8(ascii: "\n") where depth == 0 && beginsDeclaration(code[(offset + 1)...]): return nil
        default: break
        }
        if depth < 0 { return nil }
        offset += 1
    }
    return nil
}

private func bodyEnd(from open: Int, in code: [UInt8]) -> Int {
    var (depth, offset) = (0, open)
    while offset < code.count {
        if code[offset] == UInt8(ascii: "{") { depth += 1 }
        if code[offset] == UInt8(ascii: "}") { depth -= 1 }
        if depth == 0 { return offset }
        offset += 1
    }
    return code.count - 1
}

private let declarationWords: Set<String> = [
    "func", "var", "let", "init", "subscript", "static", "mutating", "associatedtype", "public", "private", "case",
    "struct", "enum", "class", "actor", "protocol", "extension", "typealias",
]

private func beginsDeclaration(_ rest: ArraySlice<UInt8>) -> Bool {
    let word = rest.drop { $0 == UInt8(ascii: " ") }.prefix(while: isWordPart)
    return declarationWords.contains(String(decoding: word, as: UTF8.self))
}

@Suite struct `Functions stay short` {
    @Test func `in the whole repository`() {
        expectNone(Repository.swiftFiles.flatMap(longFunctions))
    }

    @Test func `counted from the name to the closing brace`() {
        check("func a() {\n  if b {\n  }\n}\nvar c = 1\ninit(d: [Int] = { [] }()) {\n}", spans: [1...4, 6...7])
    }

    @Test func `whatever their braces are quoted in`() {
        check("func a() {\n  b(\"{\") // {\n}\nfunc `c {`() {}", spans: [1...3, 4...4])
    }

    @Test func `and a requirement has no length`() {
        check("protocol A {\n  func b() throws\n  func c()\n}\nstruct D {\n}\n", spans: [])
        check("let a = B.init(c)\nlet d = { 1 }", spans: [])
    }

    @Test func `which is seventy lines`() {
        #expect(longFunctions(in: function(lines: 70)).isEmpty)
        #expect(longFunctions(in: function(lines: 71)).map(\.line) == [1])
    }

    private func function(lines: Int) -> SourceFile {
        let body = String(repeating: "    b()\n", count: lines - 2)
        return SourceFile(path: "Given.swift", text: "func a() {\n\(body)}\n")
    }

    private func check(_ text: String, spans: [ClosedRange<Int>]) {
        #expect(functionSpans(in: SourceFile(path: "Given.swift", text: text)) == spans)
    }
}
