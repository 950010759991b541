// SPDX-License-Identifier: MIT
import Testing

/// What the core may not ask for, each with where it comes from instead.
///
/// The core is given the time, the zone, the chance and the names of things as values: so it can be tested without
/// stand-ins, and answers the same in thirty years.
private let bannedInCore: [(call: String, instead: String)] = [
    ("Date()", "take an Instant from the caller"),
    ("Date.now", "take an Instant from the caller"),
    ("UUID()", "take the identifier from the caller"),
    ("FileManager", "take the text or the bytes; the shell reads and writes"),
    ("FileHandle", "take the text or the bytes; the shell reads and writes"),
    ("ProcessInfo", "take the setting as a value"),
    ("Calendar", "use CivilDate and London"),
    ("TimeZone", "use London"),
    ("Locale", "say the format outright"),
    ("SystemRandomNumberGenerator", "take a generator from the caller"),
    ("randomElement()", "take a generator from the caller: randomElement(using:)"),
    ("shuffled()", "take a generator from the caller: shuffled(using:)"),
    ("shuffle()", "take a generator from the caller: shuffle(using:)"),
    ("print", "return what is to be said"),
    ("async", "return a value; the shell does what takes time"),
    ("await", "return a value; the shell does what takes time"),
    ("Codable", "keep stored forms in Ledger and Exchange"),
    ("Encodable", "keep stored forms in Ledger and Exchange"),
    ("Decodable", "keep stored forms in Ledger and Exchange"),
]

func impureCalls(in file: SourceFile) -> [Finding] {
    guard file.isCoreSource else { return [] }
    let plain = bannedInCore.flatMap { call, instead in
        wholeWords(call, in: file.code).filter { !isMember(call, at: $0, in: file.code) }.map {
            Finding(file, line: file.line(at: $0), "\(call) in the core: \(instead)")
        }
    }
    return plain + ambientMembers(in: file) + unseededRandomness(in: file)
}

/// `.current` of a type, or with the type left out; a property of ours may well be called so.
private func ambientMembers(in file: SourceFile) -> [Finding] {
    wholeWords(".current", in: file.code).filter { offset in
        offset == 0 || !(isWordPart(file.code[offset - 1]) || [41, 63, 93].contains(file.code[offset - 1]))
    }
    .map { Finding(file, line: file.line(at: $0), ".current in the core: take the value from the caller") }
}

private func unseededRandomness(in file: SourceFile) -> [Finding] {
    let lines = file.codeLines
    return occurrences(of: ".random(", in: file.code).map(file.line).filter { !lines[$0 - 1].contains("using:") }
        .map { Finding(file, line: $0, ".random without a generator in the core: take one from the caller, using:") }
}

/// `journal.print(…)` is not `print(…)`, and `.async` is a case of somebody's.
private func isMember(_ call: String, at offset: Int, in code: [UInt8]) -> Bool {
    offset > 0 && code[offset - 1] == UInt8(ascii: ".")
}

@Suite struct `The core stays pure` {
    @Test func `in every file`() {
        expectNone(Repository.swiftFiles.flatMap(impureCalls))
    }

    @Test func `so it asks for no time, no chance and no setting`() {
        check("let a = Date()\nlet b = x(.current)\nlet c = Int.random(in: 1...2)", finds: [1, 2, 3])
        check("func f() async {}\nlet u = UUID()\nstruct S: Codable {}", finds: [1, 2, 3])
    }

    @Test func `and may talk about all of that`() {
        check("/// Not Date().\nlet a = duty.current\nlet b = \"async UUID()\"", finds: [])
        check("let a = Int.random(in: 1...2, using: &generator)\nlet b = CivilDate()", finds: [])
    }

    private func check(_ text: String, finds lines: [Int]) {
        let file = SourceFile(path: "Core/Sources/Casework/Given.swift", text: text)
        #expect(impureCalls(in: file).map(\.line).sorted() == lines)
    }
}
