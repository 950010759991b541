// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension SectionReader {
    /// How shifts hand over: an item for each kind of team, named by it.
    func handOvers(_ node: PackNode?) -> [HandOverRule] {
        let what = "a hand-over"
        return items.items(node, what, known: ["to", "at", "due", "escalate", "localChoice"]) { fields, id, source in
            let team = fields.need("id", what).flatMap { faults.choice($0, "kind of team", of: Team.Kind.self) }
            let to = fields["to"].map { faults.choice($0, "kind of team", of: Team.Kind.self) } ?? team?.relievedBy
            let times = fields["at"].map { node in node.items.map { faults.secondOfDay($0, "“at”") } } ?? []
            let due = fields.need("due", what).flatMap { faults.elapsed($0, "“due”") }
            let escalation = fields.need("escalate", what).flatMap { items.escalation($0) }
            let isLocalChoice = fields["localChoice"].flatMap { faults.flag($0, "“localChoice”") } ?? false
            guard let team, let to, let due, let escalation, !times.contains(nil) else { return nil }
            return HandOverRule(
                team: team, to: to, times: times.compactMap { $0.map { $0 % 86_400 } }.sorted(), within: due,
                escalation: escalation,
                isLocalChoice: isLocalChoice, note: note(fields), source: source)
        }
    }
}
