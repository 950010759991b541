// SPDX-License-Identifier: MIT

/// One clause that a pack cites: the source's short name, and which of its clauses, if it says so.
public struct Citation: Hashable, Sendable {
    public let source: String
    /// Nil where the source is cited as a whole.
    public let clause: String?

    /// Takes `SG ¶32–34, ¶69; BI, missing from home` apart into single clauses.
    public static func all(in text: String) -> [Citation] {
        text.split(separator: ";").flatMap { part -> [Citation] in
            let trimmed = part.drop { $0.isWhitespace }
            guard let end = trimmed.firstIndex(where: { $0 == "," || $0.isWhitespace }) else {
                return trimmed.isEmpty ? [] : [Citation(source: String(trimmed), clause: nil)]
            }
            let source = String(trimmed[..<end])
            let rest = trimmed[end...].drop { $0 == "," || $0.isWhitespace }
            guard !rest.isEmpty else { return [Citation(source: source, clause: nil)] }
            return clauses(String(rest)).map { Citation(source: source, clause: $0) }
        }
    }

    /// Whether citing one clause is citing the other: they are the same, or one is a part of the other.
    static func overlap(_ first: String, _ second: String) -> Bool {
        let (first, second) = (first.lowercased(), second.lowercased())
        return isPart(first, of: second) || isPart(second, of: first)
    }

    /// Whether `clause` is `whole`, or goes on after it: `board's sixteen, 9` is part of `board's sixteen`.
    static func isPart(_ clause: String, of whole: String) -> Bool {
        let (clause, whole) = (clause.lowercased(), whole.lowercased())
        guard clause.hasPrefix(whole) else { return false }
        return clause.dropFirst(whole.count).first.map { " ,(".contains($0) } ?? true
    }

    /// Numbers are taken apart with their lists and ranges; anything else is one clause.
    private static func clauses(_ text: String) -> [String] {
        let trimmed = String(text.reversed().drop { $0.isWhitespace || $0 == "." }.reversed())
        guard let first = trimmed.first, first == "¶" || first.isNumber else { return [trimmed] }
        return trimmed.split(separator: ",").flatMap { piece -> [String] in
            let piece = String(piece.drop { $0.isWhitespace })
            let mark = piece.hasPrefix("¶") ? "¶" : ""
            let ends = piece.split { "–-".contains($0) }.map { $0.drop { $0 == "¶" || $0.isWhitespace } }
            guard ends.count == 2, let from = Int(ends[0]), let to = Int(ends[1]), from < to, to - from < 200 else {
                return [piece]
            }
            return (from...to).map { "\(mark)\($0)" }
        }
    }
}
