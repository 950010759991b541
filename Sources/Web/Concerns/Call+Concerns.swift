// SPDX-License-Identifier: MIT

import Casework

extension Call {
    /// The entries of the register that the visitor may read, in the order of entering.
    var concernEntries: [ConcernEntry] { state.concerns.entries.filter(access.mayRead) }

    /// The network as the visitor may see it.
    var network: Network { Network(of: state.childrenWithTies, in: state, for: access) }
}

extension State {
    /// Children whose record names an entry of the register or another child who was with them.
    fileprivate var childrenWithTies: [ChildID] {
        let words = State.wordsOfTies
        let names: (Mark) -> Bool = { mark in
            words.contains(mark.word) && (mark.details[.concern] != nil || mark.details[.withChildren] != nil)
        }
        return children.values.filter { child in
            child.history.recorded.contains(where: names)
                || child.episodes.contains { self.episode($0)?.history.recorded.contains(where: names) ?? false }
        }.map(\.id).sorted()
    }

    private static let wordsOfTies: EventWords = [
        .tiedToConcern, .harbouringNoticeAsked, .harbouringNoticeServed, .reported, .accountReceived, .wentTogether,
        .sighted, .visited, .located, .returned,
    ]
}

extension Network {
    /// What lies within two steps of a point: its own lines, and those between and beyond its neighbours.
    func around(_ point: Point) -> [Line] {
        let near = Set(lines(of: point).flatMap { [$0.first, $0.second] })
        return lines.filter { near.contains($0.first) || near.contains($0.second) }
    }
}

extension Network.Point {
    /// As an address names it: `child-12`, `entry-4`.
    var name: String {
        switch self {
        case .child(let child): "child-\(child.number)"
        case .entry(let number): "entry-\(number)"
        }
    }

    init?(named name: String) {
        let parts = name.split(separator: "-")
        guard parts.count == 2 else { return nil }
        if parts[0] == "child", let number = UInt32(parts[1]) {
            self = .child(ChildID(number: number))
        } else if parts[0] == "entry", let number = Int(parts[1]) {
            self = .entry(number)
        } else {
            return nil
        }
    }

    /// The child that it stands for.
    var child: ChildID? {
        if case .child(let child) = self { child } else { nil }
    }
}
