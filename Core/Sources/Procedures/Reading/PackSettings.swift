// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension PackReader {
    func readInForce(_ node: PackNode?) -> (from: CivilDate?, to: CivilDate?) {
        guard let node, let fields = Fields(node, "“inForce”", known: ["from", "to"], faults: faults) else {
            return (nil, nil)
        }
        let from = fields["from"].flatMap { faults.date($0, "“from”") }
        let to = fields["to"].flatMap { faults.date($0, "“to”") }
        if let from, let to, to <= from { faults.add(node, "“to” has to be later than “from”.") }
        return (from, to)
    }

    func readSources(_ node: PackNode?) -> [String: String] {
        var sources = parent?.sources ?? [:]
        guard let node else { return sources }
        guard case .mapping(let entries) = node.content else {
            faults.add(node, "“sources” holds short names with titles, and here is \(node.kind).")
            return sources
        }
        for entry in entries { sources[entry.key] = faults.text(entry.value, "The title of “\(entry.key)”") }
        return sources
    }

    func readFigures(_ node: PackNode?) -> [String: DueLength] {
        var figures = parent?.figures ?? ProtocolPack.shippedFigures
        let known = ProtocolPack.shippedFigures.keys.sorted()
        guard let node, let fields = Fields(node, "“figures”", known: known, faults: faults) else { return figures }
        for word in known {
            if let length = fields[word].flatMap({ faults.length($0, "“\(word)”") }) { figures[word] = length }
        }
        return figures
    }

    func readOfficeHours(_ node: PackNode) -> OfficeHours? {
        let known = ["days", "opens", "closes", "localChoice", "source"]
        guard let fields = Fields(node, "“officeHours”", known: known, faults: faults) else { return nil }
        let names = Weekday.allCases.map { $0.name.lowercased() }
        let days = fields.need("days", "“officeHours”").flatMap { faults.words($0, "day", among: names) }
        let opens = fields.need("opens", "“officeHours”").flatMap { faults.secondOfDay($0, "“opens”") }
        let closes = fields.need("closes", "“officeHours”").flatMap { faults.secondOfDay($0, "“closes”") }
        if let choice = fields["localChoice"] { _ = faults.flag(choice, "“localChoice”") }
        guard let days, let opens, let closes else { return nil }
        let weekdays = Set(Weekday.allCases.filter { days.contains($0.name.lowercased()) })
        let hours = OfficeHours(weekdays: weekdays, opensSecondOfDay: opens, closesSecondOfDay: closes)
        if hours == nil { faults.add(node, "The office has to open before it closes.") }
        return hours
    }

    func readVocabulary(_ node: PackNode) -> PoliceVocabulary? {
        let known = ["categories", "grades", "source"]
        guard let fields = Fields(node, "“vocabulary”", known: known, faults: faults) else { return nil }
        let categories = fields.need("categories", "“vocabulary”")
            .flatMap { faults.choices($0, "category", of: PoliceCategory.self) }
        let grades = fields.need("grades", "“vocabulary”").flatMap { faults.choices($0, "grade", of: RiskGrade.self) }
        guard let categories, let grades else { return nil }
        let source = fields["source"].flatMap { faults.text($0, "“source”") }
        return PoliceVocabulary(categories: categories, grades: grades, source: source)
    }

    private static let fallbackKeys = ["inHours", "outOfHours", "alsoWhereAllocated", "source"]

    func readFallbacks(_ node: PackNode?) -> [Role: Fallback] {
        let roles = Role.allCases.map(\.rawValue)
        guard let node, let fields = Fields(node, "“fallbacks”", known: roles, faults: faults) else { return [:] }
        var fallbacks: [Role: Fallback] = [:]
        for role in Role.allCases {
            guard let value = fields[role.rawValue],
                let pair = Fields(value, "a fallback", known: Self.fallbackKeys, faults: faults)
            else { continue }
            let inside = pair.need("inHours", "a fallback").flatMap { faults.choice($0, "role", of: Role.self) }
            let outside = pair.need("outOfHours", "a fallback").flatMap { faults.choice($0, "role", of: Role.self) }
            if let inside, let outside {
                let forAll = pair["alsoWhereAllocated"].flatMap { faults.flag($0, "“alsoWhereAllocated”") } ?? false
                fallbacks[role] = Fallback(
                    inOfficeHours: inside, outOfOfficeHours: outside, isForAllOutOfHours: forAll)
            }
        }
        return fallbacks
    }
}

extension ProtocolPack {
    /// What words without a figure are taken as where no pack says otherwise (ruling 9).
    public static let shippedFigures: [String: DueLength] = [
        "immediately": .hours(1), "as-soon-as-possible": .hours(24),
    ]
}

extension OfficeHours? {
    /// Monday to Friday, 08:45 to 17:15: a local choice (ruling 12).
    static let shipped = OfficeHours(
        weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday], opensSecondOfDay: 31_500,
        closesSecondOfDay: 62_100)
}

extension PoliceVocabulary {
    /// The words of the guidance of 2014. Source: SG ¶11, ¶23.
    static let statutory = PoliceVocabulary(categories: [.missing, .absent], grades: [.medium, .high])
}

extension Duty {
    /// The same duty with the figures of the pack that inherits it.
    func refigured(by figures: [String: DueLength]) -> Duty {
        func refigured(_ rule: DueRule) -> DueRule {
            if case .figure(let word, _) = rule, let length = figures[word] { .figure(word, length) } else { rule }
        }
        return Duty(
            id: id, who: who, orElse: orElse, what: what, source: source, isAboutChild: isAboutChild, when: when,
            once: once,
            clock: clock, due: refigured(due),
            sooner: sooner.map { SoonerRule(when: $0.when, due: refigured($0.due), clock: $0.clock) }, again: again,
            doneBy: doneBy, countsWholeEpisode: countsWholeEpisode, lapses: lapses, mayWaive: mayWaive,
            mayAgree: mayAgree, escalation: escalation, isLocalChoice: isLocalChoice, note: note)
    }
}
