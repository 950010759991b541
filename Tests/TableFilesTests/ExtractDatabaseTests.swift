// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Foundation
import GRDB
import Procedures
import Testing
import WorkingTime

@testable import TableFiles

@Suite struct `The extract as a database` {
    @Test func `has each table with its types, keys and references`() throws {
        let day = London.date(of: Instant(secondsSince1970: 1_767_000_000))
        let calendars = Calendars(
            working: WorkingCalendar(
                bankHolidays: BankHolidays(holidays: [:], publishedThrough: day.adding(days: 400), source: "none")))
        let making = Extract.Making(
            pseudonym: { "k\($0)" }, standings: { _ in [] }, meetingKinds: [], calendars: calendars)
        let extract = Extract(of: Self.state(day), at: London.endOfDay(day.adding(days: 5)), making)
        let path = NSTemporaryDirectory() + "homeward-extract-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try ExtractDatabase.write(extract, to: path)
        let queue = try DatabaseQueue(path: path)
        try queue.read { database in
            for (table, data) in extract.all {
                let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \"\(table.rawValue)\"")
                #expect(count == data.rows.count, "\(table)")
            }
            let joined = try String.fetchOne(
                database,
                sql: """
                    SELECT c.authority || ' ' || e.kind || ' ' || d.weekday || ' ' || typeof(e.length_minutes)
                    FROM episode e JOIN child c USING (child_key) JOIN date d ON d.date = e.started_on
                    """)
            #expect(joined == "eastmoor missing \(day.weekday.name) null")
        }
        let nobodys = "INSERT INTO interview VALUES ('x', 'nobody', NULL, NULL, NULL, NULL, NULL, NULL, 0, 0)"
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: nobodys) } }
        #expect(throws: TableFileFault.cannotWrite) { try ExtractDatabase.write(extract, to: path) }
    }

    private static func state(_ day: CivilDate) -> State {
        var state = State()
        func apply(_ word: EventWord, _ child: ChildID?, _ episode: EpisodeID?, _ details: Details) {
            let event = Event(
                word, child: child, episode: episode, occurredAt: .on(day), recordedAt: London.startOfDay(day),
                by: Actor(role: .socialWorker), details: details)
            state.apply(event, at: state.position.next)
        }
        let child = ChildID(number: 1)
        apply(.agencyAdded, nil, nil, [.agency: .word("eastmoor"), .kind: .word("authority"), .name: .text("E")])
        apply(.childRegistered, child, nil, [.name: .text("A"), .responsible: .word("eastmoor")])
        apply(.reported, child, EpisodeID(number: 1), [.missingSince: .time(.on(day))])
        return state
    }
}
