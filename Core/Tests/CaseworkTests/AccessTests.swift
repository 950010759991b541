// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `Who may see a child` {
    let now = at("2015-06-05T22:00")
    let record: State = PlacedChild().state

    private func sees(_ part: RecordPart, _ role: Role, _ agency: String, worker: String? = nil) -> Bool {
        Access(Actor(worker: worker, role: role, agency: AgencyID(agency)), in: record, at: now)
            .maySee(part, of: ChildID(number: 1))
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
        #expect(!placed.sees(.existence, .interviewer, "listening-post", now))
        placed.back()
        #expect(placed.sees(.episode, .interviewer, "listening-post", now))
        placed.closed()
        #expect(!placed.sees(.existence, .interviewer, "listening-post", now))
    }

    @Test(arguments: [Role.analyst, .administrator, .panelChair, .homeOffice, .parent, .child])
    func `no line of the table means no sight of the record`(role: Role) {
        for agency in ["eastmoor", "northvale", "eastmoor-police", "larch-house"] {
            for part in RecordPart.allCases { #expect(!sees(part, role, agency)) }
        }
    }

    @Test func `an actor without an agency sees nobody`() {
        let access = Access(Actor(role: .dutyInspector), in: record, at: now)
        #expect(!access.maySee(.existence, of: ChildID(number: 1)))
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
