// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

@Suite struct `The step of a pupil's case` {
    private func step(_ now: String, leave: String? = nil) throws -> (SchoolCase.Step, Int) {
        var episode = Episode(id: EpisodeID(number: 1), child: ChildID(number: 1), lookedAfter: false)
        func mark(_ word: EventWord, _ time: String, _ details: Details, _ position: Int64) throws -> Mark {
            let instant = try TimeText.instant(time)
            return Mark(
                word, by: .school, position: Position(position), occurredAt: .at(instant), recordedAt: instant,
                details: details)
        }
        if let leave {
            let until = try TimeText.instant(leave)
            episode.append(try mark(.leaveAuthorised, "2015-09-07T09:00", [.until: .time(.at(until))], 1))
        }
        episode.append(
            try mark(
                .absenceNoted, "2015-09-14T09:30",
                [.since: .date(London.date(of: try TimeText.instant("2015-09-14T09:30")))], 2))
        let calendars = Calendars(
            working: WorkingCalendar(
                bankHolidays: BankHolidays(
                    holidays: [:], publishedThrough: CivilDate(year: 2015, month: 12, day: 31)!, source: "A test")))
        let found = try #require(
            SchoolCase(
                episode, Child(id: ChildID(number: 1)), calendars: calendars, at: try TimeText.instant(now)))
        return (found.step, found.schoolDay)
    }

    @Test(arguments: [
        ("2015-09-14T10:00", SchoolCase.Step.dayOne, 1), ("2015-09-15T10:00", .firstDays, 2),
        ("2015-09-17T23:59", .firstDays, 4), ("2015-09-18T00:00", .twoWeeks, 5), ("2015-09-20T12:00", .twoWeeks, 5),
        ("2015-09-28T12:00", .twoWeeks, 11), ("2015-09-29T12:00", .fourWeeks, 12),
        ("2015-10-12T12:00", .fourWeeks, 21), ("2015-10-13T12:00", .beyond, 22),
    ]) func `follows the school days and the weeks`(now: String, wanted: SchoolCase.Step, day: Int) throws {
        let (found, schoolDay) = try step(now)
        #expect(found == wanted)
        #expect(schoolDay == day)
    }

    @Test func `counts from the end of leave where leave was granted`() throws {
        #expect(try step("2015-09-18T10:00", leave: "2015-09-21T00:00").0 == .onLeave)
        #expect(try step("2015-09-18T10:00", leave: "2015-09-21T00:00").1 == 0)
        #expect(try step("2015-09-21T10:00", leave: "2015-09-21T00:00").0 == .dayOne)
        #expect(try step("2015-09-23T10:00", leave: "2015-09-21T00:00").1 == 3)
    }
}
