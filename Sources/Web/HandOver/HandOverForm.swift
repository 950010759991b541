// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// What the outgoing person wrote, read into the acts that make a briefing: the shift's own words stand with the
/// partnership, and what is said of a child stands in that child's record.
struct HandOverForm {
    let model: HandOverModel
    let typed: FormFields

    static let wordsOfShift = "shift"
    static func words(of child: ChildID) -> String { "child-\(child.number)" }
    private static let mostCharacters = 4_000

    /// What is wrong with what was typed. A child's name beside no child would outlive the child's record.
    var faults: [FieldFault] {
        var faults: [FieldFault] = []
        let general = typed[Self.wordsOfShift]
        let named = Set(model.lines.flatMap { $0.child.facts.name.split(separator: " ").map(String.init) })
        let words = Set(general.split { !$0.isLetter }.map(String.init))
        if let name = named.filter({ 2 < $0.count }).first(where: words.contains) {
            faults.append(
                FieldFault(
                    control: Self.wordsOfShift,
                    says: "Write about \(name) beside \(name)’s own name: this part stands in no child’s record."))
        }
        for field in typed.all where Self.mostCharacters < field.value.count {
            faults.append(FieldFault(control: field.name, says: "At most \(Self.mostCharacters) characters."))
        }
        return faults
    }

    func acts(at now: Instant) -> [Act] {
        var made: Details = [
            .agency: .word(model.team.agency.name), .team: .word(model.team.kind.rawValue),
            .to: .word(model.rule.to.rawValue), .rows: .number(model.lines.count),
        ]
        let general = typed[Self.wordsOfShift]
        if !general.isEmpty { made[.narrative] = .text(general) }
        let each = model.lines.map { line -> Act in
            let words = typed[Self.words(of: line.child.id)]
            let subject = line.episode.map { Act.Subject.episode($0.id) } ?? .child(line.child.id)
            return Act(
                .childHandedOver, subject, occurredAt: .at(now),
                details: words.isEmpty ? [:] : [.narrative: .text(words)])
        }
        return [Act(.briefingMade, .partnership, occurredAt: .at(now), details: made)] + each
    }
}
