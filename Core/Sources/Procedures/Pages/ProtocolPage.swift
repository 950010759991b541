// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A pack as people read it, in Markdown: who owes what, when, by when, and by which clause.
public enum ProtocolPage {
    public static func markdown(_ pack: ProtocolPack) -> String {
        var page = "# \(pack.title)\n\n`\(pack.id)`"
        if let parent = pack.extends { page += ", starting from `\(parent)`" }
        if let from = pack.inForceFrom { page += ", in force from \(Spoken.fullDate(from))" }
        if let to = pack.inForceTo { page += " until before \(Spoken.fullDate(to))" }
        page += "\n\n## Sources\n\n"
        for (name, title) in pack.sources.sorted(by: { $0.key < $1.key }) { page += "- **\(name)**: \(title)\n" }
        page += "\n## Duties\n\n"
        for duty in pack.duties { page += section(duty) }
        if !pack.guardrails.isEmpty { page += "## Guardrails\n\n" }
        for guardrail in pack.guardrails {
            let needs = guardrail.needs.map(\.spoken).joined(separator: " or ")
            page += "- `\(guardrail.id)`: \(guardrail.says) "
            page += needs.isEmpty ? "" : "A \(needs) may. "
            page += "\(guardrail.wayOn) (\(guardrail.source))\n"
        }
        if !pack.reportItems.isEmpty { page += "\n## What a report holds\n\n" }
        for item in pack.reportItems {
            page += "- \(item.says)\(item.lookedAfterOnly ? " Of looked-after children." : "") (\(item.source))\n"
        }
        if !pack.questions.isEmpty { page += "\n## Questions\n\n" }
        for question in pack.questions { page += "- \(question.asks) (\(question.source))\n" }
        if !pack.removed.isEmpty { page += "\n## Taken out of \(pack.extends ?? "")\n\n" }
        for removal in pack.removed { page += "- `\(removal.id)`: \(removal.reason)\n" }
        return page
    }

    private static func section(_ duty: Duty) -> String {
        let who = ([duty.who] + duty.orElse).map(\.spoken).joined(separator: " or ")
        var lines = ["### `\(duty.id)`", "", "The \(who): \(duty.what)", ""]
        lines.append("- When: \(duty.when.written.joined(separator: " and "))")
        if let once = duty.once { lines.append("- Once: \(once.written.joined(separator: " and "))") }
        let plus = duty.clock.plus.map { ", and \(Lengths.write($0)) more" } ?? ""
        lines.append("- Clock: \(duty.clock.start.spoken)\(plus)")
        lines.append("- Due: \(duty.due.shown)\(duty.isLocalChoice ? " (a local choice)" : "")")
        for sooner in duty.sooner {
            lines.append("- Sooner: \(sooner.due.shown), where \(sooner.when.written.joined(separator: " and "))")
        }
        lines.append("- Done by: \(duty.doneBy.shown)")
        if !duty.lapses.isEmpty { lines.append("- Lapses with: \(duty.lapses.map(\.spoken).joined(separator: "; "))") }
        let waivers = duty.waivers.map(\.spoken).joined(separator: ", ")
        lines.append("- May be waived by: \(waivers.isEmpty ? "nobody" : waivers)")
        if let note = duty.note { lines.append("- \(note)") }
        lines.append("- Source: \(duty.source)")
        return lines.joined(separator: "\n") + "\n\n"
    }
}

extension DueRule {
    fileprivate var shown: String {
        switch self {
        case .length(let length): Lengths.write(length)
        case .figure(let word, let length): "\(word.replacingHyphens), taken as \(Lengths.write(length))"
        case .stated(let key, _, let otherwise):
            "as stated (\(key.name))\(otherwise.map { ", else \(Lengths.write($0))" } ?? "")"
        case .every(_, let written): "every \(written)"
        }
    }
}

extension Discharge {
    fileprivate var shown: String {
        switch self {
        case .event(let match): match.spoken
        case .any(let parts): parts.map(\.shown).joined(separator: "; or ")
        case .all(let parts): "all of: \(parts.map(\.shown).joined(separator: "; "))"
        }
    }
}
