// SPDX-License-Identifier: MIT

import WorkingTime

/// What is different between two protocols, in plain English: what was added, taken out, and changed point by point.
public struct PackDifferences: Hashable, Sendable {
    /// Which protocol it is.
    public struct Name: Hashable, Sendable {
        public let id: String
        public let title: String
    }

    public let before: Name
    public let after: Name
    public let added: [ItemSaying]
    public let removed: [RemovedItem]
    public let changed: [ChangedItem]

    /// What `after` says that `before` doesn't, the other way round, and where they differ.
    public init(from before: ProtocolPack, to after: ProtocolPack) {
        self.before = Name(id: before.id, title: before.title)
        self.after = Name(id: after.id, title: after.title)
        let (old, new) = (before.sayings, after.sayings)
        let known = Dictionary(old.map { (Key($0), $0) }) { first, _ in first }
        let kept = Set(new.map(Key.init))
        added = new.filter { known[Key($0)] == nil }
        removed = old.filter { !kept.contains(Key($0)) }.map { item in
            RemovedItem(item: item, reason: after.removed.first { $0.removes(item) }?.reason)
        }
        changed = new.compactMap { item in known[Key(item)].flatMap { ChangedItem(from: $0, to: item) } }
    }

    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

    /// Which items of one kind differ, in three short lists.
    public func of(_ kind: ItemKind) -> (added: [ItemSaying], removed: [RemovedItem], changed: [ChangedItem]) {
        (
            added.filter { $0.kind == kind }, removed.filter { $0.item.kind == kind },
            changed.filter { $0.after.kind == kind }
        )
    }

    /// How much differs, in one sentence.
    public var summary: String {
        if isEmpty { return "\(before.title) and \(after.title) say the same." }
        let kinds = ItemKind.allCases.compactMap { kind -> String? in
            let found = of(kind)
            let counts = [
                (found.added.count, "added"), (found.removed.count, "taken out"), (found.changed.count, "changed"),
            ]
            .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
            return counts.isEmpty ? nil : "\(kind.plural): \(Sentences.list(counts, by: "and"))"
        }
        return "From \(before.title) to \(after.title): \(kinds.joined(separator: "; "))."
    }

    private struct Key: Hashable {
        let kind: ItemKind
        let id: String

        init(_ item: ItemSaying) { (kind, id) = (item.kind, item.id) }
    }
}

/// An item that is in the earlier protocol only.
public struct RemovedItem: Hashable, Sendable {
    public let item: ItemSaying
    /// Why the later protocol took it out; nil where it doesn't start from the earlier one.
    public let reason: String?
}

/// An item that both protocols have, and say something different about.
public struct ChangedItem: Hashable, Sendable {
    public let before: ItemSaying
    public let after: ItemSaying
    public let points: [PointDifference]

    /// Nil where both say the same.
    init?(from before: ItemSaying, to after: ItemSaying) {
        self.before = before
        self.after = after
        var points: [PointDifference] = []
        for aspect in Aspect.allCases {
            if aspect == .note, before.title != after.title {
                points.append(
                    PointDifference(aspect: .what, before: [before.title], after: [after.title], isList: false))
            }
            let (old, new) = (before.aspect(aspect), after.aspect(aspect))
            if old == new { continue }
            let isList = (old?.parts.count ?? 0) > 1 || (new?.parts.count ?? 0) > 1
            points.append(
                PointDifference(aspect: aspect, before: old?.parts ?? [], after: new?.parts ?? [], isList: isList))
        }
        if points.isEmpty { return nil }
        self.points = points
    }

    /// Whether nothing but notes and clauses differ: nobody has to do anything otherwise.
    public var isWordingOnly: Bool { points.allSatisfy { [.note, .source, .what].contains($0.aspect) } }
}

extension Removal {
    fileprivate func removes(_ item: ItemSaying) -> Bool { id == item.id && section == item.kind.section }
}

extension ItemKind {
    /// The key of the section in a pack that holds such items.
    public var section: String {
        switch self {
        case .setting: "settings"
        case .duty: "duties"
        case .guardrail: "guardrails"
        case .trigger: "triggers"
        case .triage: "triage"
        case .question: "questions"
        case .reportItem: "reportItems"
        case .meeting: "meetings"
        case .letter: "letters"
        case .notice: "notices"
        case .calendarItem: "calendar"
        case .contact: "contacts"
        case .information: "information"
        case .checklist: "checklists"
        case .crosswalk: "crosswalk"
        case .handOver: "handOvers"
        }
    }

    /// "duties", "report items"
    public var plural: String {
        switch self {
        case .duty: "duties"
        case .triage, .information, .crosswalk: name
        case .calendarItem: "duties of the area"
        default: "\(name)s"
        }
    }
}
