// SPDX-License-Identifier: MIT

/// A passage as it is given: runs of its text, and boxes in place of what is blacked out.
///
/// The words themselves are not in it, and a box is as long for a short name as for a long one.
public struct RedactedText: Hashable, Sendable {
    public enum Run: Hashable, Sendable {
        case text(String)
        /// Blacked out; what it is, in plain words.
        case box(String)
    }

    public let runs: [Run]

    /// `text` without every place where one of `words` stands, however it is written there in capitals. `findings` say
    /// what the boxes stand for.
    public init(_ text: String, without words: [String], findings: [PassageFinding] = []) {
        // The longest first, so that "Kezia" does not leave the rest of "Kezia Adams" readable.
        let ordered = words.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        var runs: [Run] = []
        var plain = ""
        var place = text.startIndex
        while place < text.endIndex {
            if let (end, word) = ordered.lazy.compactMap({ text.end(of: $0, at: place) }).first {
                if !plain.isEmpty { runs.append(.text(plain)) }
                plain = ""
                let kind = findings.first { $0.words.isSame(as: word) }?.kind
                runs.append(.box(kind?.says ?? "words"))
                place = end
            } else {
                plain.append(text[place])
                place = text.index(after: place)
            }
        }
        if !plain.isEmpty { runs.append(.text(plain)) }
        self.runs = runs
    }

    /// "I was with [blacked out: another child]."
    public var plain: String {
        runs.map { run in
            switch run {
            case .text(let text): text
            case .box(let says): "[blacked out: \(says)]"
            }
        }.joined()
    }

    public var boxes: [String] {
        runs.compactMap { if case .box(let says) = $0 { says } else { nil } }
    }
}

extension String {
    /// Whether `part` stands in it, in capitals or not.
    func holds(_ part: String) -> Bool {
        !part.isEmpty && indices.contains { end(of: part, at: $0) != nil }
    }

    /// Where `part` ends, with what was asked for, if it stands at `place`.
    fileprivate func end(of part: String, at place: Index) -> (Index, String)? {
        var (own, other) = (place, part.startIndex)
        while other < part.endIndex {
            guard own < endIndex, self[own].lowercased() == part[other].lowercased() else { return nil }
            own = index(after: own)
            other = part.index(after: other)
        }
        return (own, part)
    }

    fileprivate func isSame(as other: String) -> Bool { lowercased() == other.lowercased() }
}
