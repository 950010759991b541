// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Procedures
import Testing
import WorkingTime

@testable import Analysis

@Suite struct `The analysts' extract` {
    private static let now = London.endOfDay(civil("2026-03-31"))

    @Test func `has the columns that its schema names, and every reference leads to a row`() throws {
        let extract = extract(Self.record())
        for (table, data) in extract.all {
            #expect(data.columns == table.columns.map(\.name))
            // Duties need a protocol: the extract of the demonstration has them.
            #expect(data.rows.isEmpty == (table == .duty), "\(table)")
            let keys = data.rows.map { $0[0].written }
            #expect(Set(keys).count == keys.count, "\(table) has a key twice")
            for (place, column) in table.columns.enumerated() {
                guard case .reference(let other) = column.kind else { continue }
                let there = Set(extract.tables[other]?.rows.map { $0[0].written } ?? [])
                let named = Set(data.rows.map { $0[place] }.filter { $0 != .blank }.map(\.written))
                #expect(named.isSubset(of: there), "\(table).\(column.name)")
            }
        }
    }

    @Test func `holds no name, number, address, full postcode or text of the record`() throws {
        let extract = extract(Self.record())
        let written = extract.all.map { $0.data.csv(for: .people) }.joined().lowercased()
        for sentinel in Self.sentinels {
            #expect(!written.contains(sentinel.lowercased()), "\(sentinel)")
        }
        // A sector is told only of where a child was found, never of where one lives.
        #expect(written.contains("em7 3") && !written.contains("em1 2") && !written.contains("em5 8"))
    }

    @Test func `tells no place of a child whose record is held back`() throws {
        var record = Self.record()
        let details: Details = [.ground: .word(Restriction.Ground.forcedMarriage.rawValue), .names: .words(["ann"])]
        record.add(.accessRestricted, to: ChildID(number: 1), details, on: "2026-02-01")
        let extract = extract(record)
        let child = try #require(extract.tables[.child]?.rows.first)
        #expect(child[6] == .blank && child[7] == .number(1))
        let episode = try #require(extract.tables[.episode]?.rows.first)
        #expect(episode[16...18].allSatisfy { $0 == .blank })
        #expect(extract.tables[.place]?.rows.isEmpty == true)
    }

    @Test func `says what was done and when`() throws {
        let extract = extract(Self.record())
        let names = ExtractTable.episode.columns.map(\.name)
        let episode = Dictionary(
            uniqueKeysWithValues: zip(names, try #require(extract.tables[.episode]?.rows.first).map(\.written)))
        #expect(episode["kind"] == "missing" && episode["started_on"] == "2026-01-10")
        #expect(episode["ended_on"] == "2026-01-12" && episode["is_open"] == "0" && episode["start_hour"] == "")
        #expect(episode["age"] == "15" && episode["placement_kind"] == "Children’s home")
        #expect(extract.tables[.interview]?.rows.first?[3] == .text("held"))
        #expect(extract.tables[.notice]?.rows.first?[3] == .text("social-worker"))
        #expect(extract.tables[.meeting]?.rows.map { $0[4] } == [.text("strategy-meeting"), .text("other")])
    }

    @Test func `is described page by page`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/extract.md")
        if ProcessInfo.processInfo.environment["HOMEWARD_RENEW_PAGES"] != nil {
            try ExtractPage.markdown.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == ExtractPage.markdown,
            "docs/extract.md is behind the code: run HOMEWARD_RENEW_PAGES=1 swift test --filter ExtractTests in Core")
    }

    private static let sentinels = [
        "Zephyrine", "Quillfeather", "E9917", "UPN9917", "PN-9917", "7 Sentinel Row", "EM5 8QX", "EM58QX", "EM1 2LH",
        "EM7 3ZZ", "EM73ZZ", "sentinel words", "larch-sentinel", "ward.sentinel", "sentinel kind",
    ]

    private static func record() -> ScriptedRecord {
        var record = ScriptedRecord()
        record.agency("eastmoor", .authority)
        record.agency("larch-sentinel", .childrensHome, [.authority: .word("eastmoor"), .postcode: .word("EM1 2LH")])
        let child = record.child([
            .name: .text("Zephyrine Quillfeather"), .forenames: .text("Zephyrine"), .surname: .text("Quillfeather"),
            .childReference: .word("E9917"), .upn: .word("UPN9917"), .policeReference: .word("PN-9917"),
            .born: .date(civil("2010-05-06")), .address: .text("7 Sentinel Row"), .postcode: .word("EM5 8QX"),
            .responsible: .word("eastmoor"), .sex: .word("female"),
        ])
        record.care(child, since: "2025-02-01")
        record.placement(child, "childrens-home", since: "2025-02-01", [.place: .word("larch-sentinel")])
        record.add(
            .allocated, to: child, [.role: .word("social-worker"), .worker: .word("ward.sentinel")], on: "2025-02-02")
        let episode = record.episode(of: child, from: "2026-01-10", [.from: .word("larch-sentinel")])
        record.add(
            .notified, to: episode, [.to: .word("social-worker"), .name: .text("sentinel words")], on: "2026-01-10")
        record.add(
            .located, to: episode, [.postcode: .word("EM7 3ZZ"), .found: .text("sentinel words")], on: "2026-01-12")
        record.add(.returned, to: episode, on: "2026-01-12")
        record.add(.interviewHeld, to: episode, [.push: .words(["sentinel words"])], on: "2026-01-14")
        record.add(.meetingHeld, to: episode, [.kind: .word("strategy-meeting")], on: "2026-01-15")
        record.add(.meetingHeld, to: episode, [.kind: .word("sentinel kind")], on: "2026-01-16")
        return record
    }

    private func extract(_ record: ScriptedRecord) -> Extract {
        let calendars = Calendars(
            working: WorkingCalendar(
                bankHolidays: BankHolidays(holidays: [:], publishedThrough: civil("2030-12-31"), source: "none")))
        let making = Extract.Making(
            pseudonym: { what in String(UInt64(bitPattern: Int64(what.hashValue)), radix: 36) },
            standings: { _ in [] }, meetingKinds: ["strategy-meeting"], calendars: calendars)
        return Extract(of: record.state, at: Self.now, making)
    }
}
