// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ScenarioReader {
    /// The event that a correction is about: by its number in the file, or the newest before with that word.
    func target(_ node: PackNode, _ child: ChildID?) -> EventDraft? {
        guard let what = node["what"] else {
            faults.add(node, "“corrected” needs “what”: the number of an event in this file, or its word.")
            return nil
        }
        let before = drafts.filter { $0.child == child }
        if let number = what.scalar.flatMap({ Int($0) }) {
            if let target = before.first(where: { $0.number == number }) { return target }
            faults.add(what, "Event \(number) of this file is not one of this child's before the correction.")
            return nil
        }
        guard let word = faults.choice(what, "event", of: EventWord.self) else { return nil }
        if let target = before.last(where: { $0.word == word }) { return target }
        faults.add(what, "No “\(word.rawValue)” of this child's stands before the correction.")
        return nil
    }

    /// What the corrected event should have said.
    func correction(_ node: PackNode, of target: EventDraft?) -> Details {
        var details: Details = [.reason: .text("")]
        let known = ["at", "recordedAt", "child", "episode", "is", "by", "what", "to", "withdrawn", "reason"]
        guard let fields = Fields(node, "a correction", known: known, faults: faults) else { return details }
        if let withdrawn = fields["withdrawn"].flatMap({ faults.flag($0, "“withdrawn”") }) {
            details[.withdrawn] = .flag(withdrawn)
        }
        guard let to = fields["to"] else {
            if !details.flag(.withdrawn) { faults.add(node, "A correction needs “to” or `withdrawn: true`.") }
            return details
        }
        guard case .mapping(let entries) = to.content, let target else {
            if target != nil { faults.add(to, "“to” holds what it should have said, under the details' names.") }
            return details
        }
        for entry in entries {
            if entry.key == "at" {
                details[.at] = time(entry.value, "“at”").map { .time($0) }
            } else {
                detail(entry, of: target.word, into: &details)
            }
        }
        return details
    }
}
