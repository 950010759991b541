// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `Who may see a child` {
    let today = CivilDate(year: 2015, month: 6, day: 5)!
    let record: State = PlacedChild().state

    private func sees(_ part: RecordPart, _ role: Role, _ agency: String, worker: String? = nil) -> Bool {
        Access(Actor(worker: worker, role: role, agency: AgencyID(agency)), in: record)
            .maySee(part, of: ChildID(number: 1), on: today)
    }

    @Test func `a home sees its own resident and no other home does`() {
        #expect(sees(.identity, .carer, "larch-house"))
        #expect(!sees(.existence, .carer, "ash-lodge"))
    }

    @Test func `the responsible and the host authority see the child, a third authority does not`() {
        #expect(sees(.interview, .socialWorker, "eastmoor"))
        #expect(sees(.episode, .socialWorker, "northvale"))
        #expect(!sees(.existence, .socialWorker, "westmere"))
    }

    @Test func `police of the area see the episode and not what the child told the interviewer`() {
        #expect(sees(.episode, .dutyInspector, "eastmoor-police"))
        #expect(!sees(.interview, .dutyInspector, "eastmoor-police"))
    }

    @Test func `a school knows its pupil and not the episode`() {
        #expect(sees(.identity, .school, "hill-school"))
        #expect(!sees(.episode, .school, "hill-school"))
        #expect(!sees(.existence, .school, "vale-school"))
    }

    @Test func `a return interviewer sees a child once back, and not before or after`() {
        #expect(!sees(.existence, .interviewer, "listening-post"))
        var placed = PlacedChild()
        placed.away()
        #expect(!placed.sees(.existence, .interviewer, "listening-post", today))
        placed.back()
        #expect(placed.sees(.episode, .interviewer, "listening-post", today))
        placed.closed()
        #expect(!placed.sees(.existence, .interviewer, "listening-post", today))
    }

    @Test(arguments: [Role.analyst, .administrator, .panelChair, .homeOffice, .parent, .child])
    func `no line of the table means no sight of the record`(role: Role) {
        for agency in ["eastmoor", "northvale", "eastmoor-police", "larch-house"] {
            for part in RecordPart.allCases { #expect(!sees(part, role, agency)) }
        }
    }

    @Test func `an actor without an agency sees nobody`() {
        let access = Access(Actor(role: .dutyInspector), in: record)
        #expect(!access.maySee(.existence, of: ChildID(number: 1), on: today))
    }
}

@Suite struct `Who may record what` {
    @Test func `rank reaches down and never up`() {
        #expect(Role.superintendent.mayRecord(.classified))
        #expect(Role.dutyInspector.mayRecord(.safeAndWellChecked))
        #expect(!Role.attendingOfficer.mayRecord(.classified))
        #expect(!Role.dutyInspector.mayRecord(.examinedByCommand))
    }

    @Test func `carers report and do not classify`() {
        #expect(Role.carer.mayRecord(.reported))
        #expect(Role.homeManager.mayRecord(.reported))
        #expect(!Role.carer.mayRecord(.classified))
        #expect(!Role.carer.mayRecord(.interviewHeld))
    }

    @Test(arguments: EventWord.allCases) func `an analyst records nothing about a child`(word: EventWord) {
        guard word.form.about != .partnership else { return }
        #expect(!Role.analyst.mayRecord(word))
    }
}

/// A child of Eastmoor, placed at Larch House in Northvale, at Hill School.
private struct PlacedChild {
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

    func sees(_ part: RecordPart, _ role: Role, _ agency: String, _ today: CivilDate) -> Bool {
        Access(Actor(role: role, agency: AgencyID(agency)), in: state).maySee(part, of: child, on: today)
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
