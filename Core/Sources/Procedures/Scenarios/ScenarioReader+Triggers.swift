// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

extension ScenarioReader {
    static let triggerKeys = ["trigger", "fires", "episodes", "makes", "undone", "dealtWith", "place", "children"]
    static let triageKeys = ["triage", "withAbsences"]

    func trigger(_ node: PackNode, _ fields: Fields) -> Expectation.What? {
        guard let id = faults.text(node, "“trigger”") else { return nil }
        var expected = Expectation.TriggerExpectation(trigger: id)
        if let fires = fields["fires"].flatMap({ faults.flag($0, "“fires”") }) { expected.fires = fires }
        let keys = episodes.keys.sorted()
        expected.episodes = fields["episodes"].flatMap { faults.words($0, "episode of this scenario", among: keys) }?
            .compactMap { episodes[$0] }
        expected.makes = fields["makes"].flatMap { faults.words($0, "“makes”") }
        expected.isUndone = fields["undone"].flatMap { faults.flag($0, "“undone”") }
        expected.isDealtWith = fields["dealtWith"].flatMap { faults.flag($0, "“dealtWith”") }
        expected.place = fields["place"].flatMap { faults.text($0, "“place”") }
        expected.children = fields["children"].flatMap {
            faults.words($0, "child of this scenario", among: children.map(\.key))
        }?.compactMap { key in children.first { $0.key == key }?.id }.sorted()
        return .trigger(expected)
    }

    func triage(_ node: PackNode, _ fields: Fields) -> Expectation.What? {
        let colour = faults.choice(node, "colour", of: Triage.Colour.self)
        let withAbsences = fields["withAbsences"].flatMap { faults.choice($0, "colour", of: Triage.Colour.self) }
        return colour.map { .triage($0, withAbsences: withAbsences) }
    }
}
