// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Duty {
    /// The duty as people read it. `duties` are those of its pack, which a clock may name.
    public func saying(among duties: [String: Duty] = [:]) -> ItemSaying {
        let needed = when.clause
        var aspects = [
            AspectSaying(.owes, owesText),
            AspectSaying(.needed, needed.isAlways ? "in every case" : needed.text, parts: needed.parts),
        ]
        if isAboutChild { aspects.append(AspectSaying(.about, "the child's whole record, not one episode")) }
        if let once { aspects.append(AspectSaying(.begins, once.english)) }
        aspects.append(AspectSaying(.due, due.english(from: clock, duties: duties)))
        if !sooner.isEmpty {
            let each = sooner.map { "\($0.due.english(from: $0.clock ?? clock, duties: duties)), \($0.when.english)" }
            aspects.append(AspectSaying(.sooner, each.joined(separator: "; ")))
        }
        if again { aspects.append(AspectSaying(.again, "owed anew when it is needed anew, also after it was done")) }
        aspects.append(AspectSaying(.done, doneBy.english))
        if countsWholeEpisode { aspects.append(AspectSaying(.counts, "what was done earlier in the episode, too")) }
        if !lapses.isEmpty {
            aspects.append(AspectSaying(.lapses, lapses.map(\.present).joined(separator: "; or ")))
        }
        aspects += partings
        if isLocalChoice {
            aspects.append(AspectSaying(.localChoice, "the figure is this area's own; no clause gives one"))
        }
        if let note { aspects.append(AspectSaying(.note, note)) }
        aspects.append(AspectSaying(.source, source, parts: source.clauses))
        return ItemSaying(kind: .duty, id: id, title: what, aspects: aspects)
    }

    /// "the social worker; where nobody is allocated as that, the emergency duty team"
    public var owesText: String {
        guard !orElse.isEmpty else { return who.named }
        return "\(who.named); where nobody is allocated as that, \(Sentences.list(orElse.map(\.named), by: "or"))"
    }

    /// How it may end without being done, and who hears of it when it isn't.
    private var partings: [AspectSaying] {
        let waiving = waivers.isEmpty ? "nobody" : Sentences.list(waivers.inOrder.map(\.named), by: "or")
        var aspects = [AspectSaying(.waivable, waiving)]
        if !mayAgree.isEmpty {
            aspects.append(AspectSaying(.agreeable, Sentences.list(mayAgree.inOrder.map(\.named), by: "or")))
        }
        if let escalation { aspects.append(AspectSaying(.escalates, escalation.english)) }
        return aspects
    }
}

extension Escalation {
    /// "the team manager is told 2 hours before it is due, and 1 hour after"
    public var english: String {
        let times = [
            before.map { "\(Spoken.elapsed($0)) before it is due" },
            after.map { $0 == .zero ? "when it was due" : "\(Spoken.elapsed($0)) after it was due" },
        ].compactMap { $0 }
        return "\(to.named) is told \(Sentences.list(times, by: "and"))"
    }
}

extension [Role] {
    /// Those of whom any will do have no order of their own.
    fileprivate var inOrder: [Role] { Role.allCases.filter(contains) }
}
