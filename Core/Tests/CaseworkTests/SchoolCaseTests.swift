// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `A school's case and a missing episode` {
    private let child = ChildID(number: 1)

    private func record(_ acts: [(EventWord, String, Details, Role)]) throws -> State {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        for (word, time, details, role) in acts {
            try record.submit(
                Act(word, .child(child), occurredAt: .at(at(time)), details: details), by: role, recordedAt: at(time))
        }
        return record.state
    }

    @Test func `stand side by side, so that an absence noted by the school does not end a search`() throws {
        let state = try record([
            (.reported, "2015-09-13T22:00", [:], .carer),
            (.absenceNoted, "2015-09-14T09:30", [:], .school),
        ])
        #expect(state.openEpisode(of: child)?.facts.careKind == .missingFromCare)
        #expect(state.openSchoolCase(of: child)?.facts.careKind == .missingFromEducation)
        #expect(state.episodes(of: child).count == 2)
    }

    @Test func `stand side by side, so that a pupil whose case is open can be reported missing`() throws {
        let state = try record([
            (.absenceNoted, "2015-09-14T09:30", [:], .school),
            (.reported, "2015-09-20T22:00", [:], .carer),
            (.enquiryMade, "2015-09-21T10:00", [:], .school),
            (.returned, "2015-09-22T10:00", [:], .carer),
        ])
        #expect(state.openEpisode(of: child) == nil)
        let open = try #require(state.openSchoolCase(of: child))
        #expect(open.history.recorded.map(\.word) == [.absenceNoted, .enquiryMade])
    }

    @Test func `an absence written to the missing episode itself leaves it a missing episode`() throws {
        var record = TestRecord()
        try record.register(lookedAfter: true)
        try record.does(.reported, "2015-09-13T22:00", [:], .carer)
        try record.does(.absenceNoted, "2015-09-14T09:30", [:], .school, episode: 1)
        #expect(record.facts?.careKind == .missingFromCare)
        try record.does(.attended, "2015-09-14T11:00", [:], .school, episode: 1)
        #expect(record.facts?.returnedAt == nil)
    }

    @Test func `leave from school opens a case that is nobody's search`() throws {
        let state = try record([
            (
                .leaveAuthorised, "2015-09-07T09:00", [.until: .time(.on(CivilDate(year: 2015, month: 9, day: 21)!))],
                .school
            )
        ])
        let open = try #require(state.openSchoolCase(of: child))
        #expect(open.facts.reportedAt == nil)
        #expect(open.facts.careKind == .missingFromCare)
        #expect(state.openEpisode(of: child) == nil)
    }

    @Test func `a form of restriction is one of the six`() throws {
        let given: Details = [
            .kind: .word(StatusSpan.subjectToRestriction), .since: .date(CivilDate(year: 2015, month: 9, day: 1)!),
            .legalStatus: .word("section-20"),
        ]
        #expect(
            throws: Refusal.valueIsNotAllowed(
                .legalStatus, given: "section-20", allowed: ImmigrationRestriction.allCases.map(\.rawValue))
        ) {
            _ = try record([(.statusStarted, "2015-09-01T10:00", given, .socialWorker)])
        }
    }
}
