// SPDX-License-Identifier: MIT

/// What is known about names in general, from sources that no register had a part in: how sounds are spelt, which
/// names stand for each other, and which words of a name are only particles.
public struct NameKnowledge: Sendable {
    public let spellings: SpellingRules
    private let classesByName: [Letters: SIMD8<UInt16>]
    private let particles: Set<Letters>

    /// - Parameters:
    ///   - classes: Each a set of names that one child may go by: a name and its short forms, or one name in several
    ///     languages.
    ///   - particles: Words such as “al”, “bin” and “de” that come and go in front of a name.
    public init(spellings: SpellingRules, classes: [[String]], particles: [String]) {
        self.spellings = spellings
        var byName: [Letters: SIMD8<UInt16>] = [:]
        for (index, names) in classes.enumerated() {
            for name in names {
                for plain in PlainWords.of(name) {
                    let heard = spellings.folded(plain)
                    var known = byName[heard] ?? .zero
                    if known.contains(UInt16(index + 1)) { continue }
                    if let free = known.firstFree { known[free] = UInt16(index + 1) }
                    byName[heard] = known
                }
            }
        }
        classesByName = byName
        self.particles = Set(particles.flatMap(PlainWords.of))
    }

    /// Spellings folded by nothing and no classes: names are compared letter by letter.
    public static let none = NameKnowledge(spellings: SpellingRules([]), classes: [], particles: [])

    func classes(of heard: Letters, or second: Letters) -> SIMD8<UInt16> {
        classesByName[heard] ?? (second == heard ? .zero : classesByName[second] ?? .zero)
    }

    /// The words of a name without the particles, unless it has no others.
    func words(of name: String) -> [Letters] {
        let words = PlainWords.of(name)
        if words.count < 2 { return words }
        let kept = words.filter { !particles.contains($0) }
        return kept.isEmpty ? words : kept
    }
}

extension SIMD8<UInt16> {
    fileprivate func contains(_ value: UInt16) -> Bool { indices.contains { self[$0] == value } }
    fileprivate var firstFree: Int? { indices.first { self[$0] == 0 } }
}
