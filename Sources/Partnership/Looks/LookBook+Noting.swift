// SPDX-License-Identifier: MIT

import Casework
import Ledger
import WorkingTime

extension LookBook {
    /// What else is to be known about looks that are noted.
    public struct Manner: Hashable, Sendable {
        /// Returns only once they are on disk.
        public var isDurable = false
        /// The page asked by itself; nobody did anything.
        public var isByItself = false

        public init(isDurable: Bool = false, isByItself: Bool = false) {
            (self.isDurable, self.isByItself) = (isDurable, isByItself)
        }
    }

    /// The most looks that are held in memory while the disk takes none.
    static let heldLimit = 10_000

    /// Notes `looks`, or throws what stands against it: then nothing may be shown.
    ///
    /// Of what was noted a moment ago nothing is added. `state` tells which children there are: the number of one who
    /// isn't there is noted, under nobody's key.
    public func note(_ looks: [Look], in state: State, _ manner: Manner = Manner()) async throws(LedgerFault) {
        let outcome: Result<Handed, LedgerFault> = desk.withLock { desk in
            Result { () throws(LedgerFault) in
                if ledger.fault != nil { try recover(&desk) }
                let fresh = looks.filter { !desk.recent.covers($0, isByItself: manner.isByItself) }
                let kept = fresh.map { Kept(look: $0, isChildKnown: $0.child.map { state.child($0) != nil } ?? false) }
                try take(desk.held, &desk)
                desk.held = []
                let ticket = try take(kept, &desk)
                for look in fresh { desk.recent.take(look) }
                return Handed(ticket: ticket, isOwn: !kept.isEmpty, mustWait: desk.isSuspect || manner.isDurable)
            }
        }
        let handed = try outcome.get()
        guard handed.mustWait, let ticket = handed.ticket else { return }
        do throws(LedgerFault) {
            try await ledger.durable(ticket)
            desk.withLock { $0.isSuspect = false }
        } catch {
            desk.withLock { desk in
                desk.isSuspect = true
                // It is told that it can't be noted, so that nothing is shown: there was no look.
                if handed.isOwn {
                    desk.inFlight.removeAll { ticket.first <= $0.position && $0.position <= ticket.last }
                }
                for look in looks { desk.recent.forget(look) }
            }
            throw error
        }
    }

    private struct Handed: Sendable {
        let ticket: Ticket?
        /// Whether the ticket is of these looks, and not of what was handed on before them.
        let isOwn: Bool
        let mustWait: Bool
    }

    /// Notes what must not be stopped whatever becomes of the disk: it is held in memory until the disk takes it again.
    public func noteInAnyCase(_ looks: [Look], in state: State) async {
        do throws(LedgerFault) {
            try await note(looks, in: state)
        } catch {
            log.error("looks are held in memory", metadata: ["fault": "\(error.code)"])
            desk.withLock { desk in
                let room = max(0, Self.heldLimit - desk.held.count)
                desk.held += looks.prefix(room).map {
                    Kept(look: $0, isChildKnown: $0.child.map { state.child($0) != nil } ?? false)
                }
            }
        }
    }

    /// Returns when everything that was noted is on disk.
    public func settle() async throws(LedgerFault) {
        try await note([], in: State(), Manner(isDurable: true))
    }

    /// Hands looks to the writer, in the order in which memory takes them. Without any it gives the ticket of the last
    /// that were; nothing where everything is on disk.
    @discardableResult
    private func take(_ kept: [Kept], _ desk: inout Desk) throws(LedgerFault) -> Ticket? {
        desk.inFlight.removeAll { ledger.isKept($0.ticket) }
        guard !kept.isEmpty else { return desk.inFlight.isEmpty ? nil : desk.last }
        let drafts = kept.map { each in
            StoredLook.draft(
                of: each.look, isChildKnown: each.isChildKnown && !desk.isErased(each.look.child))
        }
        let ticket = try ledger.enqueue(drafts)
        for (place, each) in kept.enumerated() {
            let position = ticket.first.advanced(by: place)
            desk.inFlight.append((each, position, ticket))
            // Where other processes note looks too, this one may come to stand further on: it is taken from the ledger.
            if !ledger.isShared { desk.marks.take(each.look, at: position) }
        }
        desk.last = ticket
        return ticket
    }

    /// After a failed append: what is on disk is so, and what did not reach it is handed to the writer again.
    private func recover(_ desk: inout Desk) throws(LedgerFault) {
        desk.isSuspect = true
        // A child was erased whom this book did not know to be: what is noted of them is nobody's.
        if case .subjectErased(let subject) = ledger.fault, subject.letter == "C" {
            desk.erased.insert(ChildID(number: UInt32(truncatingIfNeeded: subject.number)))
        }
        let head = try ledger.reload()
        desk.marks.forget(after: head.position)
        let isLost = { (each: (kept: Kept, position: Position, ticket: Ticket)) in
            self.ledger.isShared ? !self.ledger.isKept(each.ticket) : head.position < each.position
        }
        let lost = desk.inFlight.filter(isLost).map(\.kept)
        desk.inFlight = []
        desk.last = nil
        desk.held = lost + desk.held
    }
}

extension LookBook.Desk {
    func isErased(_ child: ChildID?) -> Bool { child.map { erased.contains($0) } ?? false }
}
