// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Reads `triage`: one mapping, which replaces the parent's whole.
struct TriageReader {
    let items: ItemReader
    private var faults: Faults { items.faults }

    init(_ items: ItemReader) { self.items = items }

    private static let keys = [
        "within", "missing", "absences", "green", "red", "withAbsences", "factors", "lacking", "lackingWhen",
        "localChoice", "note", "source",
    ]

    func read(_ node: PackNode) -> Triage? {
        guard let fields = Fields(node, "“triage”", known: Self.keys, faults: faults) else { return nil }
        let window = fields.need("within", "“triage”").flatMap { faults.countWindow($0) }
        // What can't be read is a fault, and a pack with one is not given out: nothing is taken as left out.
        let missing = fields["missing"].flatMap { filter($0, "“missing”") }
        let absences = fields["absences"].flatMap { filter($0, "“absences”") }
        let factors = items.items(fields["factors"], "a factor", known: ["says", "risk", "condition"], read: factor)
        let green = fields.need("green", "“triage”").flatMap(readGreen)
        let red = fields.need("red", "“triage”").flatMap { readRed($0, factors.map(\.id)) }
        let redAbsences = fields.need("withAbsences", "“triage”").flatMap(withAbsences)
        let lacking = readLacking(fields)
        let isLocalChoice = fields["localChoice"].flatMap { faults.flag($0, "“localChoice”") } ?? false
        let note = fields["note"].flatMap { faults.text($0, "“note”") }
        let source = fields.need("source", "“triage”").flatMap { items.readSource($0) }
        guard let window, let green, let red, let redAbsences, let source else { return nil }
        return Triage(
            window: window, missing: missing, absences: absences,
            greenMissingBelow: green.missing, greenFactorsAtMost: green.factors, redMissingOver: red.missing,
            seriousFactors: red.serious, redAbsencesAtLeast: redAbsences, factors: factors, lacking: lacking.colour,
            lackingWhen: lacking.when, isLocalChoice: isLocalChoice, note: note, source: source)
    }

    private func filter(_ node: PackNode, _ what: String) -> EpisodeFilter? {
        Fields(node, what, known: ["kinds", "categories"], faults: faults).flatMap { faults.episodeFilter($0) }
    }

    private func factor(_ fields: Fields, _ id: String, _ source: String) -> Triage.Factor? {
        let says = fields.need("says", "a factor").flatMap { faults.text($0, "“says”") }
        let risks = fields["risk"].flatMap { faults.words($0, "“risk”") } ?? []
        let condition = fields["condition"].flatMap { faults.condition($0) }
        refuseTriggers(condition, fields.node)
        if fields["risk"] == nil && fields["condition"] == nil {
            faults.add(fields.node, "A factor needs one of these.", allowed: ["risk", "condition"])
        }
        return says.map { Triage.Factor(id: id, says: $0, risks: risks, condition: condition, source: source) }
    }

    private func readGreen(_ node: PackNode) -> (missing: Int, factors: Int)? {
        guard let fields = Fields(node, "“green”", known: ["missingBelow", "factorsAtMost"], faults: faults) else {
            return nil
        }
        let missing = fields.need("missingBelow", "“green”").flatMap { faults.number($0, "“missingBelow”") }
        let factors = fields.need("factorsAtMost", "“green”").flatMap { faults.number($0, "“factorsAtMost”", least: 0) }
        guard let missing, let factors else { return nil }
        return (missing, factors)
    }

    private func readRed(_ node: PackNode, _ factors: [String]) -> (missing: Int, serious: [String])? {
        guard let fields = Fields(node, "“red”", known: ["missingOver", "seriousFactors"], faults: faults) else {
            return nil
        }
        let missing = fields.need("missingOver", "“red”").flatMap { faults.number($0, "“missingOver”", least: 0) }
        let serious = fields["seriousFactors"].flatMap { node in
            node.items.isEmpty ? [] : faults.words(node, "factor of this triage", among: factors)
        }
        return missing.map { ($0, serious ?? []) }
    }

    private func withAbsences(_ node: PackNode) -> Int? {
        Fields(node, "“withAbsences”", known: ["redAtLeast"], faults: faults)?
            .need("redAtLeast", "“withAbsences”").flatMap { faults.number($0, "“redAtLeast”") }
    }

    /// What is taken where information is lacking, and when that is so: both, or neither.
    private func readLacking(_ fields: Fields) -> (colour: Triage.Colour?, when: Condition?) {
        let colour = fields["lacking"].flatMap { faults.choice($0, "colour", of: Triage.Colour.self) }
        let when = fields["lackingWhen"].flatMap { faults.condition($0) }
        refuseTriggers(when, fields.node)
        if (fields["lacking"] == nil) != (fields["lackingWhen"] == nil) {
            faults.add(
                fields["lacking"] ?? fields["lackingWhen"] ?? fields.node,
                "“lacking” says the colour, and “lackingWhen” when information is lacking: each needs the other.")
        }
        return (colour, when)
    }

    private func refuseTriggers(_ condition: Condition?, _ node: PackNode) {
        for id in condition?.triggers ?? [] {
            faults.add(node, "“triggered: \(id)” can be asked in duties only, not in “triage”.")
        }
    }
}
