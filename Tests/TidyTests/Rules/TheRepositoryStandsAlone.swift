// SPDX-License-Identifier: MIT
import Testing

/// Addresses of machines and folders that only some have. In two parts, so that this file does not find itself.
private let elsewhere: [(words: String, instead: String)] = [
    ("/wo" + "rk/", "write it relative to the root of the repository"),
    ("/ro" + "ot/", "write it relative to the root of the repository, or take it from a setting"),
    ("/opt/" + "swift", "find the command on the PATH"),
    ("pypi." + "org", "name the package, not the registry"),
    ("python" + "hosted.org", "name the package, not the registry"),
    ("deb.debian." + "org", "name the package, not the registry"),
    ("registry." + "npmjs", "name the package, not the registry"),
]

private let materialFolder = "../sha" + "red"

func wordsFromElsewhere(in file: SourceFile) -> [Finding] {
    let machines = elsewhere.flatMap { words, instead in
        occurrences(of: words, in: file.bytes).filter { isPathStart($0, in: file.bytes, words) }.map {
            Finding(file, line: file.line(at: $0), "\(words): \(instead)")
        }
    }
    if file.isUnder("Tests", "Core/Tests") { return machines }
    let material = occurrences(of: materialFolder, in: file.bytes).map {
        Finding(
            file, line: file.line(at: $0),
            "\(materialFolder) is no part of this repository: only a test may look for it")
    }
    return machines + material
}

/// A path of a machine begins with its slash; one inside `docs/…` or `https://a.example/…` does not.
private func isPathStart(_ offset: Int, in text: [UInt8], _ words: String) -> Bool {
    guard words.hasPrefix("/"), offset > 0 else { return true }
    let before = text[offset - 1]
    return !isWordPart(before)
        && ![UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "}"), UInt8(ascii: ")")].contains(before)
}

@Suite struct `The repository stands alone` {
    @Test func `in every file`() {
        expectNone(Repository.files.flatMap(wordsFromElsewhere))
    }

    @Test func `so it names no folder of one machine and no registry`() {
        check("docs/a.md", "see \(elsewhere[0].words)main\nand https://\(elsewhere[3].words)/x", finds: [1, 2])
        check("docs/a.md", "see docs\(elsewhere[1].words)a.md, https://a.example\(elsewhere[1].words)", finds: [])
    }

    @Test func `and only a test looks beside it`() {
        check("docs/a.md", "in \(materialFolder)/data", finds: [1])
        check("Tests/ExchangeTests/A.swift", "in \(materialFolder)/data", finds: [])
    }

    private func check(_ path: String, _ text: String, finds lines: [Int]) {
        #expect(wordsFromElsewhere(in: SourceFile(path: path, text: text)).map(\.line) == lines)
    }
}
