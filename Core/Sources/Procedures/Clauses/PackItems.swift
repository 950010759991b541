// SPDX-License-Identifier: MIT

/// Every item of a pack's own text that a clause may name, with the clauses that it cites.
public struct PackItems: Sendable {
    struct Item: Sendable {
        let kind: ClauseCarrier.Kind
        let id: String
        let cites: [Citation]
        let line: Int
    }

    /// A citation and where it stands.
    struct Place: Sendable {
        let citation: Citation
        let line: Int
    }

    let pack: String
    let parent: String?
    let file: String
    let items: [Item]
    let places: [Place]

    /// Reads a pack's tree as far as it can be read; what is wrong with it, the reader of packs says.
    public init(_ node: PackNode) {
        pack = node["id"]?.scalar ?? ""
        parent = node["extends"]?.scalar
        file = node.file
        places = Self.places(in: node)
        let sections = ClauseCarrier.Kind.allCases.filter { $0 != .triage }
        var items = sections.flatMap { kind -> [Item] in
            (kind.section.flatMap { node[$0]?.items } ?? []).compactMap { item in
                item["id"]?.scalar.map { Item(kind: kind, id: $0, cites: Self.cites(item), line: item.line) }
            }
        }
        if let triage = node["triage"] {
            let whole = Self.cites(triage)
            for entry in triage.entries where entry.key != "source" && entry.key != "note" {
                items.append(Item(kind: .triage, id: entry.key, cites: whole, line: entry.line))
            }
            for factor in triage["factors"]?.items ?? [] {
                guard let id = factor["id"]?.scalar else { continue }
                let own = Self.cites(factor)
                items.append(Item(kind: .triage, id: id, cites: own.isEmpty ? whole : own, line: factor.line))
            }
        }
        for entry in node.entries where Self.settings.contains(entry.key) {
            items.append(Item(kind: .setting, id: entry.key, cites: Self.cites(entry.value), line: entry.line))
        }
        self.items = items
    }

    static let settings = [
        "covers", "figures", "officeHours", "fallbacks", "vocabulary", "crosswalk", "inForce",
    ]

    private static func cites(_ node: PackNode) -> [Citation] { places(in: node).map(\.citation) }

    /// What every `source` at or under a node cites.
    private static func places(in node: PackNode) -> [Place] {
        switch node.content {
        case .list(let items): return items.flatMap(places)
        case .mapping(let entries):
            return entries.flatMap { entry -> [Place] in
                guard entry.key == "source", let text = entry.value.scalar else { return places(in: entry.value) }
                return Citation.all(in: text).map { Place(citation: $0, line: entry.line) }
            }
        default: return []
        }
    }
}
