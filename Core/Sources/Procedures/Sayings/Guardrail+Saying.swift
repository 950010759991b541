// SPDX-License-Identifier: MIT

import Casework

extension Guardrail {
    /// The guardrail as people read it.
    public var saying: ItemSaying {
        var aspects = [AspectSaying(.standsAgainst, refuses.present)]
        if let when { aspects.append(AspectSaying(.applies, when.english)) }
        var allowed = needs.map(\.named)
        allowed += exceptions.map { exception in
            let who = exception.match.by.map(\.named)
            let doing = Match(
                exception.match.words, details: exception.match.details, given: exception.match.given,
                lacks: exception.match.lacks)
            let act = doing == Match([]) ? "" : ", where \(doing.present)"
            let circumstances = exception.when.map { "\(act.isEmpty ? ", " : " and ")\($0.english)" } ?? ""
            return "\(who.isEmpty ? "anybody" : Sentences.list(who, by: "or"))\(act)\(circumstances)"
        }
        aspects.append(AspectSaying(.allowed, allowed.isEmpty ? "nobody" : allowed.joined(separator: "; or ")))
        aspects.append(AspectSaying(.wayOn, wayOn))
        aspects.append(AspectSaying(.source, source, parts: source.clauses))
        return ItemSaying(kind: .guardrail, id: id, title: says, aspects: aspects)
    }
}

extension RiskQuestion {
    /// The question as people read it.
    public var saying: ItemSaying {
        ItemSaying(
            kind: .question, id: id, title: asks,
            aspects: [
                AspectSaying(.bears, isRiskBased ? "yes" : "no, it finds facts"),
                AspectSaying(.source, source, parts: source.clauses),
            ])
    }
}

extension ReportItem {
    /// The item as people read it.
    public var saying: ItemSaying {
        var aspects = [AspectSaying(.askedOf, lookedAfterOnly ? "looked-after children" : "every child")]
        var held = [
            Sentences.list(heldBy.map { "“\($0.label)”" }, by: needsAll ? "and" : "or"),
            heldByEvents.isEmpty ? "" : "where \(Match(heldByEvents).past)",
        ].filter { !$0.isEmpty }
        if held.isEmpty { held = ["naming it in the report"] }
        aspects.append(AspectSaying(.heldBy, held.joined(separator: ", or ")))
        aspects.append(AspectSaying(.source, source, parts: source.clauses))
        return ItemSaying(kind: .reportItem, id: id, title: says, aspects: aspects)
    }
}
