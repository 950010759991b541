// SPDX-License-Identifier: MIT

import WorkingTime

@testable import Casework

/// A child of Eastmoor, placed at Larch House in Northvale, at Hill School.
struct PlacedChild {
    var state = State()
    private let child = ChildID(number: 1)

    init() {
        let agencies: [(String, Agency.Kind, String?)] = [
            ("eastmoor", .authority, nil), ("northvale", .authority, nil), ("westmere", .authority, nil),
            ("eastmoor-police", .police, nil), ("larch-house", .childrensHome, "northvale"),
            ("ash-lodge", .childrensHome, "eastmoor"), ("hill-school", .school, "eastmoor"),
            ("vale-school", .school, "northvale"), ("listening-post", .interviewProvider, nil),
        ]
        for (name, kind, authority) in agencies {
            var details: Details = [.agency: .word(name), .name: .text(name), .kind: .word(kind.rawValue)]
            details[.authority] = authority.map { .word($0) }
            apply(.agencyAdded, details, about: nil)
        }
        apply(
            .childRegistered,
            [.name: .text("Kezia A"), .responsible: .word("eastmoor"), .school: .word("hill-school")], about: child)
        apply(
            .placementStarted,
            [
                .kind: .word("childrens-home"), .place: .word("larch-house"),
                .since: .date(CivilDate(year: 2015, month: 3, day: 2)!),
            ], about: child)
    }

    mutating func away() { apply(.reported, [:], about: child, episode: EpisodeID(number: 1)) }
    mutating func back() { apply(.returned, [:], about: child, episode: EpisodeID(number: 1)) }
    mutating func closed() { apply(.closed, [:], about: child, episode: EpisodeID(number: 1)) }

    func sees(_ part: RecordPart, _ role: Role, _ agency: String, _ now: Instant) -> Bool {
        Access(Actor(role: role, agency: AgencyID(agency)), in: state, at: now).maySee(part, of: child)
    }

    private mutating func apply(_ word: EventWord, _ details: Details, about child: ChildID?, episode: EpisodeID? = nil)
    {
        let time = at("2015-06-01T09:00") + .minutes(Int(state.position.number))
        let event = Event(
            word, child: child, episode: episode, occurredAt: .at(time), recordedAt: time,
            by: Actor(role: .administrator), details: details)
        state.apply(event, at: state.position.next)
    }
}
