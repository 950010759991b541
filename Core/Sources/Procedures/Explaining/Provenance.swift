// SPDX-License-Identifier: MIT

/// Where an item of a protocol comes from: its own, taken over from the protocol it starts from, or put in place of that
/// one's.
public struct Provenance: Hashable, Sendable {
    public enum Step: Hashable, Sendable {
        /// This protocol brought it in.
        case broughtIn(by: String)
        /// This protocol has it in place of the earlier one's, with what differs.
        case replaced(by: String, of: String, points: [PointDifference])
        /// This protocol says the same as the one it starts from.
        case takenOver(by: String, from: String)
    }

    /// The newest protocol first.
    public let steps: [Step]

    /// `chain` holds the protocol, the one that it starts from, and so on.
    public init(of kind: ItemKind, _ id: String, in chain: [ProtocolPack]) {
        var steps: [Step] = []
        for (place, pack) in chain.enumerated() {
            guard let item = pack.saying(of: kind, id) else { break }
            let parent = place + 1 < chain.count ? chain[place + 1] : nil
            guard let parent, let earlier = parent.saying(of: kind, id) else {
                steps.append(.broughtIn(by: pack.title))
                break
            }
            if let change = ChangedItem(from: earlier, to: item) {
                steps.append(.replaced(by: pack.title, of: parent.title, points: change.points))
            } else {
                steps.append(.takenOver(by: pack.title, from: parent.title))
            }
        }
        self.steps = steps
    }

    /// The steps as sentences.
    public var sentences: [String] {
        steps.flatMap { step -> [String] in
            switch step {
            case .broughtIn(let pack): ["\(pack) brought it in."]
            case .takenOver(let pack, let parent): ["\(pack) takes it over from \(parent) as it stands there."]
            case .replaced(let pack, let parent, let points):
                ["\(pack) has it in place of what \(parent) says:"] + points.map { "  \($0.sentence)" }
            }
        }
    }
}

extension ProtocolPack {
    /// One item as people read it.
    public func saying(of kind: ItemKind, _ id: String) -> ItemSaying? {
        sayings.first { $0.kind == kind && $0.id == id }
    }

    /// Every item with this id, in whichever section.
    public func sayings(named id: String) -> [ItemSaying] { sayings.filter { $0.id == id } }
}
