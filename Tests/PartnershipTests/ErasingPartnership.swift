// SPDX-License-Identifier: MIT

import Casework
import Foundation
import Ledger
import LedgerSQLite
import Partnership
import WorkingTime

/// A partnership with two records managers, a snapshot, and a child whose every detail says SENTINEL.
final class ErasingPartnership: Sendable {
    let folder: String
    let key = MasterKey.random()
    let store: SQLiteLedgerStore
    let partnership: Partnership
    let first = Actor(worker: "rec-one", role: .recordsManager, agency: AgencyID("eastmoor"))
    let second = Actor(worker: "rec-two", role: .recordsManager, agency: AgencyID("eastmoor"))
    var snapshot: String { folder + "/state.snapshot" }

    init() throws {
        folder = NSTemporaryDirectory() + "homeward-\(UUID().uuidString)"
        try OwnerOnlyFile.makeDirectory(folder)
        store = try SQLiteLedgerStore.create(in: folder)
        let ledger = try Ledger.found(in: store, masterKey: key, foundedAt: 1_433_000_000)
        let now = try TimeText.instant("2015-06-05T21:00")
        partnership = try Partnership(
            name: "Eastmoor", ledger: ledger, shelf: try TestPartnership.shelf(), clock: PartnershipClock { now },
            snapshot: folder + "/state.snapshot")
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func ledgerForReading() throws -> Ledger {
        try Ledger(opening: try SQLiteLedgerStore.openForReading(folder + "/ledger.sqlite"), masterKey: key)
    }

    /// Closed and opened again.
    func restarted(withSnapshot: Bool) throws -> Partnership {
        try store.close()
        let ledger = try Ledger(opening: SQLiteLedgerStore.open(in: folder), masterKey: key)
        let now = partnership.now
        return try Partnership(
            name: "Eastmoor", ledger: ledger, shelf: try TestPartnership.shelf(), clock: PartnershipClock { now },
            snapshot: withSnapshot ? snapshot : nil)
    }

    @discardableResult
    func register(_ name: String, reference: String) async throws -> ChildID {
        let act = Act(
            .childRegistered, .newChild, occurredAt: .at(partnership.now),
            details: [
                .name: .text(name), .childReference: .word(reference), .born: .date(CivilDate(daysSince1970: 12_000)),
                .responsible: .word("eastmoor"),
            ])
        guard let child = try await partnership.submitTrusted([act], by: first).child else {
            preconditionFailure("the child was registered")
        }
        return child
    }

    func record(_ word: EventWord, _ child: ChildID, _ details: Details) async throws {
        _ = try await partnership.submitTrusted(
            [Act(word, .child(child), occurredAt: .at(partnership.now), details: details)], by: first)
    }

    func propose(
        _ child: ChildID, _ ground: ErasureGround, reason: String = "Order 12 of the court",
        decided: [String: String] = [:]
    ) async throws {
        _ = try await partnership.proposeErasure(
            PlannedErasure(child: child, ground: ground, reason: reason, decided: decided), by: first)
    }

    @discardableResult
    func confirm(_ child: ChildID, reference: String, elsewhere: [ErasingElsewhere] = []) async throws -> ErasureReceipt
    {
        try await partnership.erase(child, reference: reference, by: second, elsewhere: elsewhere)
    }

    @discardableResult
    func erase(_ child: ChildID, elsewhere: [ErasingElsewhere] = []) async throws -> ErasureReceipt {
        try await propose(child, .courtOrder)
        return try await confirm(
            child, reference: partnership.state.erasureReference(of: child), elsewhere: elsewhere)
    }

    /// A child with an entry of every kind, two episodes that were closed and one that nobody reported.
    func sentinel() async throws -> ChildID {
        let agency: Details = [.agency: .word("eastmoor"), .name: .text("Eastmoor"), .kind: .word("authority")]
        _ = try await partnership.submitTrusted(
            [Act(.agencyAdded, .partnership, occurredAt: .at(partnership.now), details: agency)], by: self.first)
        let child = try await register("Quillon SENTINEL", reference: "SENTINEL-9")
        let first = partnership.state.nextEpisode.number
        let now = partnership.now
        var events: [Event] = []
        func add(_ word: EventWord, _ episode: UInt32?) {
            events.append(
                Event(
                    word, child: child, episode: episode.map(EpisodeID.init(number:)), occurredAt: .at(now),
                    recordedAt: now, by: self.first, details: Self.details(of: word, at: now)))
        }
        for word in EventWord.allCases where word.form.about == .child && !Self.notNow.contains(word) {
            add(word, nil)
        }
        for episode in first...first + 1 {
            for word in EventWord.allCases where word.form.about == .episode && !Self.notNow.contains(word) {
                add(word, episode)
            }
            add(.closed, episode)
        }
        add(.checksStarted, first + 2)
        add(.closed, first + 2)
        try await partnership.keep(events)
        return child
    }

    /// What would stand against the erasing, or belongs to it; and what a correction would change.
    private static let notNow: Set<EventWord> = [
        .childRegistered, .legalHoldPlaced, .subjectAccessRequested, .erasureProposed, .erasureWithdrawn, .corrected,
    ]

    private static func details(of word: EventWord, at instant: Instant) -> Details {
        var details: Details = [:]
        let form = word.form
        for key in Set(form.requires + form.allows + [.narrative]) where key != .photo || key.holds == .text {
            let sentinel = "SENTINEL \(word.rawValue) \(key.name)"
            switch key.holds {
            case .text: details[key] = .text(sentinel)
            case .word: details[key] = .word(key == .responsible ? "eastmoor" : "SENTINEL-\(key.name)")
            case .words: details[key] = .words([sentinel])
            case .time: details[key] = .time(.at(instant))
            case .date: details[key] = .date(London.date(of: instant))
            case .number: details[key] = .number(7)
            case .numbers: details[key] = .numbers([999])
            case .flag: details[key] = .flag(true)
            case .answers: details[key] = .answers([Answer(question: sentinel, answer: sentinel)])
            }
        }
        return details
    }
}
