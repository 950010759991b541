// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Ledger
import LedgerSQLite
import Partnership
import Procedures
import Synchronization
import WorkingTime

/// A real partnership on a real SQLite ledger in a directory of its own, with a clock that the test sets.
final class TestPartnership: Sendable {
    let partnership: Partnership
    let directory: String
    private let time: Clock
    let store: SQLiteLedgerStore

    private final class Clock: Sendable {
        let instant: Mutex<Instant>
        init(_ start: Instant) { instant = Mutex(start) }
    }

    init(at start: String = "2015-06-05T21:00") throws {
        directory = NSTemporaryDirectory() + "homeward-\(UUID().uuidString)"
        let key = MasterKey.random()
        try OwnerOnlyFile.makeDirectory(directory)
        try MasterKeySource.createFile(directory + "/master.key", holding: key)
        store = try SQLiteLedgerStore.create(in: directory)
        let ledger = try Ledger.found(in: store, masterKey: key, foundedAt: 1_433_000_000)
        time = Clock(try TimeText.instant(start))
        partnership = try Partnership(
            name: "Eastmoor", ledger: ledger, shelf: try Self.shelf(),
            clock: PartnershipClock { [time] in time.instant.withLock { $0 } })
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// Closes the directory and opens it again, as after a restart.
    func sameAgain() throws -> Partnership {
        try store.close()
        let key = try MasterKeySource.file(directory + "/master.key").read()
        let ledger = try Ledger(opening: SQLiteLedgerStore.open(in: directory), masterKey: key)
        return try Partnership(
            name: "Eastmoor", ledger: ledger, shelf: try Self.shelf(),
            clock: PartnershipClock { Instant(secondsSince1970: 0) })
    }

    func setTime(_ text: String) throws {
        let instant = try TimeText.instant(text)
        time.instant.withLock { $0 = instant }
    }
}

extension TestPartnership {
    /// A protocol with no duties: these tests are about keeping and publishing.
    static func shelf() throws -> ProtocolShelf {
        let bare = ProtocolPack(
            id: "bare", title: "Bare", extends: nil, inForceFrom: nil, inForceTo: nil, sources: [:],
            vocabulary: PoliceVocabulary(categories: [.missing, .absent], grades: [.medium, .high]), questions: [],
            reportItems: [], duties: [], officeHours: OfficeHours.whole, fallbacks: [:])
        let holidays = BankHolidays(
            holidays: [:], publishedThrough: CivilDate(daysSince1970: 20_000), source: "none, for the test")
        let calendars = Calendars(working: WorkingCalendar(bankHolidays: holidays))
        guard let shelf = ProtocolShelf(packs: [bare], calendars: calendars, standing: "bare") else {
            preconditionFailure("the pack is on the shelf")
        }
        return shelf
    }

    var administrator: Actor { Actor(worker: "admin", role: .administrator) }
    var carer: Actor { Actor(worker: "night", role: .carer, agency: AgencyID("larch-house")) }
    var inspector: Actor { Actor(worker: "insp", role: .dutyInspector, agency: AgencyID("eastmoor-police")) }

    /// One home, one force, and a child who lives in the home.
    func setUp() async throws -> ChildID {
        let now = partnership.now
        for (name, kind) in [("larch-house", "childrens-home"), ("eastmoor-police", "police")] {
            _ = try await partnership.submit(
                [
                    Act(
                        .agencyAdded, .partnership, occurredAt: .at(now),
                        details: [.agency: .word(name), .name: .text(name), .kind: .word(kind)])
                ], by: administrator)
        }
        let receipt = try await partnership.submitTrusted(
            [
                Act(.childRegistered, .newChild, occurredAt: .at(now), details: [.name: .text("Kezia A")]),
                Act(
                    .placementStarted, .sameAsBefore, occurredAt: .at(now),
                    details: [
                        .kind: .word("childrens-home"), .place: .word("larch-house"),
                        .since: .date(London.date(of: now)),
                    ]),
            ], by: administrator)
        guard let child = receipt.child else { preconditionFailure("the child was registered") }
        return child
    }

    func reported(_ text: String) throws -> Details {
        [.missingSince: .time(.at(try TimeText.instant(text))), .circumstances: .text("She was not in her room.")]
    }
}

extension OfficeHours {
    fileprivate static var whole: OfficeHours {
        guard
            let hours = OfficeHours(
                weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday], opensSecondOfDay: 31_500,
                closesSecondOfDay: 62_100)
        else { preconditionFailure("these hours are well-formed") }
        return hours
    }
}
