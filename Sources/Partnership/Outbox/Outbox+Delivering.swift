// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

extension Outbox {
    /// So many are tried at once: one that stalls does not hold up the others.
    private static let atOnce = 8
    private static let most = 64
    /// What was settled is kept so long.
    private static let keptFor = Elapsed.days(400)

    /// Tries every message that is due, and notes what came of each.
    func deliverDue(at now: Instant) async throws {
        let due = try store.due(at: now, most: Self.most)
        if due.isEmpty { return }
        var waiting = due.makeIterator()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.atOnce {
                guard let message = waiting.next() else { break }
                group.addTask { try await self.deliver(message, at: now) }
            }
            while try await group.next() != nil {
                guard !Task.isCancelled, let message = waiting.next() else { continue }
                group.addTask { try await self.deliver(message, at: now) }
            }
        }
        try store.prune(before: now - Self.keptFor)
    }

    private func deliver(_ message: OutboxMessage, at now: Instant) async throws {
        let notice = message.notice
        if let why = try overtaken(message, at: now) {
            return try store.settle(message.id, .withdrawn, fault: why, reference: "", at: now)
        }
        let carrier: (channel: any NoticeChannel, address: String)
        switch try await carrierFound(for: message, at: now) {
        case .carrier(let channel, let address): carrier = (channel, address)
        case .waits(let until): return try store.wait(message.id, until: until, fault: "")
        case .cannot(let why): return try store.settle(message.id, .dead, fault: why, reference: "", at: now)
        }
        // Whoever lost their turn in the middle of a round leaves the rest to whoever has it.
        guard try await plan.turn() else { return }
        // Noted before it is tried: whoever is killed in the middle tries again, under the same key.
        let next = now + plan.backoff.wait(after: message.tries + 1, chance: plan.chance())
        guard try store.begin(message, next: next) else { return }
        let outgoing = OutgoingNotice(
            key: Self.key(notice.key, message.way, message.to), address: carrier.address, isUrgent: notice.isUrgent,
            madeAt: notice.madeAt, link: "\(plan.address)/inbox", isRepeated: 0 < message.tries)
        switch await carrier.channel.carry(outgoing) {
        case .taken(let reference):
            try store.settle(message.id, .delivered, fault: "", reference: reference, at: partnership.now)
        case .refused(let why):
            try store.settle(message.id, .dead, fault: why, reference: "", at: partnership.now)
            told(message, why, isDead: true)
        case .failed(let why):
            let isDead = plan.backoff.mostTries <= message.tries + 1
            if isDead {
                try store.settle(message.id, .dead, fault: why, reference: "", at: partnership.now)
            } else {
                try store.wait(message.id, until: next, fault: why)
            }
            told(message, why, isDead: isDead)
        }
    }

    /// Why it would say nothing new any more; nil where it would.
    private func overtaken(_ message: OutboxMessage, at now: Instant) throws -> String? {
        if let latest = message.notice.latest, latest < now { return "its time is over" }
        guard message.way == .email || message.way == .text else { return nil }
        return try store.hasSeen(message.notice.key, worker: message.to) ? "seen on screen" : nil
    }

    private enum Found {
        case carrier(any NoticeChannel, String)
        case waits(until: Instant)
        case cannot(String)
    }

    private func carrierFound(for message: OutboxMessage, at now: Instant) async throws -> Found {
        switch message.way {
        case .nobody, .inbox: return .cannot("nobody here has this role")
        case .webhook:
            guard let webhook = plan.webhooks[AgencyID(message.to)] else { return .cannot("no such system is set up") }
            return .carrier(webhook, message.to)
        case .email, .text:
            guard let channel = plan.channels[message.way] else { return .cannot("nothing carries this way here") }
            guard let reach = try await directory.reach(of: message.to) else { return .cannot("has no sign-in") }
            guard let address = reach.address(message.way) else { return .cannot("has no address for this") }
            if !message.notice.isUrgent, let end = reach.quietHours?.end(after: now) { return .waits(until: end) }
            return .carrier(channel, address)
        }
    }

    /// The log holds no address and no name.
    private func told(_ message: OutboxMessage, _ why: String, isDead: Bool) {
        log.warning(
            isDead ? "a notice could not be delivered" : "a notice is tried again",
            metadata: [
                "message": "\(message.id)", "way": "\(message.way.rawValue)", "tries": "\(message.tries + 1)",
                "why": "\(why)",
            ])
    }
}
