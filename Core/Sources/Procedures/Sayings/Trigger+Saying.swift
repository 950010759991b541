// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension Trigger {
    /// The trigger as people read it. `duties` are those of its pack, which it may make.
    public func saying(among duties: [String: Duty] = [:]) -> ItemSaying {
        let whom =
            switch subject {
            case .child: "a child"
            case .place: "the place that children went missing from"
            case .group: "children who were away together"
            }
        var aspects = [AspectSaying(.about, whom), AspectSaying(.fires, counts)]
        if let when { aspects.append(AspectSaying(.applies, when.english)) }
        if !makes.isEmpty {
            let made = makes.map { id in duties[id].map { "“\($0.what)”" } ?? "“\(id.replacingHyphens)”" }
            aspects.append(AspectSaying(.makes, Sentences.list(made, by: "and"), parts: made))
        }
        if isLocalChoice {
            aspects.append(AspectSaying(.localChoice, "the figure is this area's own; no clause gives one"))
        }
        if let note { aspects.append(AspectSaying(.note, note)) }
        aspects.append(AspectSaying(.source, source, parts: source.clauses))
        let title = counts.prefix(1).uppercased() + counts.dropFirst()
        return ItemSaying(kind: .trigger, id: id, title: title, aspects: aspects)
    }
}

extension Triage {
    /// The triage as people read it.
    public var saying: ItemSaying {
        let serious = factors.filter { seriousFactors.contains($0.id) }.map(\.says)
        let redFactors =
            serious.isEmpty ? "" : ", or one of these is there: \(serious.joined(separator: "; "))"
        var aspects = [
            AspectSaying(.about, "episodes of the last \(window.spoken)"),
            AspectSaying(
                .green,
                "fewer than \(greenMissingBelow) missing episodes, and no more than "
                    + "\(Spoken.counted(greenFactorsAtMost, "factor")) of risk"),
            AspectSaying(.amber, "more than green allows, and not red"),
            AspectSaying(
                .red,
                "more than \(redMissingOver) missing episodes\(redFactors); counting absences too, also "
                    + "\(redAbsencesAtLeast) or more of them"),
            AspectSaying(.factors, factors.map(\.says).joined(separator: "; "), parts: factors.map(\.says)),
        ]
        if let lacking {
            let when = lackingWhen.map { ", \($0.english)" } ?? ""
            aspects.append(AspectSaying(.lacking, "\(lacking.rawValue)\(when)"))
        }
        if isLocalChoice {
            aspects.append(AspectSaying(.localChoice, "the figures are this area's own; no clause gives them"))
        }
        if let note { aspects.append(AspectSaying(.note, note)) }
        aspects.append(AspectSaying(.source, source, parts: source.clauses))
        return ItemSaying(
            kind: .triage, id: "triage", title: "How urgently somebody should speak with a child after an episode",
            aspects: aspects)
    }
}
