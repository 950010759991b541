// SPDX-License-Identifier: MIT

import Casework
import Foundation
import GRDB
import Testing
import WorkingTime

@testable import Web

@Suite struct `A worker's calendar feed` {
    /// Makes an address as the worker does, and gives its path.
    private func address(_ worker: TestVisitor) async throws -> String {
        _ = try await worker.get("/you/calendar")
        let page = try await worker.send("/you/calendar", [:])
        #expect(page.status == 200)
        let found = try #require(page.body.firstMatch(of: /http:\/\/[^\/]+(\/calendar\/[A-Za-z0-9_-]{43})</))
        return String(found.1)
    }

    @Test func `gives times and kinds of meetings, and nothing of any child`() async throws {
        try await `The pages of meetings`.run { site, scene in
            let path = try await address(try await site.signedIn(.teamManager))
            let feed = try await site.visitor().get(path)
            #expect(feed.status == 200 && feed.header("content-type") == "text/calendar; charset=utf-8")
            let text = feed.body.replacing("\r\n ", with: "")
            #expect(text.contains("SUMMARY:Missing person's strategy meeting\\, 1 child\r\n"))
            #expect(text.contains("DTSTART:20150609T090000Z\r\n"), "ten in the morning, in summer")
            #expect(text.contains("UID:meeting-\(scene.meeting)@127.0.0.1\r\n"))
            for hidden in ["Kezia", "Adams", "Sky", "secret room", "Larch", "larch"] {
                #expect(!text.contains(hidden), "\(hidden)")
            }
        }
    }

    @Test func `takes over changes and cancellations under the same name`() async throws {
        try await `The pages of meetings`.run { site, scene in
            let path = try await address(try await site.signedIn(.teamManager))
            let uid = "UID:meeting-\(scene.meeting)@127.0.0.1"
            #expect(try await site.visitor().get(path).body.contains("SEQUENCE:0"))
            let later: Details = [
                .meeting: .number(scene.meeting), .at: .time(.at(site.now + .hours(30))),
            ]
            _ = try await site.partnership.submitTrusted(
                [Act(.meetingChanged, .partnership, occurredAt: .at(site.now), details: later)],
                by: MeetingScene.manager)
            let changed = try await site.visitor().get(path).body
            #expect(changed.contains("SEQUENCE:1") && changed.contains(uid) && changed.contains("STATUS:CONFIRMED"))
            let off: Details = [.meeting: .number(scene.meeting), .reason: .text("Kezia is back.")]
            _ = try await site.partnership.submitTrusted(
                [Act(.meetingCancelled, .partnership, occurredAt: .at(site.now), details: off)],
                by: MeetingScene.manager)
            let cancelled = try await site.visitor().get(path).body
            #expect(cancelled.contains("STATUS:CANCELLED") && cancelled.contains("SEQUENCE:2"))
            #expect(cancelled.contains(uid) && !cancelled.contains("Kezia"))
        }
    }

    @Test func `opens for who knows the address, until it is ended`() async throws {
        try await `The pages of meetings`.run { site, _ in
            let worker = try await site.signedIn(.teamManager)
            let path = try await address(worker)
            #expect(try await site.visitor().get(path).status == 200)
            let wrong = path.dropLast() + (path.hasSuffix("A") ? "B" : "A")
            let unknown = try await site.visitor().get(String(wrong))
            #expect(unknown.status == 404)
            let page = try await worker.get("/you/calendar").body
            let which = try #require(page.firstMatch(of: /name="which" value="(\d+)"/)).1
            let other = try await site.signedIn(.socialWorker)
            _ = try await other.get("/you/calendar")
            _ = try await other.send("/you/calendar/revoke", ["which": String(which)])
            #expect(try await site.visitor().get(path).status == 200, "nobody ends another's")
            _ = try await worker.get("/you/calendar")
            _ = try await worker.send("/you/calendar/revoke", ["which": String(which)])
            let ended = try await site.visitor().get(path)
            #expect(ended.status == 404 && ended.body == unknown.body)
        }
    }

    @Test func `is kept as a digest, and ends with the sign-in`() async throws {
        try await `The pages of meetings`.run { site, _ in
            let path = try await address(try await site.signedIn(.teamManager))
            let secret = try #require(path.split(separator: "/").last)
            let kept = Data(secret.utf8)
            try site.fromElsewhere { database in
                let digests = try Data.fetchAll(database, sql: "SELECT digest FROM calendarFeeds")
                #expect(digests.count == 1 && digests[0].count == 32 && !digests[0].contains(kept))
                try database.execute(sql: "UPDATE users SET disabledAt = 1 WHERE role = 'team-manager'")
            }
            #expect(try await site.visitor().get(path).status == 404)
        }
    }

    @Test func `is not more than five addresses a person`() async throws {
        try await `The pages of meetings`.run { site, _ in
            let worker = try await site.signedIn(.teamManager)
            for _ in 1...5 { _ = try await address(worker) }
            #expect(try await worker.send("/you/calendar", [:]).status == 422)
        }
    }
}

@Suite struct `An iCalendar text` {
    private func entry(_ title: String, _ at: UncertainTime) -> CalendarText.Entry {
        CalendarText.Entry(
            uid: "meeting-1@example", title: title, says: "Sign in.", address: "https://example/meetings/1", at: at,
            sequence: 0, changedAt: Instant(secondsSince1970: 1_433_746_800), isCancelled: false)
    }

    @Test(arguments: [
        "Short", String(repeating: "abcdefghij", count: 20), String(repeating: "ﬀ", count: 60),
        String(repeating: "🏠", count: 40) + String(repeating: "é", count: 40),
    ])
    func `folds each line within 75 bytes, and unfolds to what it was`(_ title: String) {
        let text = CalendarText(name: "Homeward", entries: [entry(title, .on(CivilDate(daysSince1970: 16_594)))]).text
        for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:\(title)\r\n"))
        #expect(text.contains("DTSTART;VALUE=DATE:20150608\r\n") && text.contains("DTEND;VALUE=DATE:20150609\r\n"))
    }

    @Test func `escapes what would end a value, and lets no line begin anew`() {
        #expect(CalendarText.escaped("a,b;c\\d\nBEGIN:X\r\u{7}") == "a\\,b\\;c\\\\d\\nBEGIN:X")
    }

    @Test(arguments: [
        (Int64(0), "19700101T000000Z"), (1_433_746_800, "20150608T070000Z"), (951_782_399, "20000228T235959Z"),
        (-1, "19691231T235959Z"),
    ])
    func `writes instants in UTC`(_ seconds: Int64, _ says: String) {
        #expect(CalendarText.instant(Instant(secondsSince1970: seconds)) == says)
    }
}
