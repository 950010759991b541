// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A child who does not exist: who they are, where they live, who looks after them.
struct InventedChild: Sendable {
    /// Their place among the invented children, from 0; not the number that the record gives them.
    let index: Int
    var forename: String
    var surname: String
    var sex: String
    var ethnicity: String
    var language: String
    var born: CivilDate
    var bornCertainty = "exact"
    var responsible: AgencyID
    var homePostcode: String
    var school: String?
    var care: Care?
    var statuses: [String] = []
    var risks: [String] = []
    var socialWorker: Staff
    var hasPenPicture: Bool

    /// Where a looked-after child is placed.
    struct Care: Sendable {
        var kind: String
        var place: AgencyID
        var host: AgencyID
        var postcode: String
        var since: CivilDate
        var legalStatus: String
    }

    var name: String { "\(forename) \(surname)" }

    /// Those who look after the child from day to day: the home's carers, a foster carer; nobody's name for a parent.
    var carers: [Actor] {
        guard let care else { return [Actor(role: .parent)] }
        if let fosterCarer { return [fosterCarer.actor] }
        return Staff.all(.carer, of: care.place).map(\.actor)
    }

    /// The one foster carer with whom a fostered child lives.
    var fosterCarer: Staff? {
        guard care?.place == Eastmoor.fostering else { return nil }
        let carers = Staff.all(.fosterCarer, of: Eastmoor.fostering)
        return carers[index % carers.count]
    }

    var isOutOfArea: Bool { care.map { $0.host != responsible } ?? false }
}

extension InventedChild {
    /// A child with `episodes` episodes to come, the more likely to be looked after the more there are.
    static func draw(index: Int, lookedAfter: Bool, middle: CivilDate, _ random: inout SeededRandom) -> InventedChild {
        let names = InventedNames.draw(&random)
        let isGirl = random.chance(0.54)
        let age = random.pick(weighted: Shares.ages)
        let responsible = random.chance(0.68) ? Eastmoor.eastmoor : Eastmoor.northvale
        let letters = responsible == Eastmoor.eastmoor ? "EM" : "NV"
        var child = InventedChild(
            index: index, forename: random.pick(isGirl ? names.girls : names.boys),
            surname: random.pick(names.surnames), sex: isGirl ? "female" : "male", ethnicity: names.ethnicity,
            language: names.language, born: middle.adding(days: -age * 365 - random.number(20...340)),
            responsible: responsible,
            homePostcode:
                "\(letters)\(random.number(1...4)) \(random.number(1...9))\(random.pick(["AB", "DT", "JX", "LN", "QW"]))",
            school: random.pick(Eastmoor.schools), socialWorker: random.pick(Staff.all(.socialWorker, of: responsible)),
            hasPenPicture: lookedAfter || random.chance(0.2)
        )
        if lookedAfter { child.care = .draw(responsible: responsible, middle: middle, &random) }
        if !lookedAfter, random.chance(0.25) {
            child.statuses = [random.pick(["child-in-need", "child-protection-plan"])]
        }
        if random.chance(lookedAfter ? 0.45 : 0.2) { child.risks = [random.pick(weighted: risksToDraw)] }
        return child
    }

    private static let risksToDraw: [(String, Double)] = [
        ("sexual-exploitation", 30), ("criminal-exploitation", 25), ("self-harm", 15), ("substance-misuse", 15),
        ("medical", 8), ("trafficking", 3), ("radicalisation", 1), ("gang", 8),
    ]
}

extension InventedChild.Care {
    static func draw(responsible: AgencyID, middle: CivilDate, _ random: inout SeededRandom) -> InventedChild.Care {
        let since = middle.adding(days: -random.number(400...1_100))
        let legalStatus = random.pick(weighted: [("C2", 60), ("V2", 22), ("C1", 14), ("E1", 4)])
        let isAway = random.chance(Shares.placedOutOfArea)
        if !isAway, responsible == Eastmoor.eastmoor, random.chance(0.4) {
            return InventedChild.Care(
                kind: "foster-care", place: Eastmoor.fostering, host: responsible, postcode: "EM1 5FC", since: since,
                legalStatus: legalStatus
            )
        }
        let home = random.pick(Eastmoor.homes.filter { ($0.host != responsible) == isAway })
        return InventedChild.Care(
            kind: "childrens-home", place: home.home, host: home.host, postcode: home.postcode, since: since,
            legalStatus: legalStatus
        )
    }
}
