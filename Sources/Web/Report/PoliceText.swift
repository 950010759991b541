// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// The report as sentences to read out on the phone, in the order in which a call handler asks.
struct PoliceText {
    let child: Child
    let details: Details
    let reporter: Actor
    let telling: Telling
    let seen: Seen

    var sentences: [String] {
        let facts = child.facts
        var told = ["I am reporting a child missing: \(facts.name)\(facts.knownAs.map { ", known as \($0)" } ?? "")."]
        if let born = facts.born {
            told.append("Born \(Spoken.fullDate(born)), \(telling.age(child) ?? "") years old.")
        }
        told.append("My name is \(telling.actor(reporter, to: seen)).")
        if let responsible = telling.agency(facts.responsible) {
            told.append("The responsible authority is \(responsible).")
        }
        if facts.isLookedAfter(on: telling.today) { told.append("The child is looked after.") }
        if let since = details.time(.missingSince) { told.append("Missing since \(spoken(since)).") }
        if let from = details.word(.from) { told.append("Gone from \(telling.agency(named: from) ?? from.spaced).") }
        told += lastSeen
        let texts: [(DetailKey, String)] = [
            (.description, "Description"), (.clothing, "Clothing"), (.belongings, "Has with them"),
            (.circumstances, "What happened"), (.intentions, "Said they would"), (.medical, "Medical"),
            (.phones, "Phones"), (.associates, "Friends and associates"), (.whereTheyMayGo, "May be at"),
            (.photo, "Photo"), (.rationale, "Why we are worried"),
        ]
        for (key, label) in texts { if let text = details.text(key) { told.append("\(label): \(text)") } }
        let with = details.words(.with)
        if !with.isEmpty { told.append("With: \(with.joined(separator: ", ")).") }
        let checked = details.words(.checked).map { code in Choices.checks.first { $0.code == code }?.says ?? code }
        if !checked.isEmpty { told.append("We have checked: \(checked.joined(separator: "; ")).") }
        let risks = facts.standingRisks.filter { seen.shows(riskOf: $0.kind) }.map { Choices.spoken($0.kind) }
        if !risks.isEmpty { told.append("Known risks: \(risks.joined(separator: ", ")).") }
        return told
    }

    private var lastSeen: [String] {
        let time = details.time(.lastSeen).map { " \(spoken($0))" } ?? ""
        let place = details.text(.lastSeenAt).map { ", \($0)" } ?? ""
        let by = details.text(.lastSeenBy).map { ", by \($0)" } ?? ""
        return time.isEmpty && place.isEmpty ? [] : ["Last seen\(time)\(place)\(by)."]
    }

    private func spoken(_ time: UncertainTime) -> String { Spoken.moment(time, now: telling.now) }
}
