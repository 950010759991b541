// SPDX-License-Identifier: MIT

import Casework
import Ledger
import Procedures
import WorkingTime

extension Partnership {
    /// Records `acts`, all or none, and returns once they are on disk and published.
    ///
    /// Throws a `Refusal` where they may not or cannot be recorded, and a `LedgerFault` where they could not be kept.
    public func submit(_ acts: [Act], by actor: Actor) async throws -> Receipt {
        precondition(!acts.isEmpty, "a submission has at least one act")
        return try await deciding { try enqueue(acts, by: actor, checking: true) }
    }

    /// Records what an import or a set-up brings, on the administrator's authority, with no rule of access asked.
    public func submitTrusted(_ acts: [Act], by actor: Actor) async throws -> Receipt {
        try await deciding { try enqueue(acts, by: actor, checking: false) }
    }

    /// Records what `plan` makes of everything decided so far, as ``submitTrusted(_:by:)`` does; nil where it makes
    /// nothing. No other writer comes between the planning and the recording.
    public func submitTrusted(
        by actor: Actor, planning plan: @Sendable (State) throws -> [Act]
    ) async throws -> Receipt? {
        let now = now
        do {
            return try await deciding {
                try desk.withLock { desk in
                    let acts = try plan(desk.decided)
                    if acts.isEmpty { throw NothingPlanned() }
                    let events = try decide(acts, by: actor, at: now, in: desk.decided)
                    return try Self.take(events, events.map(StoredEvent.draft(of:)), ledger, &desk)
                }
            }
        } catch is NothingPlanned {
            return nil
        }
    }

    private struct NothingPlanned: Error {}

    /// How often other processes may come first before whoever asks is told to try again.
    private static let triesBehindOthers = 40
    private static let longestPauseMilliseconds = 40

    /// Decides and records; where another process recorded something first, it is decided anew against that.
    ///
    /// Nobody is refused for what then turns out not to be kept, nor for what another process has put right meanwhile:
    /// a refusal waits until all that it was decided on is on disk, and for what others recorded.
    private func deciding(_ decide: () throws -> Waiting) async throws -> Receipt {
        for tries in 1..<Self.triesBehindOthers {
            // An append that failed, and could not be seen to then, is seen to now.
            try await recover()
            let voids = desk.withLock { $0.voids }
            do {
                return try await finish(try decide())
            } catch LedgerFault.needsReload where !isShared {
                continue
            } catch let fault as LedgerFault where isShared && fault.isConflict {
                try await recover()
                // Processes that came into each other's way don't do so again at once.
                let longest = min(Self.longestPauseMilliseconds, 1 << min(tries, 10))
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...longest)))
            } catch let refusal where !(refusal is LedgerFault) {
                guard try await isOtherwise(since: voids) else { throw refusal }
            }
        }
        return try await finish(try decide())
    }

    /// Whether something that was decided turned out void, or something was recorded elsewhere, so that what was refused
    /// has to be decided anew.
    private func isOtherwise(since voids: Int) async throws -> Bool {
        let (newest, known) = desk.withLock { ($0.newest, $0.decided.position) }
        if let newest { try? await ledger.durable(newest) }
        try await recover()
        if isShared { try await catchUpAside() }
        return desk.withLock { $0.voids != voids || known < $0.decided.position }
    }

    /// Records events that were decided elsewhere, such as a seeded history, in one durable append.
    public func keep(_ events: [Event]) async throws {
        guard !events.isEmpty else { return }
        let drafts = events.map(StoredEvent.draft(of:))
        let waiting = try desk.withLock { desk in try Self.take(events, drafts, ledger, &desk) }
        _ = try await finish(waiting)
    }

    private func enqueue(_ acts: [Act], by actor: Actor, checking: Bool) throws -> Waiting {
        let now = now
        return try desk.withLock { desk in
            if checking { try check(acts, by: actor, at: now, in: desk.decided) }
            let events = try decide(acts, by: actor, at: now, in: desk.decided)
            return try Self.take(events, events.map(StoredEvent.draft(of:)), ledger, &desk)
        }
    }

    /// Gives the events their positions and hands them to the ledger's writer.
    private static func take(
        _ events: [Event], _ drafts: [EntryDraft], _ ledger: Ledger, _ desk: inout Desk
    ) throws -> Waiting {
        let ticket = try ledger.enqueue(drafts, expecting: desk.decided.position)
        desk.newest = ticket
        for event in events { desk.decided.apply(event, at: desk.decided.position.next) }
        let last = events[events.count - 1]
        let receipt = Receipt(first: ticket.first, last: ticket.last, child: last.child, episode: last.episode)
        return Waiting(ticket: ticket, receipt: receipt, after: desk.decided)
    }

    private func finish(_ waiting: Waiting) async throws -> Receipt {
        do {
            try await ledger.durable(waiting.ticket)
        } catch {
            try await recover()
            throw error
        }
        let grew = desk.withLock { desk in
            guard desk.published.position < waiting.after.position else { return false }
            desk.published = waiting.after
            return true
        }
        if grew { followers.tell(waiting.after.position) }
        return waiting.receipt
    }

    /// After a failed append: what is on disk is so, and everything decided beyond it is void.
    private func recover() async throws {
        guard ledger.fault != nil else { return }
        try await aside { try self.recoverNow() }
    }

    /// Reads without holding up whoever asks for the state: until the ledger is resumed, nobody enqueues.
    func recoverNow() throws {
        try recovering.withLock { _ in
            guard ledger.fault != nil else { return }
            let head = try ledger.headAfterFault()
            var state = state
            if state.position < head.position {
                try RecordReader(ledger: ledger, log: log).read(into: &state, through: head.position)
            }
            let grew = desk.withLock { [state] desk in
                let grew = desk.published.position < state.position
                ledger.resume(at: head)
                desk = Desk(decided: state, published: state, voids: desk.voids + 1)
                return grew
            }
            if grew { followers.tell(state.position) }
        }
    }

    private struct Waiting: Sendable {
        let ticket: Ticket
        let receipt: Receipt
        /// The state once these events are on disk.
        let after: State
    }
}

extension LedgerFault {
    /// Whether something else came to stand where this was to stand, so that nothing of it was kept.
    fileprivate var isConflict: Bool {
        switch self {
        case .positionTaken, .needsReload: true
        default: false
        }
    }
}
