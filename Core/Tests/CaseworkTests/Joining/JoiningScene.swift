// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

/// Two children of one record, and what is decided of them.
struct JoiningScene {
    var state = State()
    static let manager = Actor(worker: "stephen.oduya", role: .teamManager, agency: AgencyID("eastmoor"))
    static let (first, second) = (ChildID(number: 1), ChildID(number: 2))
    private(set) var now = at("2015-06-01T08:00")
    /// Everything recorded, in order.
    private(set) var entries: [(Position, Event)] = []

    init(_ first: Details = [:], _ second: Details = [:]) throws {
        for details in [first, second] {
            var details = details
            if details[.name] == nil { details[.name] = .text("Kezia A") }
            details[.responsible] = .word("eastmoor")
            try act(.childRegistered, .newChild, details)
        }
        for worker in ["stephen.oduya", "amira.hale"] {
            try act(
                .workerAdded, .partnership,
                [
                    .worker: .word(worker), .name: .text(worker), .role: .word("team-manager"),
                    .agency: .word("eastmoor"),
                ])
        }
        try act(
            .agencyAdded, .partnership,
            [.agency: .word("eastmoor"), .name: .text("Eastmoor"), .kind: .word("authority")])
    }

    @discardableResult
    mutating func act(_ word: EventWord, _ subject: Act.Subject, _ details: Details = [:]) throws -> Position {
        now = now + .minutes(7)
        let events = try decide(
            [Act(word, subject, occurredAt: .at(now), details: details)], by: Self.manager, at: now, in: state)
        let place = state.position.next
        for event in events { take(event) }
        return place
    }

    private mutating func take(_ event: Event) {
        entries.append((state.position.next, event))
        state.apply(event, at: state.position.next)
    }

    /// Erases a record, whatever may stand against it.
    mutating func erase(_ details: Details) {
        take(Event(.childErased, occurredAt: .at(now), recordedAt: now, by: Self.manager, details: details))
    }

    @discardableResult
    mutating func join(_ kept: ChildID = first, _ other: ChildID = second) throws -> Position {
        try act(
            .childrenJoined, .partnership,
            [.what: .number(Int(kept.number)), .withChildren: .numbers([Int(other.number)]), .reason: .text("One.")])
    }

    mutating func part(_ join: Position) throws {
        try act(.childrenParted, .partnership, [.what: .number(Int(join.number)), .reason: .text("Two.")])
    }

    mutating func compare(_ outcome: String) throws -> Position {
        try act(
            .childrenCompared, .partnership,
            [.withChildren: .numbers([1, 2]), .outcome: .word(outcome), .reason: .text("Seen.")])
    }

    /// The state as it comes from reading everything again, where nothing of one child can be read any more.
    func readAgain(without erased: ChildID? = nil) -> State {
        var again = State()
        for (position, event) in entries {
            if erased != nil, event.child == erased {
                again.pass(position)
            } else {
                again.apply(event, at: position)
            }
        }
        return again
    }

    func facts(_ id: ChildID) throws -> ChildFacts { try #require(state.child(id)).facts }

    func access(_ worker: String) -> Access {
        Access(Actor(worker: worker, role: .teamManager, agency: AgencyID("eastmoor")), in: state, at: now)
    }
}
