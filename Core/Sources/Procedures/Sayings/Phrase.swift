// SPDX-License-Identifier: MIT

/// What a predicate asks, as a clause without a full stop: how it reads where it holds, and where it doesn't.
public struct Phrase: Hashable, Sendable {
    /// "the child is looked after"
    public let holds: String
    /// "the child is not looked after"
    public let fails: String

    public init(_ holds: String, not fails: String) {
        self.holds = holds
        self.fails = fails
    }
}

/// When something applies, in plain English: phrases, all or any of which have to be so.
public indirect enum Clause: Hashable, Sendable {
    case phrase(String)
    case all([Clause])
    case any([Clause])

    /// Whether it is so in every case.
    public var isAlways: Bool { if case .all(let parts) = self { parts.isEmpty } else { false } }

    /// On one line: "the child is looked after, was reported, and either is unaccompanied or …".
    public var text: String {
        switch self {
        case .phrase(let phrase): phrase
        case .all(let parts): parts.isEmpty ? "it is any episode" : Self.all(parts)
        case .any(let parts): parts.isEmpty ? "it is no episode" : Self.any(parts)
        }
    }

    /// What has to be so together, one by one.
    var parts: [String] {
        guard case .all(let parts) = self else { return [asPart] }
        return parts.isEmpty ? ["in every case"] : parts.map(\.asPart)
    }

    private var asPart: String { isTwoLevels ? "at least one of these is so: \(text)" : text }

    /// Line by line, each with how deep it stands: what has to be so, and under “one of these” the choices.
    public var lines: [Line] {
        switch self {
        case .phrase(let phrase): [Line(depth: 0, text: phrase)]
        case .all(let parts): parts.isEmpty ? [Line(depth: 0, text: text)] : parts.flatMap { $0.nested }
        case .any(let parts): parts.isEmpty ? [Line(depth: 0, text: text)] : nested
        }
    }

    /// One line of a clause that is set out as a list.
    public struct Line: Hashable, Sendable {
        public let depth: Int
        public let text: String
    }

    private var nested: [Line] {
        switch self {
        case .phrase(let phrase): return [Line(depth: 0, text: phrase)]
        case .all(let parts), .any(let parts):
            if isShort { return [Line(depth: 0, text: text)] }
            let isAll = if case .all = self { true } else { false }
            let within = parts.flatMap(\.nested).map { Line(depth: $0.depth + 1, text: $0.text) }
            return [Line(depth: 0, text: isAll ? "all of these:" : "at least one of these:")] + within
        }
    }

    /// Whether it is phrases only, and few.
    private var isShort: Bool {
        switch self {
        case .phrase: true
        case .all(let parts), .any(let parts): parts.count <= 3 && parts.allSatisfy(\.isPhrase)
        }
    }

    private var isPhrase: Bool { if case .phrase = self { true } else { false } }

    private static func all(_ parts: [Clause]) -> String {
        let plain = parts.filter(\.isPhrase).map(\.text)
        let short = parts.filter { !$0.isPhrase && !$0.isTwoLevels }.map { "either \($0.text)" }
        let long = parts.filter(\.isTwoLevels).map { "at least one of these: \($0.text)" }
        let begun = [Sentences.joined(plain, by: "and"), Sentences.list(short, by: "and")].filter { !$0.isEmpty }
        if long.isEmpty { return begun.joined(separator: ", and ") }
        return (begun + (long.count == 1 ? long : long.map { "(\($0))" })).joined(separator: ", and ")
    }

    private static func any(_ parts: [Clause]) -> String {
        if parts.allSatisfy(\.isPhrase) { return Sentences.joined(parts.map(\.text), by: "or") }
        let said = parts.map { $0.isTwoLevels ? "(\($0.text))" : $0.text }
        return said.joined(separator: "; or ")
    }

    /// Whether it holds clauses that themselves hold others.
    private var isTwoLevels: Bool {
        switch self {
        case .phrase: false
        case .all(let parts), .any(let parts): parts.contains { !$0.isPhrase }
        }
    }
}
