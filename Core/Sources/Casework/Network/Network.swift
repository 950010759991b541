// SPDX-License-Identifier: MIT

import WorkingTime

/// Children, places and people of concern, and what ties them, as one reader may see it.
///
/// A child is in it only for who may see them and what their record says of exploitation; an entry only for who may
/// read it. Two children are tied only where the reader may see both, so that nobody learns of one through the other.
public struct Network: Hashable, Sendable {
    public enum Point: Hashable, Comparable, Sendable {
        case child(ChildID)
        case entry(Int)

        public static func < (first: Point, second: Point) -> Bool {
            switch (first, second) {
            case (.child(let one), .child(let other)): one < other
            case (.entry(let one), .entry(let other)): one < other
            case (.child, .entry): true
            case (.entry, .child): false
            }
        }
    }

    /// Two points and every reason to join them, in the order in which it happened.
    public struct Line: Hashable, Sendable {
        public let first: Point
        public let second: Point
        public let ties: [Tie]

        /// As sure as the surest reason.
        public var confidence: Confidence { ties.map(\.confidence).max() ?? .doubtful }
    }

    /// Every point that a line ends at, in order.
    public let points: [Point]
    public let lines: [Line]

    /// The network among `children`, as `access` may see it.
    public init(of children: [ChildID], in state: State, for access: Access) {
        guard access.readsConcerns else {
            (points, lines) = ([], [])
            return
        }
        let seen = children.filter {
            access.maySee(.existence, of: $0) && access.maySee(.intelligence, of: $0)
        }
        let seenSet = Set(seen)
        var ties: [Pair: [Tie]] = [:]
        for child in seen {
            for (point, tie) in state.ties(of: child) {
                switch point {
                case .entry(let number):
                    guard let entry = state.concerns[number], access.mayRead(entry),
                        access.maySeeTie(of: child, to: entry)
                    else { continue }
                case .child(let other):
                    guard seenSet.contains(other) else { continue }
                    guard access.maySee(.episode, of: child), access.maySee(.episode, of: other) else { continue }
                }
                ties[Pair(.child(child), point), default: []].append(tie)
            }
        }
        for link in state.concerns.links {
            guard let first = state.concerns[link.first], let second = state.concerns[link.second],
                access.mayRead(first), access.mayRead(second), link.first != link.second
            else { continue }
            let tie = Tie(
                kind: .belongsTogether, confidence: link.confidence, position: link.position, child: nil, episode: nil,
                at: link.event.occurredAt)
            ties[Pair(.entry(link.first), .entry(link.second)), default: []].append(tie)
        }
        let lines = ties.map { pair, ties in
            Line(
                first: pair.first, second: pair.second,
                ties: ties.sorted { ($0.at.earliest, $0.position) < ($1.at.earliest, $1.position) })
        }
        self.lines = lines.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
        points = Set(lines.flatMap { [$0.first, $0.second] }).sorted()
    }

    /// The lines that end at `point`.
    public func lines(of point: Point) -> [Line] { lines.filter { $0.first == point || $0.second == point } }

    /// Two points whichever way round.
    private struct Pair: Hashable {
        let first: Point
        let second: Point

        init(_ one: Point, _ other: Point) { (first, second) = one < other ? (one, other) : (other, one) }
    }
}
