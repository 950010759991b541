// SPDX-License-Identifier: MIT
import Testing

private let declaring: Set<String> = [
    "struct", "enum", "class", "actor", "protocol", "typealias", "extension", "func", "let", "var", "macro",
]

/// `State.swift` holds the type State, `State+Reading.swift` or `StateReading.swift` an extension of it, `Decide.swift`
/// or `Deciding.swift` the verb decide, and `Marks.swift` several small types or functions of one
/// family.
func misnamedFiles(_ file: SourceFile) -> [Finding] {
    guard file.isShippedSwift, !["main.swift", "Package.swift"].contains(file.name) else { return [] }
    let stem = String(file.name.dropLast(".swift".count).prefix { $0 != "+" })
    let isNamed =
        isNamedForDeclaration(stem, file) || isNamedForExtension(stem, file) || isNamedForAct(stem, file)
        || isNamedForFamily(stem, file)
    if isNamed { return [] }
    return [Finding(file, line: 1, "it declares no \(stem): name the file for its one type or verb")]
}

private func isNamedForDeclaration(_ stem: String, _ file: SourceFile) -> Bool {
    let names = names(after: declaring, in: file)
    return names.contains(stem) || names.contains(stem.prefix(1).lowercased() + stem.dropFirst())
}

private func isNamedForExtension(_ stem: String, _ file: SourceFile) -> Bool {
    names(after: ["extension"], in: file).contains(where: stem.hasPrefix)
}

/// `Reading` and `ReadingRows` for `read…`, `Submitting` for `submit…`, `Examining` for `examine…`.
private func isNamedForAct(_ stem: String, _ file: SourceFile) -> Bool {
    let firstWord = stem.prefix(1).lowercased() + stem.dropFirst().prefix { $0.isLowercase }
    guard firstWord.hasSuffix("ing"), firstWord.count > 4 else { return false }
    let root = firstWord.dropLast(3)
    let isDoubled = root.last == root.dropLast().last
    return names(after: ["func"], in: file).contains { name in
        name.hasPrefix(root) || (isDoubled && name.hasPrefix(root.dropLast()))
    }
}

/// A plural promises several things, and has to hold them.
private func isNamedForFamily(_ stem: String, _ file: SourceFile) -> Bool {
    let held = names(after: declaring.subtracting(["let", "var"]), in: file)
    let words = stem.reversed().drop(while: \.isNumber)
    return words.first == "s" && held.count > 1
}

/// Each name that follows a declaring word, and its last part where it has several: `Duty.State` gives both.
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
        check("Submitting.swift", "extension Desk { func submit() {} }", isFound: false)
        check("Marks.swift", "struct MeetingMark {}\nstruct ReviewMark {}", isFound: false)
    }

    @Test func `and not for something else`() {
        check("Helpers.swift", "struct Instant {}\n// struct Helpers", isFound: true)
        check("Reading.swift", "extension Desk { func submit() {} }", isFound: true)
        check("Marks.swift", "struct Other {}", isFound: true)
    }

    private func check(_ name: String, _ text: String, isFound: Bool) {
        #expect(misnamedFiles(SourceFile(path: "Sources/Web/\(name)", text: text)).isEmpty != isFound)
    }
}
