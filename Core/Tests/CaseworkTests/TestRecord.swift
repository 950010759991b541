// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

/// A record under test: each act is decided and its events applied, at the time at which they happened.
struct TestRecord {
    var state = State()

    var facts: EpisodeFacts? { state.episodes.values.max { $0.id < $1.id }?.facts }

    mutating func register(lookedAfter: Bool) throws {
        try submit(
            Act(
                .childRegistered, .newChild, occurredAt: .at(at("2015-01-05T09:00")),
                details: [.name: .text("Kezia A"), .lookedAfter: .flag(lookedAfter)]
            ), by: .socialWorker, recordedAt: at("2015-01-05T09:00"))
    }

    mutating func does(
        _ word: EventWord, _ time: String, _ details: Details, _ role: Role, episode: UInt32? = nil
    ) throws {
        let subject = episode.map { Act.Subject.episode(EpisodeID(number: $0)) } ?? .child(ChildID(number: 1))
        let target = openSubject(word) ?? subject
        try submit(
            Act(word, episode == nil ? target : subject, occurredAt: .at(at(time)), details: details), by: role,
            recordedAt: at(time))
    }

    /// Acts after the return are written to the newest episode.
    private func openSubject(_ word: EventWord) -> Act.Subject? {
        guard word != .reported, let newest = state.episodes.values.max(by: { $0.id < $1.id }) else { return nil }
        return .episode(newest.id)
    }

    mutating func submit(_ act: Act, by role: Role, recordedAt: Instant) throws {
        try submit([act], by: role, recordedAt: recordedAt)
    }

    mutating func submit(_ acts: [Act], by role: Role, recordedAt: Instant) throws {
        for event in try decide(acts, by: Actor(role: role), at: recordedAt, in: state) {
            state.apply(event, at: state.position.next)
        }
    }
}

/// The instant of a London time such as `2015-06-05T22:10`.
func at(_ text: String) -> Instant {
    do { return try TimeText.instant(text) } catch { preconditionFailure("the test's own time is well-formed") }
}
