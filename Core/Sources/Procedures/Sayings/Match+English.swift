// SPDX-License-Identifier: MIT

import Casework

extension Match {
    /// What such events say happened: "police were told", "the return interview was held".
    public var past: String { said(.past) }

    /// "police have not yet been told"
    public var notYet: String { said(.notYet) }

    /// "police are told"
    public var present: String { said(.present) }

    func said(_ telling: EventClause.Telling) -> String {
        let clauses = clauses
        guard let first = clauses.first else { return "it is done\(tail)\(by(isPassive: true))" }
        let whoever = by(isPassive: clauses.allSatisfy { $0.act.isPassive })
        // Several verbs of one subject are said together: "a meeting was arranged or held".
        if clauses.count > 1, Set(clauses.map(\.act.subject)).count == 1, let participles {
            let together = EventClause(
                first.act.subject, Sentences.list(participles, by: "or"), plural: first.act.isPlural)
            return together.said(telling, tail: first.tail + tail + whoever)
        }
        guard clauses.count > 1, telling == .notYet else {
            let parts = clauses.map { $0.act.said(telling, tail: $0.tail) }
            return Sentences.list(parts, by: "or") + tail + whoever
        }
        // Of several that none has happened is said of them all at once.
        return "it has not yet happened that \(said(.past))"
    }

    /// Whether it takes several clauses to say.
    var isSeveral: Bool { clauses.count > 1 && !(Set(clauses.map(\.act.subject)).count == 1 && participles != nil) }

    private var participles: [String]? {
        let found = clauses.compactMap { if case .passive(let participle) = $0.act.verb { participle } else { nil } }
        return found.count == clauses.count && Set(clauses.map(\.tail)).count == 1 ? found : nil
    }

    /// The words as clauses, each once, with to whom it was.
    private var clauses: [(act: EventClause, tail: String)] {
        var found: [(act: EventClause, tail: String)] = []
        for word in words {
            let (act, tail) = (specific(word), recipient(word))
            if !found.contains(where: { $0.act == act && $0.tail == tail }) { found.append((act, tail)) }
        }
        return found
    }

    private func recipient(_ word: EventWord) -> String {
        guard !Match.tells.contains(word), let to = allowed(.to) else { return "" }
        return " \(word == .findingsShared ? "with" : "to") \(PlainWord.people(to).text)"
    }

    private func allowed(_ key: DetailKey) -> [String]? { details.first { $0.key == key }?.allowed }

    private func specific(_ word: EventWord) -> EventClause {
        let act = EventClause.table[word] ?? EventClause(fallback: word)
        if Match.tells.contains(word), let to = allowed(.to) {
            let people = PlainWord.people(to)
            return act.of(people.text, plural: people.isPlural)
        }
        guard let kinds = allowed(.kind) else { return act }
        let names = PlainWord.either(kinds)
        switch word {
        case .meetingArranged, .meetingHeld: return act.of(PlainWord.some(kinds.map(Match.meeting)))
        case .planUpdated:
            return act.of("the \(kinds == ["return"] ? "plan for the return" : Match.plan(kinds))")
        case .riskAssessmentUpdated: return act.of("the \(names) assessment")
        case .reportSigned:
            let reports = kinds.map { $0.hasSuffix("-report") ? String($0.dropLast(7)) : $0 }
            return act.of("the \(PlainWord.either(reports)) report")
        case .orderObtained, .orderSought: return act.of("a \(names) order")
        case .placementStarted: return act.of("a placement (\(names))")
        case .statusStarted, .statusEnded: return act.of("the status “\(names)”")
        case .riskNoted, .riskEnded: return act.of("a risk of \(names)")
        case .reviewed: return act.of("the case", plural: false)
        default: return act
        }
    }

    /// What is told after the verb.
    private var tail: String {
        var tail = ""
        for test in details where test.key != .to && !(test.key == .kind && words.allSatisfy(Match.namesKind.contains))
        {
            tail += part(test)
        }
        if !given.isEmpty { tail += ", with \(Sentences.list(given.map(Match.noun), by: "and"))" }
        for key in lacks { tail += key == .kind ? ", of no stated kind" : " without \(Match.noun(key))" }
        return tail
    }

    private func by(isPassive: Bool) -> String {
        guard !by.isEmpty else { return "" }
        return "\(isPassive ? "" : ", as recorded") by \(Sentences.list(by.map(\.named), by: "or"))"
    }

    private func part(_ test: Test) -> String {
        let values = PlainWord.either(test.allowed)
        switch (test.key, test.allowed) {
        case (.as, _) where words == [.riskGraded]: return " \(values)"
        case (.as, _) where words == [.publicityDecided]: return ": \(values)"
        case (.as, _): return " as \(values)"
        case (.owner, let owners): return ", to be done by \(PlainWord.people(owners).text)"
        case (.kind, _): return " (\(values))"
        case (let key, ["true"]): return Match.flags[key] ?? ", with “\(key.label.lowercased())”"
        case (let key, ["false"]) where key.holds == .flag: return ", without “\(key.label.lowercased())”"
        case (let key, _): return " (\(key.label.lowercased()): \(values))"
        }
    }

    /// Words that say whom they tell by their subject.
    private static let tells: Set<EventWord> = [.notified, .toldAboutChild]

    private static let namesKind: Set<EventWord> = [
        .meetingArranged, .meetingHeld, .planUpdated, .riskAssessmentUpdated, .reportSigned, .orderObtained,
        .orderSought,
        .placementStarted, .statusStarted, .statusEnded, .riskNoted, .riskEnded,
    ]

    private static let flags: [DetailKey: String] = [
        .confirmed: " with the whereabouts confirmed", .mistaken: " to put a mistake right",
        .ownRecord: " with a record of the child's own",
        .imminentRisk: ", with risk said to be imminent", .danger: ", with danger said", .consent: ", with consent",
        .independent: " by somebody independent", .alone: " with the child alone", .withdrawn: " and withdrawn",
        .accepted: " and accepted",
    ]

    private static func meeting(_ kind: String) -> String {
        let says = ["meeting", "review", "discussion", "conference", "panel"].contains { kind.hasSuffix($0) }
        return says ? kind : "\(kind)-meeting"
    }

    /// "placement plan or care plan", "safety plan"
    private static func plan(_ kinds: [String]) -> String {
        let said = kinds.map { kind in
            let says = kind.hasSuffix("plan") || kind.hasSuffix("actions")
            return says ? PlainWord.said(kind) : "\(PlainWord.said(kind)) plan"
        }
        return Sentences.list(said, by: "or")
    }

    private static func noun(_ key: DetailKey) -> String {
        switch key {
        case .next: "a time for the next review"
        case .harm: "harm noted"
        case .medical: "medical needs noted"
        case .photo: "a photograph"
        case .authority: "somebody's authority for it"
        case .ownRecord: "a record of the child's own"
        default: "“\(key.label.lowercased())”"
        }
    }
}

extension Discharge {
    /// What ends the duty: "police are told, or a parent …".
    public var english: String {
        switch self {
        case .event(let match): return match.present
        case .any(let parts):
            let said = parts.map(\.inner)
            return said.joined(separator: said.contains { $0.contains(" or ") } ? "; or " : ", or ")
        case .all(let parts): return parts.map(\.inner).joined(separator: ", and ")
        }
    }

    private var inner: String {
        switch self {
        case .event: english
        case .any, .all: "(\(english))"
        }
    }
}
