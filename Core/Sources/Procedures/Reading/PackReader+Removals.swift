// SPDX-License-Identifier: MIT

extension PackReader {
    /// What the pack takes out of its parent, by id; `of` names the section where several hold the id.
    func readRemovals(_ node: PackNode?, extends: String?) -> [Removal] {
        guard let node else { return [] }
        if extends == nil { faults.add(node, "Only a pack that extends another can remove something.") }
        let held = parent?.idsBySection ?? []
        return node.items.compactMap { item in
            guard let fields = Fields(item, "a removal", known: ["id", "of", "reason"], faults: faults) else {
                return nil
            }
            let id = fields.need("id", "a removal").flatMap { faults.text($0, "“id”") }
            let reason = fields.need("reason", "a removal").flatMap { faults.text($0, "“reason”") }
            let of = fields["of"].map { faults.word($0, "section of a pack", among: held.map(\.section)) }
            guard let id, let reason, of != .some(nil) else { return nil }
            let among = held.filter { of == nil || $0.section == of }
            let sections = among.filter { $0.ids.contains(id) }.map(\.section)
            if sections.isEmpty, parent != nil {
                faults.unknown(
                    id, "item of the pack that this one extends", at: item, among: among.flatMap(\.ids))
            }
            if sections.count > 1 {
                faults.add(item, "Several sections hold “\(id)”: say in “of” which is meant.", allowed: sections)
            }
            return Removal(id: id, section: sections.first ?? "", reason: reason)
        }
    }
}

extension ProtocolPack {
    /// The ids of everything that has one, under the key of its section.
    var idsBySection: [(section: String, ids: [String])] {
        [
            ("duties", duties.map(\.id)), ("guardrails", guardrails.map(\.id)), ("questions", questions.map(\.id)),
            ("reportItems", reportItems.map(\.id)), ("triggers", triggers.map(\.id)),
        ] + sections.ids
    }
}
