// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension PackSections {
    /// Every item of these sections as people read it.
    var sayings: [ItemSaying] {
        meetings.map(\.saying) + letters.map(\.saying) + notices.map(\.saying) + calendar.map(\.saying)
            + contacts.map(\.saying) + information.map(\.saying) + checklists.map(\.saying) + crosswalk.map(\.saying)
            + handOvers.map(\.saying)
    }
}

extension Meeting {
    /// The meeting as people read it.
    public var saying: ItemSaying {
        var aspects = [AspectSaying(.chair, chair.named)]
        if !invites.isEmpty {
            aspects.append(
                AspectSaying(.invites, Sentences.list(invites.map(\.spoken), by: "and"), parts: invites.map(\.spoken)))
        }
        if let every { aspects.append(AspectSaying(.every, every)) }
        if !agenda.isEmpty { aspects.append(AspectSaying(.agenda, agenda.said, parts: agenda.parts)) }
        if !outcomes.isEmpty { aspects.append(AspectSaying(.outcomes, outcomes.said, parts: outcomes.parts)) }
        if hasRecordForEachChild { aspects.append(AspectSaying(.counts, "each child has a record of their own")) }
        return ItemSaying(kind: .meeting, id: id, title: title, aspects: aspects + closing(note, source))
    }
}

extension Letter {
    /// The letter as people read it.
    public var saying: ItemSaying {
        let who = Sentences.list(to.map(\.named), by: "or")
        return ItemSaying(
            kind: .letter, id: id, title: "Letter to \(who)",
            aspects: (triage.isEmpty
                ? [] : [AspectSaying(.applies, "where triage is \(Sentences.list(triage.map(\.rawValue), by: "or"))")])
                + [AspectSaying(.text, says)] + closing(note, source))
    }
}

extension Notice {
    /// The notice as people read it.
    public var saying: ItemSaying {
        var aspects = [AspectSaying(.to, Sentences.list(to.map(\.named), by: "and")), AspectSaying(.shown, on.present)]
        if let when { aspects.append(AspectSaying(.applies, when.english)) }
        if let acknowledgement {
            aspects.append(AspectSaying(.due, "said to be seen within \(Spoken.elapsed(acknowledgement.within))"))
            if let escalation = acknowledgement.escalation {
                aspects.append(AspectSaying(.escalates, escalation.english))
            }
        }
        if let isUrgent {
            aspects.append(AspectSaying(.counts, isUrgent ? "it is told at any hour" : "it may wait for the morning"))
        }
        if isLocalChoice {
            aspects.append(AspectSaying(.localChoice, "the figures are this area's own; no clause gives one"))
        }
        return ItemSaying(kind: .notice, id: id, title: says, aspects: aspects + closing(note, source))
    }
}

extension AreaDuty {
    /// The duty as people read it.
    public var saying: ItemSaying {
        var owes = who.named
        if !orElse.isEmpty { owes += ", or \(Sentences.list(orElse.map(\.named), by: "or"))" }
        var aspects = [AspectSaying(.owes, owes)]
        switch clock {
        case .every(let period, let from):
            let since = from.map { ", counted from \(Spoken.fullDate($0))" } ?? ", counted from when the protocol began"
            aspects.append(AspectSaying(.every, "every \(period.spoken)\(since)"))
        case .trigger(let trigger, let due):
            let fired = Clock(.need)
            let said = due.english(from: fired).replacing("it was first needed", with: "it fired")
            aspects.append(AspectSaying(.due, "each time that “\(trigger.replacingHyphens)” fires: \(said)"))
        }
        if doneBy != Match([.areaDutyDone], details: [Match.Test(key: .duty, allowed: [id])]) {
            aspects.append(AspectSaying(.done, doneBy.present))
        }
        if let escalation { aspects.append(AspectSaying(.escalates, escalation.english)) }
        if isLocalChoice {
            aspects.append(AspectSaying(.localChoice, "the figure is this area's own; no clause gives one"))
        }
        return ItemSaying(kind: .calendarItem, id: id, title: what, aspects: aspects + closing(note, source))
    }
}

extension Contact {
    /// The contact as people read it.
    public var saying: ItemSaying {
        ItemSaying(
            kind: .contact, id: id, title: who,
            aspects: [AspectSaying(.about, forWhat), AspectSaying(.value, says)] + closing(note, source))
    }
}

extension InformationSheet {
    /// The sheet as people read it.
    public var saying: ItemSaying {
        ItemSaying(
            kind: .information, id: id, title: title,
            aspects: [
                AspectSaying(.to, Sentences.list(readers.map(\.rawValue), by: "and")), AspectSaying(.text, says),
            ] + closing(note, source))
    }
}

extension Checklist {
    /// The list as people read it.
    public var saying: ItemSaying {
        let used = Sentences.list(usedBy.map { "“\($0.replacingHyphens)”" }, by: "and")
        let aspects = usedBy.isEmpty ? [] : [AspectSaying(.about, used)]
        return ItemSaying(
            kind: .checklist, id: id, title: title,
            aspects: aspects + [AspectSaying(.items, items.said, parts: items.parts)] + closing(note, source))
    }
}

extension CrosswalkLine {
    /// The line as people read it.
    public var saying: ItemSaying {
        ItemSaying(
            kind: .crosswalk, id: was, title: "What was “\(was.replacingHyphens)”",
            aspects: [
                AspectSaying(.value, now.map { "compares with “\($0.replacingHyphens)”" } ?? "compares with nothing")
            ]
                + closing(note, source))
    }
}

extension HandOverRule {
    /// The rule as people read it.
    public var saying: ItemSaying {
        var aspects = [AspectSaying(.to, to.spoken)]
        if !times.isEmpty {
            let said = times.map(Spoken.time(secondOfDay:))
            aspects.append(AspectSaying(.every, "each day at \(Sentences.list(said, by: "and"))", parts: said))
        }
        aspects.append(AspectSaying(.due, "accepted within \(Spoken.elapsed(within))"))
        aspects.append(AspectSaying(.escalates, escalation.english))
        if isLocalChoice {
            aspects.append(AspectSaying(.localChoice, "the figures are this area's own; no clause gives one"))
        }
        return ItemSaying(
            kind: .handOver, id: id, title: "The briefing of \(team.spoken)", aspects: aspects + closing(note, source))
    }
}

/// A note, where there is one, and the source: what every item ends with.
private func closing(_ note: String?, _ source: String) -> [AspectSaying] {
    (note.map { [AspectSaying(.note, $0)] } ?? []) + [AspectSaying(.source, source, parts: source.clauses)]
}

extension [SectionLine] {
    /// The lines, one after another, each with its own clause where it has one.
    fileprivate var said: String { parts.joined(separator: " / ") }

    fileprivate var parts: [String] { map { line in line.says + (line.source.map { " (\($0))" } ?? "") } }
}
