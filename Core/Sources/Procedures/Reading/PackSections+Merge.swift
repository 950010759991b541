// SPDX-License-Identifier: MIT

import WorkingTime

extension PackSections {
    /// These sections laid over those of the pack that this one extends: an item replaces its namesake whole.
    func laid(
        over parent: PackSections?, without gone: Gone, figures: [String: DueLength]
    ) -> PackSections {
        var merged = PackSections()
        merged.meetings = gone.merge(meetings, parent?.meetings, "meetings", \.id)
        merged.letters = gone.merge(letters, parent?.letters, "letters", \.id)
        merged.notices = gone.merge(notices, parent?.notices, "notices", \.id)
        merged.calendar = gone.merge(
            calendar, parent?.calendar.map { $0.refigured(by: figures) }, "calendar", \.id)
        merged.contacts = gone.merge(contacts, parent?.contacts, "contacts", \.id)
        merged.information = gone.merge(information, parent?.information, "information", \.id)
        merged.checklists = gone.merge(checklists, parent?.checklists, "checklists", \.id)
        merged.crosswalk = gone.merge(crosswalk, parent?.crosswalk, "crosswalk", \.was)
        merged.handOvers = gone.merge(handOvers, parent?.handOvers, "handOvers", \.id)
        return merged
    }

    /// The ids in each section, under the section's key.
    var ids: [(section: String, ids: [String])] {
        [
            ("meetings", meetings.map(\.id)), ("letters", letters.map(\.id)), ("notices", notices.map(\.id)),
            ("calendar", calendar.map(\.id)), ("contacts", contacts.map(\.id)),
            ("information", information.map(\.id)), ("checklists", checklists.map(\.id)),
            ("crosswalk", crosswalk.map(\.was)), ("handOvers", handOvers.map(\.id)),
        ]
    }
}

extension AreaDuty {
    /// The same duty with the figures of the pack that inherits it.
    fileprivate func refigured(by figures: [String: DueLength]) -> AreaDuty {
        guard case .trigger(let id, .figure(let word, _)) = clock, let length = figures[word] else { return self }
        return AreaDuty(
            id: self.id, who: who, orElse: orElse, what: what, clock: .trigger(id, due: .figure(word, length)),
            doneBy: doneBy, escalation: escalation, isLocalChoice: isLocalChoice, note: note, source: source)
    }
}

/// What a pack takes out of the one that it extends.
struct Gone {
    let removals: [Removal]

    /// The parent's items without those that are gone, each replaced whole by its namesake; new ones at the end.
    func merge<Item>(
        _ own: [Item], _ inherited: [Item]?, _ section: String, _ id: (Item) -> String
    ) -> [Item] {
        var merged = (inherited ?? []).filter { item in
            !removals.contains { $0.id == id(item) && $0.section == section }
        }
        for item in own {
            if let place = merged.firstIndex(where: { id($0) == id(item) }) {
                merged[place] = item
            } else {
                merged.append(item)
            }
        }
        return merged
    }
}
