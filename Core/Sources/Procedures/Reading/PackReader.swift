// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// Reads a pack from its tree. Every fault is reported; a pack with one is not given out.
public struct PackReader {
    let faults = Faults()
    let parent: ProtocolPack?
    let file: String

    static let keys =
        [
            "id", "title", "extends", "inForce", "sources", "vocabulary", "figures", "officeHours", "fallbacks",
            "covers", "questions", "reportItems", "guardrails", "duties", "triggers", "triage", "remove",
        ] + SectionReader.keys

    /// The pack that this one starts from, to be read before it.
    public static func extends(_ node: PackNode) -> String? { node["extends"]?.scalar }

    /// The pack, or every fault in it, in the order of lines. `parent` is the pack that it extends.
    public static func read(_ node: PackNode, extending parent: ProtocolPack?) -> (ProtocolPack?, [ReadingFault]) {
        let reader = PackReader(parent: parent, file: node.file)
        let pack = reader.read(node)
        let faults = reader.faults.all.sorted { ($0.line, $0.says) < ($1.line, $1.says) }
        return (faults.isEmpty ? pack : nil, faults)
    }

    private init(parent: ProtocolPack?, file: String) {
        self.parent = parent
        self.file = file
    }

    private func read(_ node: PackNode) -> ProtocolPack? {
        guard let fields = Fields(node, "a pack", known: Self.keys, faults: faults) else { return nil }
        let id = fields.need("id", "a pack").flatMap { faults.text($0, "“id”") }
        let title = fields.need("title", "a pack").flatMap { faults.text($0, "“title”") }
        let extends = fields["extends"].flatMap { faults.text($0, "“extends”") }
        let inForce = readInForce(fields["inForce"])
        let sources = readSources(fields["sources"])
        let figures = readFigures(fields["figures"])
        let items = ItemReader(faults: faults, sources: sources, figures: figures)
        let removals = readRemovals(fields["remove"], extends: extends)
        let gone = Gone(removals: removals)
        let questions = gone.merge(items.questions(fields["questions"]), parent?.questions, "questions", \.id)
        let reportItems = gone.merge(items.reportItems(fields["reportItems"]), parent?.reportItems, "reportItems", \.id)
        let guardrails = gone.merge(items.guardrails(fields["guardrails"]), parent?.guardrails, "guardrails", \.id)
        let inherited = parent?.duties.map { $0.refigured(by: figures) }
        let duties = gone.merge(items.duties(fields["duties"]), inherited, "duties", \.id)
        let triggers = gone.merge(items.triggers(fields["triggers"]), parent?.triggers, "triggers", \.id)
        let triage = fields["triage"].map { TriageReader(items).read($0) } ?? parent?.triage
        let hours = fields["officeHours"].flatMap(readOfficeHours) ?? parent?.officeHours ?? .shipped
        let vocabulary = fields["vocabulary"].flatMap(readVocabulary) ?? parent?.vocabulary ?? .statutory
        let fallbacks = (parent?.fallbacks ?? [:]).merging(readFallbacks(fields["fallbacks"])) { $1 }
        let covers = fields["covers"].flatMap { faults.condition($0) } ?? parent?.covers
        let sections = SectionReader(items: items).read(fields).laid(
            over: parent?.sections, without: gone, figures: figures)
        checkSections(sections, duties: duties, inForceFrom: inForce.from, fields)
        checkClocks(duties, fields["duties"] ?? node)
        let others = TriggerUse(conditions: [
            ("covers", [covers].compactMap { $0 }), ("guardrails", guardrails.flatMap(\.conditions)),
        ])
        checkTriggers(triggers, duties, sections.calendar, others, fields)
        let elsewhere =
            others.conditions + [
                ("triggers", triggers.compactMap(\.when)), ("triage", [triage?.lackingWhen].compactMap { $0 }),
                ("notices", sections.notices.compactMap(\.when)),
            ]
        for (section, conditions) in elsewhere {
            for id in conditions.flatMap(\.duties) {
                faults.add(
                    fields[section] ?? node, "How “\(id)” stands can be asked in duties only, not in “\(section)”.")
            }
        }
        guard let id, let title, let hours else { return nil }
        return ProtocolPack(
            id: id, title: title, extends: extends, inForceFrom: inForce.from, inForceTo: inForce.to, sources: sources,
            vocabulary: vocabulary, questions: questions, reportItems: reportItems, guardrails: guardrails,
            duties: duties, triggers: triggers, triage: triage, officeHours: hours, fallbacks: fallbacks,
            figures: figures, covers: covers, removed: removals, sections: sections)
    }

    /// Clocks that start with another duty, and conditions that ask how one stands: it has to exist, and may not wait for
    /// this one.
    private func checkClocks(_ duties: [Duty], _ node: PackNode) {
        let byID = Dictionary(duties.map { ($0.id, $0) }) { first, _ in first }
        for duty in duties {
            let place = node.items.first { $0["id"]?.scalar == duty.id } ?? node
            for other in duty.startsAfter where byID[other] == nil {
                faults.unknownItem(other, "duty of this pack", at: place, among: duties.map(\.id))
            }
            var (reached, next): (Set<String>, [String]) = ([], duty.startsAfter)
            while let other = next.popLast() {
                guard reached.insert(other).inserted else { continue }
                next += byID[other]?.startsAfter ?? []
            }
            if reached.contains(duty.id) { faults.add(place, "“\(duty.id)” waits for itself.") }
            for other in duty.asksDuties where byID[other].map({ $0.isAboutChild != duty.isAboutChild }) ?? false {
                faults.add(
                    place,
                    "“\(duty.id)” asks about “\(other)”: both have to be about an episode, or both about the child.")
            }
        }
    }
}
