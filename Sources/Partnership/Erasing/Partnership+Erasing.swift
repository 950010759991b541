// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Synchronization
import WorkingTime

extension Partnership {
    /// Erases a child's record, as somebody else proposed it.
    ///
    /// First the ledger says that it is so: from then on no page shows the child. Then everything that is kept elsewhere
    /// is forgotten, and last the child's key is destroyed. A crash in between leaves the key, by which the next start
    /// knows that it has to go on: see ``finishErasing(elsewhere:)``.
    ///
    /// Throws an ``ErasureRefusal`` where it may not be, and a fault where a step failed: then it is recorded, nothing
    /// shows the child any more, and the rest is done at the next start or when this is called for it again.
    public func erase(
        _ child: ChildID, reference: String, by actor: Actor, elsewhere: [ErasingElsewhere] = []
    ) async throws -> ErasureReceipt {
        guard actor.role.mayErase, let worker = actor.worker else { throw ErasureRefusal.notAllowed(actor.role) }
        guard state.child(child) != nil else { throw ErasureRefusal.childIsNotKnown }
        guard let planned = try await proposedErasure(of: child) else { throw ErasureRefusal.nothingIsProposed }
        let mentions = try await mentions(of: child)
        let now = now
        let told = Told()
        let receipt = try await submitTrusted(by: actor) { state in
            guard let known = state.child(child) else { throw ErasureRefusal.childIsNotKnown }
            guard let proposal = known.facts.protection.erasure else { throw ErasureRefusal.nothingIsProposed }
            if proposal.worker == worker { throw ErasureRefusal.needsSomebodyElse }
            try state.checkErasure(of: child, on: planned.ground, schedule: .england, at: now)
            try planned.checkReason(for: known)
            let open = mentions.map(\.id).filter { planned.decided[$0] == nil }
            if !open.isEmpty { throw ErasureRefusal.mentionsAreNotReviewed(open) }
            guard reference.uppercased() == state.erasureReference(of: child).uppercased() else {
                throw ErasureRefusal.referenceIsWrong
            }
            told.keep(ErasedRecord(known, erasedAt: now), entryCount: known.entryCount)
            return state.erasure(of: child, planned, proposedBy: proposal.worker, mentions: mentions.count, at: now)
        }
        guard let receipt, let (record, entryCount) = told.kept else {
            preconditionFailure("an erasure is one act")
        }
        try await forget(record, elsewhere: elsewhere)
        return ErasureReceipt(
            child: child, position: receipt.last, entryCount: entryCount, mentionCount: mentions.count)
    }

    /// Goes on with every erasure that was recorded and not brought to its end. Returns how many there were.
    ///
    /// To be called at each start, before anybody is answered.
    @discardableResult
    public func finishErasing(elsewhere: [ErasingElsewhere] = []) async throws -> Int {
        var count = 0
        for event in state.partnershipEvents where event.word == .childErased {
            guard let number = event.details.number(.what).flatMap(UInt32.init(exactly:)) else { continue }
            let child = ChildID(number: number)
            guard let record = try await unfinished(child, erasedAt: event.recordedAt) else { continue }
            try await forget(record, elsewhere: elsewhere)
            count += 1
        }
        return count
    }

    /// The record as its entries still say it; nil where none of them can be read any more.
    private func unfinished(_ child: ChildID, erasedAt: Instant) async throws -> ErasedRecord? {
        let entries = try await ledger.entries(of: SubjectID.child(UInt64(child.number))).map { RecordedEvent($0) }
        var state = State()
        for case .event(let event, let position) in entries { state.apply(event, at: position) }
        return state.child(child).map { ErasedRecord($0, erasedAt: erasedAt) }
    }

    /// Each step does no more the second time than the first. The key goes last: while it is there, the work isn't done.
    private func forget(_ record: ErasedRecord, elsewhere: [ErasingElsewhere]) async throws {
        forgetRemembered()
        for step in elsewhere { try await step(record) }
        try await ledger.erase(
            SubjectID.child(UInt64(record.child.number)), at: record.erasedAt.secondsSince1970, snapshot: snapshotPath)
        forgetRemembered()
        if let snapshotPath { try await writeSnapshot(to: snapshotPath) }
        log.notice("a record was erased", metadata: ["child": "\(record.child.number)"])
    }

    /// What was worked out for pages is worked out anew.
    func forgetRemembered() {
        duties.forgetAll()
        childDuties.forgetAll()
        areaDuties.forgetAll()
        counts.forgetAll()
    }
}

/// Carries what the planning found out of it.
private final class Told: Sendable {
    private let found = Mutex<(ErasedRecord, Int)?>(nil)
    var kept: (ErasedRecord, Int)? { found.withLock { $0 } }
    func keep(_ record: ErasedRecord, entryCount: Int) { found.withLock { $0 = (record, entryCount) } }
}

extension State {
    /// What is recorded when a record is erased: who proposed it, on which ground, and what stays to be counted.
    fileprivate func erasure(
        of id: ChildID, _ planned: PlannedErasure, proposedBy worker: String, mentions: Int, at instant: Instant
    ) -> [Act] {
        guard var act = erasure(of: id, reason: planned.reason, at: instant) else { return [] }
        act.details[.ground] = .word(planned.ground.rawValue)
        act.details[.worker] = .word(worker)
        if 0 < mentions {
            let entries = mentions == 1 ? "One text elsewhere" : "\(mentions) texts elsewhere"
            act.details[.narrative] = .text("\(entries) may name the child. Each was looked at, and stays.")
        }
        return [act]
    }
}
