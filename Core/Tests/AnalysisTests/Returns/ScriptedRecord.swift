// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

/// A record made for a test, entry by entry, with nothing in the way: each entry stands as it is written.
struct ScriptedRecord {
    private(set) var state = State()

    mutating func agency(_ id: String, _ kind: Agency.Kind, _ details: Details = [:]) {
        var all = details
        all[.agency] = .word(id)
        all[.name] = .text(id)
        all[.kind] = .word(kind.rawValue)
        apply(.agencyAdded, nil, nil, on: civil("2020-01-01"), all)
    }

    mutating func child(_ details: Details = [:], on date: String = "2020-01-02") -> ChildID {
        let id = state.nextChild
        var all = details
        if all[.name] == nil { all[.name] = .text("Child \(id.number)") }
        apply(.childRegistered, id, nil, on: civil(date), all)
        return id
    }

    mutating func add(_ word: EventWord, to child: ChildID, _ details: Details = [:], on date: String) {
        apply(word, child, nil, on: civil(date), details)
    }

    mutating func care(_ child: ChildID, since: String, until: String? = nil) {
        let kind: Details = [.kind: .word(StatusSpan.lookedAfter)]
        apply(.statusStarted, child, nil, on: civil(since), kind.replacing(with: [.since: .date(civil(since))]))
        guard let until else { return }
        let at: Details = [.at: .time(.on(civil(until)))]
        apply(.statusEnded, child, nil, on: civil(until), kind.replacing(with: at))
    }

    mutating func placement(_ child: ChildID, _ kind: String, since: String, _ details: Details = [:]) {
        let all: Details = [.kind: .word(kind), .since: .date(civil(since))]
        apply(.placementStarted, child, nil, on: civil(since), all.replacing(with: details))
    }

    /// An episode by dates; `away` is known whereabouts.
    @discardableResult
    mutating func episode(
        of child: ChildID, from: String, to: String? = nil, away: Bool = false, _ details: Details = [:]
    ) -> EpisodeID {
        let id = state.nextEpisode
        let kind: CareKind = away ? .awayWithoutAuthorisation : .missingFromCare
        let start: Details = [.missingSince: .time(.on(civil(from))), .kind: .word(kind.rawValue)]
        apply(.reported, child, id, on: civil(from), start.replacing(with: details))
        if let to { apply(.returned, child, id, on: civil(to)) }
        return id
    }

    mutating func schoolCase(of child: ChildID, since: String) {
        apply(.absenceNoted, child, state.nextEpisode, on: civil(since), [.since: .date(civil(since))])
    }

    mutating func add(_ word: EventWord, to episode: EpisodeID, _ details: Details = [:], on date: String) {
        apply(word, state.episode(episode)?.child, episode, on: civil(date), details)
    }

    private mutating func apply(
        _ word: EventWord, _ child: ChildID?, _ episode: EpisodeID?, on date: CivilDate, _ details: Details = [:]
    ) {
        let noon = London.startOfDay(date) + .hours(12)
        let event = Event(
            word, child: child, episode: episode, occurredAt: .on(date), recordedAt: noon,
            by: Actor(role: .socialWorker), details: details)
        state.apply(event, at: state.position.next)
    }
}

func civil(_ text: String) -> CivilDate {
    do { return try TimeText.date(text) } catch { preconditionFailure("the test's own date is well-formed") }
}
