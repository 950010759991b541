// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Reads the items of a pack that have an id and a source.
struct ItemReader {
    let faults: Faults
    let sources: [String: String]
    let figures: [String: DueLength]

    func questions(_ node: PackNode?) -> [RiskQuestion] {
        items(node, "a question", known: ["asks", "risk"]) { fields, id, source in
            let asks = fields.need("asks", "a question").flatMap { faults.text($0, "“asks”") }
            let isRisk = fields["risk"].map { faults.flag($0, "“risk”") ?? false } ?? false
            return asks.map { RiskQuestion(id: id, asks: $0, isRiskBased: isRisk, source: source) }
        }
    }

    func reportItems(_ node: PackNode?) -> [ReportItem] {
        let known = ["says", "lookedAfterOnly", "heldBy", "heldByEvents", "needsAll"]
        return items(node, "a report item", known: known) { fields, id, source in
            let says = fields.need("says", "a report item").flatMap { faults.text($0, "“says”") }
            let names = fields["heldBy"].map {
                faults.words($0, "detail", among: DetailKey.allCases.map(\.name)) ?? []
            }
            let events = fields["heldByEvents"].map { faults.choices($0, "event", of: EventWord.self) ?? [] }
            let needsAll = fields["needsAll"].map { faults.flag($0, "“needsAll”") ?? false } ?? false
            let lookedAfterOnly = fields["lookedAfterOnly"].map { faults.flag($0, "“lookedAfterOnly”") ?? false }
            return says.map {
                ReportItem(
                    id: id, says: $0, lookedAfterOnly: lookedAfterOnly ?? false,
                    heldBy: (names ?? []).compactMap { DetailKey(named: $0) }, needsAll: needsAll,
                    heldByEvents: events ?? [], source: source)
            }
        }
    }

    func guardrails(_ node: PackNode?) -> [Guardrail] {
        let known = ["refuses", "when", "needs", "except", "says", "wayOn"]
        return items(node, "a guardrail", known: known) { fields, id, source in
            let refuses = fields.need("refuses", "a guardrail").flatMap { faults.match($0) }
            let when = fields["when"].flatMap { faults.condition($0) }
            let needs = fields["needs"].map { faults.choices($0, "role", of: Role.self) ?? [] } ?? []
            let exceptions = fields["except"].map { $0.items.compactMap(exception) } ?? []
            let says = fields.need("says", "a guardrail").flatMap { faults.text($0, "“says”") }
            let wayOn = fields.need("wayOn", "a guardrail").flatMap { faults.text($0, "“wayOn”") }
            guard let refuses, let says, let wayOn, (when == nil) == (fields["when"] == nil) else { return nil }
            return Guardrail(
                id: id, refuses: refuses, when: when, needs: needs, exceptions: exceptions, says: says,
                wayOn: wayOn, source: source)
        }
    }

    private func exception(_ node: PackNode) -> Guardrail.Exception? {
        guard !node.entries.isEmpty else {
            faults.add(node, "An exception says by whom and in what case, and here is \(node.kind).")
            return nil
        }
        guard let match = faults.match(node, alsoKnown: ["when"], needsEvent: false) else { return nil }
        guard let condition = node["when"] else { return Guardrail.Exception(match: match, when: nil) }
        return faults.condition(condition).map { Guardrail.Exception(match: match, when: $0) }
    }

    /// Reads a list of items: each its own id, and a source that is known.
    func items<Item>(
        _ node: PackNode?, _ what: String, known: [String], read: (Fields, String, String) -> Item?
    ) -> [Item] {
        guard let node else { return [] }
        guard case .list(let list) = node.content else {
            if case .nothing = node.content { return [] }
            faults.add(
                node, "Here belongs a list, each item with a dash, an id and a source, and here is \(node.kind).")
            return []
        }
        var seen: [String: Int] = [:]
        return list.compactMap { item in
            guard let fields = Fields(item, what, known: ["id", "source", "note"] + known, faults: faults) else {
                return nil
            }
            let id = fields.need("id", what).flatMap { faults.text($0, "“id”") }
            let source = fields.need("source", what).flatMap { readSource($0) }
            if let id, let first = seen.updateValue(item.line, forKey: id) {
                faults.add(item, "“\(id)” stands twice in this pack, first on line \(first).")
            }
            let value = read(fields, id ?? "", source ?? "")
            guard let value, source != nil, id != nil else {
                if let id { faults.unreadable.insert(id) }
                return nil
            }
            return value
        }
    }

    /// Clauses separated by semicolons, each beginning with the short name of a source.
    func readSource(_ node: PackNode) -> String? {
        guard let text = faults.text(node, "“source”") else { return nil }
        for clause in text.split(separator: ";") {
            guard let name = clause.split(separator: " ").first else { continue }
            let word = String(name.last == "," ? name.dropLast() : name)
            if sources[word] == nil {
                faults.unknown(word, "source of this pack", at: node, among: sources.keys.sorted())
            }
        }
        return text
    }
}
