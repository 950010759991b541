// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Ledger
import LedgerSQLite
import OutboxSQLite
import Partnership
import Procedures
import Synchronization
import Testing
import WorkingTime

@testable import Exchange

/// A real partnership under the national protocol, with people who are told, a clock that the test sets, and an outbox
/// in a file.
final class NoticeScene: Sendable {
    let partnership: Partnership
    let directory: String
    let people = People()
    private let clock: PartnershipClock

    /// Where notices go to each worker.
    final class People: NoticeDirectory {
        private let reaches = Mutex<[String: NoticeReach]>([:])
        func set(_ worker: String, _ reach: NoticeReach) { reaches.withLock { $0[worker] = reach } }
        func reach(of worker: String) async throws -> NoticeReach? { reaches.withLock { $0[worker] } ?? NoticeReach() }
    }

    private final class Shown: Sendable {
        let instant: Mutex<Instant>
        init(_ start: Instant) { instant = Mutex(start) }
    }
    private let shown: Shown

    init(at start: String = "2015-06-05T22:00") throws {
        directory = NSTemporaryDirectory() + "homeward-notices-\(UUID().uuidString)"
        try OwnerOnlyFile.makeDirectory(directory)
        let instant = try TimeText.instant(start)
        let shown = Shown(instant)
        self.shown = shown
        clock = PartnershipClock { shown.instant.withLock { $0 } }
        let store = try SQLiteLedgerStore.create(in: directory)
        let ledger = try Ledger.found(in: store, masterKey: MasterKey.random(), foundedAt: 1_433_000_000)
        partnership = try Partnership(name: "Eastmoor", ledger: ledger, shelf: Self.shelf, clock: clock)
    }

    /// Read once for all tests.
    private static let shelf: ProtocolShelf = {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let packs = PackFolder(path: repository.appending(path: "Protocols").path()).loadAll().packs
        guard let calendars = CalendarFolder.load(repository.appending(path: "Calendars").path()).value,
            let shelf = ProtocolShelf(packs: packs, calendars: calendars, standing: "england-2014")
        else { preconditionFailure("the repository has protocols and calendars") }
        return shelf
    }()

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    var now: Instant { clock.now() }
    func advance(by length: Elapsed) { shown.instant.withLock { $0 = $0 + length } }
    func set(_ text: String) throws {
        let instant = try TimeText.instant(text)
        shown.instant.withLock { $0 = instant }
    }

    /// Opens the outbox over its file, as a start of the program does.
    func outbox(_ plan: OutboxPlan) throws -> Outbox {
        try Outbox(
            partnership: partnership, store: SQLiteOutboxStore(path: directory + "/outbox.sqlite"), directory: people,
            plan: plan)
    }

    /// An authority, a home and a force with their people, and a child of the home.
    func setUp() async throws -> ChildID {
        let (now, administrator) = (now, Actor(worker: "admin", role: .administrator))
        var acts: [Act] = []
        for (name, kind) in [
            ("eastmoor", "authority"), ("larch-house", "childrens-home"), ("eastmoor-police", "police"),
        ] {
            acts.append(
                Act(
                    .agencyAdded, .partnership, occurredAt: .at(now),
                    details: [
                        .agency: .word(name), .name: .text(name), .kind: .word(kind), .authority: .word("eastmoor"),
                    ]))
        }
        for (worker, role, agency) in [
            ("sw", Role.socialWorker, "eastmoor"), ("tm", .teamManager, "eastmoor"),
            ("insp", .dutyInspector, "eastmoor-police"), ("super", .superintendent, "eastmoor-police"),
            ("carer", .carer, "larch-house"),
        ] { acts.append(Self.added(worker, role, agency, at: now)) }
        _ = try await partnership.submitTrusted(acts, by: administrator)
        let receipt = try await partnership.submitTrusted(
            [
                Act(
                    .childRegistered, .newChild, occurredAt: .at(now),
                    details: [
                        .name: .text("Kezia Sentinel"), .responsible: .word("eastmoor"), .lookedAfter: .flag(true),
                        .born: .date(London.date(of: now).adding(days: -14 * 366)),
                    ]),
                Act(
                    .placementStarted, .sameAsBefore, occurredAt: .at(now),
                    details: [
                        .kind: .word("childrens-home"), .place: .word("larch-house"), .host: .word("eastmoor"),
                        .since: .date(London.date(of: now).adding(days: -90)),
                    ]),
            ], by: administrator)
        guard let child = receipt.child else { preconditionFailure("the child was registered") }
        return child
    }

    static func added(_ worker: String, _ role: Role, _ agency: String, at now: Instant) -> Act {
        Act(
            .workerAdded, .partnership, occurredAt: .at(now),
            details: [
                .worker: .word(worker), .name: .text(worker), .role: .word(role.rawValue), .agency: .word(agency),
            ])
    }

    @discardableResult
    func record(
        _ word: EventWord, _ subject: Act.Subject, _ details: Details = [:], as role: Role = .carer
    ) async throws -> EpisodeID? {
        try await partnership.submitTrusted(
            [Act(word, subject, occurredAt: .at(now), details: details)],
            by: Actor(worker: "carer", role: role, agency: AgencyID("larch-house"))
        ).episode
    }

    func report(_ child: ChildID) async throws -> EpisodeID {
        let episode = try await record(
            .reported, .child(child), [.missingSince: .time(.at(now)), .to: .word("police")])
        guard let episode else { preconditionFailure("a report belongs to an episode") }
        return episode
    }
}

/// A channel whose settings are in order.
func made<Value>(_ value: Value?) throws -> Value { try #require(value) }
