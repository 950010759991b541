// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A record made for a test: children and their episodes, recorded when they happened.
struct InventedRecord {
    private(set) var state = State()
    /// After everything.
    let now = time("2026-06-01T12:00")

    mutating func child(details: Details = [:]) throws -> ChildID {
        let id = state.nextChild
        var all = details
        all[.name] = .text("Child \(id.number)")
        try submit(.childRegistered, .newChild, "2025-04-01T09:00", all, by: .socialWorker)
        return id
    }

    @discardableResult
    mutating func episode(
        of child: ChildID, from start: String, located: String? = nil, returned: String? = nil,
        classified: String? = nil
    ) throws -> EpisodeID {
        let id = state.nextEpisode
        try submit(.reported, .child(child), start, [.missingSince: .time(.at(time(start)))], by: .carer)
        if let classified {
            try submit(
                .classified, .episode(id), start, [.as: .word(classified), .rationale: .text("As told.")],
                by: .dutyInspector)
        }
        if let located { try submit(.located, .episode(id), located, [:], by: .attendingOfficer) }
        if let returned { try submit(.returned, .episode(id), returned, [:], by: .carer) }
        return id
    }

    mutating func records(_ word: EventWord, _ episode: EpisodeID, _ at: String) throws {
        try submit(word, .episode(episode), at, [:], by: .interviewer)
    }

    private mutating func submit(
        _ word: EventWord, _ subject: Act.Subject, _ at: String, _ details: Details, by role: Role
    ) throws {
        let act = Act(word, subject, occurredAt: .at(time(at)), details: details)
        for event in try decide([act], by: Actor(role: role), at: time(at), in: state) {
            state.apply(event, at: state.position.next)
        }
    }
}

private func time(_ text: String) -> Instant {
    do { return try TimeText.instant(text) } catch { preconditionFailure("the test's own time is well-formed") }
}
