// SPDX-License-Identifier: MIT
import Testing

private let declaring: Set<String> = [
    "struct", "enum", "class", "actor", "protocol", "typealias", "extension", "func", "let", "var", "macro",
]

/// `State.swift` holds the type State, `State+Reading.swift` or `StateReading.swift` an extension of it, `Decide.swift`
/// the verb decide.
func misnamedFiles(_ file: SourceFile) -> [Finding] {
    guard file.isShippedSwift, !["main.swift", "Package.swift"].contains(file.name) else { return [] }
    let stem = String(file.name.dropLast(".swift".count).prefix { $0 != "+" })
    let names = declaredNames(in: file)
    let asVerb = stem.prefix(1).lowercased() + stem.dropFirst()
    if names.contains(stem) || names.contains(asVerb) || extended(in: file).contains(where: stem.hasPrefix) {
        return []
    }
    return [Finding(file, line: 1, "it declares no \(stem): name the file for its one type or verb")]
}

/// Each name that follows a declaring word, and its last part where it has several: `Duty.State` gives both.
func declaredNames(in file: SourceFile) -> Set<String> {
    names(after: declaring, in: file)
}

private func extended(in file: SourceFile) -> Set<String> {
    names(after: ["extension"], in: file)
}

private func names(after introducing: Set<String>, in file: SourceFile) -> Set<String> {
    var names: Set<String> = []
    for line in file.codeLines {
        let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
        for (word, name) in zip(words, words.dropFirst()) where introducing.contains(String(word)) {
            names.insert(String(name))
            if let last = name.split(separator: ".").last { names.insert(String(last)) }
        }
    }
    return names
}

@Suite struct `Files are named for what they hold` {
    @Test func `in everything that is shipped`() {
        expectNone(Repository.swiftFiles.flatMap(misnamedFiles))
    }

    @Test func `whether a type, an extension or a verb`() {
        check("Instant.swift", "public struct Instant: Sendable {}", isFound: false)
        check("State+Reading.swift", "extension State {}", isFound: false)
        check("Classify.swift", "public func classify<A>(_ a: A) {}", isFound: false)
        check("Due.swift", "extension Duty.Due {}", isFound: false)
        check("StateReading.swift", "extension State {}", isFound: false)
    }

    @Test func `and not for something else`() {
        check("Helpers.swift", "struct Instant {}\n// struct Helpers", isFound: true)
    }

    private func check(_ name: String, _ text: String, isFound: Bool) {
        #expect(misnamedFiles(SourceFile(path: "Sources/Web/\(name)", text: text)).isEmpty != isFound)
    }
}
