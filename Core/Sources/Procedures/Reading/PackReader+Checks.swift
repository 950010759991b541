// SPDX-License-Identifier: MIT

import WorkingTime

extension PackReader {
    /// What a section says of other items has to be there: duties that use a checklist, places in a letter.
    func checkSections(_ sections: PackSections, duties: [Duty], inForceFrom: CivilDate?, _ fields: Fields) {
        let known = duties.map(\.id) + sections.calendar.map(\.id)
        // An inherited checklist may name a duty that this pack took out: it is then used by the others.
        for node in fields["checklists"]?.items ?? [] {
            for duty in node["usedBy"]?.items.compactMap(\.scalar) ?? [] where !known.contains(duty) {
                faults.unknownItem(duty, "duty of this pack", at: node, among: known)
            }
        }
        for duty in sections.calendar where duties.contains(where: { $0.id == duty.id }) {
            faults.add(
                place(duty.id, fields["calendar"]), "“\(duty.id)” is a duty for a child already: give it another id.")
        }
        if inForceFrom == nil { checkBeginnings(of: sections.calendar, fields) }
        for letter in sections.letters {
            for part in letter.parts {
                if case .place(let name) = part { check(name, of: letter, sections, fields) }
            }
        }
    }

    /// Without a date in force, a duty that comes again and again has to say from when.
    private func checkBeginnings(of calendar: [AreaDuty], _ fields: Fields) {
        let lacking = calendar.filter { if case .every(_, nil) = $0.clock { true } else { false } }
        let own = fields["calendar"]?.items.compactMap { $0["id"]?.scalar } ?? []
        for duty in lacking where own.contains(duty.id) {
            faults.add(
                place(duty.id, fields["calendar"]), "“\(duty.id)” needs “from”: the pack has no date in force.")
        }
        // What is inherited is put right in one place, so it is said once.
        let inherited = lacking.filter { !own.contains($0.id) }
        if let first = inherited.first {
            let more = inherited.count == 1 ? "" : " and \(inherited.count - 1) more of the area's duties"
            faults.add(
                fields["extends"] ?? fields.node,
                "“\(first.id)”\(more) are counted from the day on which this pack comes into force: write "
                    + "`inForce: { from: … }`.")
        }
    }

    private func check(_ name: String, of letter: Letter, _ sections: PackSections, _ fields: Fields) {
        let places = Letter.Place.allCases.map(\.rawValue)
        guard !places.contains(name) else { return }
        let at = place(letter.id, fields["letters"])
        guard name.hasPrefix(Letter.contactPrefix) else {
            return faults.unknown(name, "place in a letter", at: at, among: places + ["contact:ID"])
        }
        let id = String(name.dropFirst(Letter.contactPrefix.utf8.count))
        let contacts = sections.contacts.map(\.id)
        if !contacts.contains(id) { faults.unknownItem(id, "contact of this pack", at: at, among: contacts) }
    }

    /// Where an item stands: in this pack, or where the pack itself begins if it is inherited.
    private func place(_ id: String, _ section: PackNode?) -> PackNode {
        section?.items.first { $0["id"]?.scalar == id } ?? section ?? PackNode(.nothing, file: file, line: 1)
    }
}
