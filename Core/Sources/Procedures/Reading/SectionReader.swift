// SPDX-License-Identifier: MIT

import Casework

/// Reads what a pack holds beside its rules.
struct SectionReader {
    let items: ItemReader
    var faults: Faults { items.faults }

    static let keys = [
        "meetings", "letters", "notices", "calendar", "contacts", "information", "checklists", "crosswalk", "handOvers",
    ]

    /// The sections as the pack itself writes them, before they are laid over its parent's.
    func read(_ fields: Fields) -> PackSections {
        var sections = PackSections()
        sections.meetings = meetings(fields["meetings"])
        sections.letters = letters(fields["letters"])
        sections.notices = notices(fields["notices"])
        sections.calendar = calendar(fields["calendar"])
        sections.contacts = contacts(fields["contacts"])
        sections.information = information(fields["information"])
        sections.checklists = checklists(fields["checklists"])
        sections.crosswalk = crosswalk(fields["crosswalk"])
        sections.handOvers = handOvers(fields["handOvers"])
        return sections
    }

    private func meetings(_ node: PackNode?) -> [Meeting] {
        let known = ["title", "chair", "invites", "agenda", "outcomes", "recordForEachChild", "every"]
        return items.items(node, "a meeting", known: known) { fields, id, source in
            let title = fields.need("title", "a meeting").flatMap { faults.text($0, "“title”") }
            let chair = fields.need("chair", "a meeting").flatMap { faults.choice($0, "role", of: Role.self) }
            let invites = fields["invites"].map { $0.items.compactMap(invitee) } ?? []
            let own = fields["recordForEachChild"].flatMap { faults.flag($0, "“recordForEachChild”") }
            let every = fields["every"].flatMap { faults.text($0, "“every”") }
            let (agenda, outcomes) = (lines(fields["agenda"], "a point"), lines(fields["outcomes"], "an outcome"))
            guard let title, let chair else { return nil }
            return Meeting(
                id: id, title: title, chair: chair, invites: invites, agenda: agenda, outcomes: outcomes,
                hasRecordForEachChild: own ?? true, every: every, note: note(fields), source: source)
        }
    }

    /// A word is a role or a group; a phrase is somebody who has no role here.
    private func invitee(_ node: PackNode) -> Meeting.Invitee? {
        guard let text = faults.text(node, "“invites”") else { return nil }
        if text.contains(" ") { return .named(text) }
        return faults.word(node, "role", among: RoleGroup.names).flatMap { RoleGroup(named: $0) }.map { .role($0) }
    }

    private func letters(_ node: PackNode?) -> [Letter] {
        items.items(node, "a letter", known: ["to", "says", "triage"]) { fields, id, source in
            let to = fields.need("to", "a letter").flatMap(groups)
            let says = fields.need("says", "a letter").flatMap { faults.text($0, "“says”") }
            let triage = fields["triage"].map { faults.choices($0, "colour of triage", of: Triage.Colour.self) } ?? []
            guard let to, let says, let triage else { return nil }
            return Letter(id: id, to: to, says: says, triage: triage, note: note(fields), source: source)
        }
    }

    private func notices(_ node: PackNode?) -> [Notice] {
        let known = ["on", "when", "to", "says", "due", "escalate", "urgent", "localChoice"]
        return items.items(node, "a notice", known: known) { fields, id, source in
            let on = fields.need("on", "a notice").flatMap { faults.match($0) }
            let when = fields["when"].flatMap { faults.condition($0) }
            let to = fields.need("to", "a notice").flatMap(groups)
            let says = fields.need("says", "a notice").flatMap { faults.text($0, "“says”") }
            guard let on, let to, let says, (when == nil) == (fields["when"] == nil) else { return nil }
            return Notice(
                id: id, on: on, when: when, to: to, says: says, acknowledgement: acknowledgement(fields),
                isUrgent: fields["urgent"].flatMap { faults.flag($0, "“urgent”") },
                isLocalChoice: fields["localChoice"].flatMap { faults.flag($0, "“localChoice”") } ?? false,
                note: note(fields), source: source)
        }
    }

