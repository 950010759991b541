// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ItemReader {
    func triggers(_ node: PackNode?) -> [Trigger] {
        let known = ["for", "counts", "rising", "ranking", "when", "makes", "localChoice"]
        return items(node, "a trigger", known: known) { fields, id, source in
            let subject = fields["for"].map {
                faults.choice($0, "value of “for”", of: Trigger.Subject.self)
            }
            let rule = triggerRule(fields)
            let when = fields["when"].flatMap { faults.condition($0) }
            for other in when?.triggers ?? [] {
                faults.add(fields.node, "What “\(other)” did can't be asked here: a trigger waits for no other.")
            }
            let makes = fields.need("makes", "a trigger").flatMap { faults.words($0, "“makes”") }
            let isLocalChoice = fields["localChoice"].flatMap { faults.flag($0, "“localChoice”") } ?? false
            let note = fields["note"].flatMap { faults.text($0, "“note”") }
            guard subject != .some(nil), let rule, let makes, (when == nil) == (fields["when"] == nil) else {
                return nil
            }
            let trigger = Trigger(
                id: id, subject: (subject ?? nil) ?? .child, rule: rule, when: when, makes: makes,
                isLocalChoice: isLocalChoice, note: note, source: source)
            if trigger.isRanking && trigger.subject == .group {
                faults.add(fields.node, "A ranking is of children or places.", allowed: ["child", "place"])
            }
            return trigger
        }
    }

    private func triggerRule(_ fields: Fields) -> TriggerRule? {
        let kinds = ["counts", "rising", "ranking"].filter { fields[$0] != nil }
        guard kinds.count == 1, let node = fields[kinds[0]] else {
            faults.add(
                fields.node, "A trigger has exactly one of these.", allowed: ["counts", "rising", "ranking"])
            return nil
        }
        switch kinds[0] {
        case "counts": return counts(node)
        case "rising": return rising(node)
        default: return ranking(node)
        }
    }

    private func counts(_ node: PackNode) -> TriggerRule? {
        let known = ["kinds", "categories", "atLeast", "within"]
        guard let fields = Fields(node, "“counts”", known: known, faults: faults) else { return nil }
        let filter = faults.episodeFilter(fields)
        let least = fields.need("atLeast", "“counts”").flatMap { faults.number($0, "“atLeast”") }
        let window = fields.need("within", "“counts”").flatMap { faults.countWindow($0) }
        guard let filter, let least, let window else { return nil }
        return .counts(filter, atLeast: least, window)
    }

    private func rising(_ node: PackNode) -> TriggerRule? {
        let known = ["kinds", "categories", "days", "atLeast"]
        guard let fields = Fields(node, "“rising”", known: known, faults: faults) else { return nil }
        let filter = faults.episodeFilter(fields)
        let days = fields.need("days", "“rising”").flatMap { faults.number($0, "“days”") }
        let least = fields["atLeast"].map { faults.number($0, "“atLeast”") } ?? 2
        if let days, days > 3_660, let node = fields["days"] {
            faults.add(node, "“days” is at most 3660, ten years, and here is \(node.kind).")
        }
        guard let filter, let days, let least else { return nil }
        return .rising(filter, days: days, atLeast: least)
    }

    private func ranking(_ node: PackNode) -> TriggerRule? {
        let known = ["kinds", "categories", "top", "within", "every", "atLeast"]
        guard let fields = Fields(node, "“ranking”", known: known, faults: faults) else { return nil }
        let filter = faults.episodeFilter(fields)
        let top = fields.need("top", "“ranking”").flatMap { faults.number($0, "“top”") }
        let window = fields.need("within", "“ranking”").flatMap { faults.countWindow($0) }
        let every = fields.need("every", "“ranking”").flatMap { rankingDays($0) }
        let least = fields["atLeast"].map { faults.number($0, "“atLeast”") } ?? 1
        guard let filter, let top, let window, let every, let least else { return nil }
        return .ranking(
            filter, TriggerRule.Ranking(top: top, window: window, every: every, atLeast: least))
    }

    private static let rankingDays: [(written: String, days: RankingDays)] = [
        ("1 week", .weeks), ("1 month", .months(1)), ("2 months", .months(2)), ("3 months", .months(3)),
        ("6 months", .months(6)), ("1 year", .months(12)), ("12 months", .months(12)),
    ]

    private func rankingDays(_ node: PackNode) -> RankingDays? {
        guard let written = faults.word(node, "value of “every”", among: Self.rankingDays.map(\.written)) else {
            return nil
        }
        return Self.rankingDays.first { $0.written == written }?.days
    }
}
