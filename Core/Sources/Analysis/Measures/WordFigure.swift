// SPDX-License-Identifier: MIT

/// How often each word of a column that may hold several was said: push and pull, harm, themes, risks.
public struct WordFigure: Sendable {
    /// What is counted.
    public enum Words: String, CaseIterable, Sendable {
        case push, pull, harm, themes, risks
        case agendaTriggers = "agenda-triggers"

        public var title: String {
            switch self {
            case .push: "What pushed children away"
            case .pull: "What drew children away"
            case .harm: "Harm that was named"
            case .themes: "Findings by kind"
            case .risks: "Risks known at the start"
            case .agendaTriggers: "What put children on an agenda"
            }
        }

        public var definition: String {
            switch self {
            case .push, .pull: "As ticked in the return interview; one episode may have several."
            case .harm:
                "Harm named on return, in the safe and well check or in the interview. Entries that there was none, or that "
                    + "none was told of, name none."
            case .themes: "Kinds of the findings that interviews brought out; an episode counts once in each."
            case .risks: "Risks that stood on the child’s record when the episode began."
            case .agendaTriggers: "Given when the child was put on a panel’s agenda."
            }
        }

        var column: TagColumn {
            switch self {
            case .push: .push
            case .pull: .pull
            case .harm: .harm
            case .themes: .themes
            case .risks: .risks
            case .agendaTriggers: .agendaTriggers
            }
        }
    }

    public struct Line: Hashable, Sendable {
        public let word: String
        public let count: Count
    }

    /// Two words that were said of the same episode.
    public struct Pair: Hashable, Sendable {
        public let first: String
        public let second: String
        public let count: Count
    }

    public static let pairsDefinition =
        "Two words said of one episode, whichever way round: what comes together, not what causes what."

    public let words: Words
    /// The word said of most episodes first; of two alike, in the order of their letters.
    public let lines: [Line]
    public let pairs: [Pair]
    /// Episodes of which no such word was said.
    public let without: Count

    public init(_ words: Words, of table: EpisodeTable, rows: EpisodeRows) {
        self.words = words
        let names = table.words(of: words.column)
        let bits = rows.map(table[words.column]) { $0 }
        let owners = rows.map(table.children) { $0 }
        let size = names.count
        var single = Tally(places: size + 1)
        var double = Tally(places: max(size * size, 1))
        var (places, whose, joint, jointWhose): ([UInt32], [Int32], [UInt32], [Int32]) = ([], [], [], [])
        for row in bits.indices {
            let said = WordFigure.places(bits[row])
            if said.isEmpty {
                places.append(UInt32(size))
                whose.append(owners[row])
            }
            for (index, place) in said.enumerated() {
                places.append(UInt32(place))
                whose.append(owners[row])
                for other in said[(index + 1)...] {
                    joint.append(UInt32(place * size + other))
                    jointWhose.append(owners[row])
                }
            }
        }
        single.add(places, whose)
        double.add(joint, jointWhose)
        without = single.count(at: size)
        lines = names.enumerated().map { Line(word: $0.element, count: single.count(at: $0.offset)) }
            .filter { $0.count.episodes > 0 }
            .sorted { ($1.count.episodes, $0.word) < ($0.count.episodes, $1.word) }
        var pairs: [Pair] = []
        for first in 0..<size {
            for second in first..<size {
                let count = double.count(at: first * size + second)
                if count.episodes == 0 { continue }
                let ordered = [names[first], names[second]].sorted()
                pairs.append(Pair(first: ordered[0], second: ordered[1], count: count))
            }
        }
        self.pairs = pairs.sorted {
            ($1.count.episodes, $0.first, $0.second) < ($0.count.episodes, $1.first, $1.second)
        }
    }

    private static func places(_ bits: UInt64) -> [Int] {
        var (rest, places) = (bits, [Int]())
        while rest != 0 {
            places.append(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        return places
    }
}