    /// Within what time a notice is to be answered, and who hears of it when it isn't.
    private func acknowledgement(_ fields: Fields) -> Acknowledgement? {
        let within = fields["due"].flatMap { faults.elapsed($0, "“due”") }
        let escalation = fields["escalate"].flatMap { items.escalation($0) }
        if let node = fields["escalate"], fields["due"] == nil {
            faults.add(node, "“escalate” of a notice needs “due”: within what time it is to be answered.")
        }
        return within.map { Acknowledgement(within: $0, escalation: escalation) }
    }

    private func contacts(_ node: PackNode?) -> [Contact] {
        items.items(node, "a contact", known: ["who", "for", "says"]) { fields, id, source in
            let who = fields.need("who", "a contact").flatMap { faults.text($0, "“who”") }
            let what = fields.need("for", "a contact").flatMap { faults.text($0, "“for”") }
            let says = fields.need("says", "a contact").flatMap { faults.text($0, "“says”") }
            guard let who, let what, let says else { return nil }
            return Contact(id: id, who: who, forWhat: what, says: says, note: note(fields), source: source)
        }
    }

    private func information(_ node: PackNode?) -> [InformationSheet] {
        items.items(node, "an information sheet", known: ["for", "title", "says"]) { fields, id, source in
            let readers = fields.need("for", "an information sheet")
                .flatMap { faults.choices($0, "kind of reader", of: InformationSheet.Reader.self) }
            let title = fields.need("title", "an information sheet").flatMap { faults.text($0, "“title”") }
            let says = fields.need("says", "an information sheet").flatMap { faults.text($0, "“says”") }
            guard let readers, let title, let says else { return nil }
            return InformationSheet(
                id: id, readers: readers, title: title, says: says, note: note(fields), source: source)
        }
    }

    private func checklists(_ node: PackNode?) -> [Checklist] {
        items.items(node, "a checklist", known: ["title", "usedBy", "items"]) { fields, id, source in
            let title = fields.need("title", "a checklist").flatMap { faults.text($0, "“title”") }
            let usedBy = fields["usedBy"].map { faults.words($0, "“usedBy”") ?? [] } ?? []
            let lines = lines(fields.need("items", "a checklist"), "a line of a checklist")
            guard let title else { return nil }
            return Checklist(
                id: id, title: title, usedBy: usedBy, items: lines, note: note(fields), source: source)
        }
    }

    /// Points with an id, each once, and a clause of their own where they have one.
    private func lines(_ node: PackNode?, _ what: String) -> [SectionLine] {
        guard let node else { return [] }
        guard case .list(let list) = node.content, !list.isEmpty else {
            faults.add(node, "Here belongs a list, each with id and what it says, and here is \(node.kind).")
            return []
        }
        var seen: Set<String> = []
        return list.compactMap { item in
            guard let fields = Fields(item, what, known: ["id", "says", "source", "note"], faults: faults) else {
                return nil
            }
            let id = fields.need("id", what).flatMap { faults.text($0, "“id”") }
            let says = fields.need("says", what).flatMap { faults.text($0, "“says”") }
            let source = fields["source"].flatMap { items.readSource($0) }
            if let id, !seen.insert(id).inserted { faults.add(item, "“\(id)” stands twice in this list.") }
            guard let id, let says else { return nil }
            return SectionLine(id: id, says: says, source: source)
        }
    }

    private func groups(_ node: PackNode) -> [RoleGroup]? {
        faults.words(node, "role", among: RoleGroup.names)?.compactMap { RoleGroup(named: $0) }
    }

    func note(_ fields: Fields) -> String? { fields["note"].flatMap { faults.text($0, "“note”") } }
}
