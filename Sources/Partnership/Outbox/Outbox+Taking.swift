// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

extension Outbox {
    /// What time alone changes is looked at so often.
    private static let often = Elapsed(seconds: 30)
    /// So many notices are kept in one go.
    private static let share = 200

    /// Keeps every notice that is owed now and was not known. What was recorded meanwhile is looked at the next time.
    func takeOwed(at now: Instant) async throws {
        let state = partnership.state
        let before = progress.withLock { $0 }
        let isTime = before.at.map { now < $0 || $0 + Self.often <= now } ?? true
        guard isTime || before.position < state.position else { return }
        let changed = state.changed(since: before.position)
        let episodes = isTime ? changed.union(state.unclosed) : changed
        var owed = episodes.sorted().flatMap { partnership.notices(of: $0, in: state, at: now) }
        owed += partnership.briefingNotices(in: state, at: now)
        if isTime { owed += partnership.lastingNotices(in: state, at: now) }
        owed.removeAll { !isNew($0) }
        for first in stride(from: 0, to: owed.count, by: Self.share) {
            try await take(Array(owed[first..<min(first + Self.share, owed.count)]), in: state, at: now)
        }
        if before.position < state.position { try store.noteLookedAt(state.position) }
        progress.withLock { $0 = Progress(position: state.position, at: isTime ? now : before.at) }
    }

    /// Whether it came up after the outbox began.
    private func isNew(_ notice: OwedNotice) -> Bool {
        if let event = notice.event { return beginning.position < event }
        return beginning.at <= notice.earliest
    }

    private func take(_ owed: [OwedNotice], in state: State, at now: Instant) async throws {
        let unknown = try store.unknown(among: owed.map(\.key))
        guard !unknown.isEmpty else { return }
        var entries: [OutboxEntry] = []
        for notice in owed where unknown.contains(notice.key) {
            entries.append(try await entry(KeptNotice(notice, madeAt: now), notice, in: state, at: now))
        }
        try store.take(entries)
        forgetCounts()
        log.info("notices are owed", metadata: ["count": "\(entries.count)"])
    }

    private func entry(
        _ kept: KeptNotice, _ notice: OwedNotice, in state: State, at now: Instant
    ) async throws -> OutboxEntry {
        let workers = state.recipients(of: notice, at: now)
        var receivers: [OutboxEntry.Receiver] = []
        for worker in workers {
            receivers.append(.init(way: .inbox, to: worker.id, nextAt: now))
            guard let reach = try await directory.reach(of: worker.id) else { continue }
            let quietEnd = notice.isUrgent ? nil : reach.quietHours?.end(after: now)
            for way in reach.ways where plan.channels[way] != nil {
                receivers.append(.init(way: way, to: worker.id, nextAt: quietEnd ?? now))
            }
        }
        for agency in Set(workers.map(\.agency)).sorted(by: { $0.name < $1.name }) where plan.webhooks[agency] != nil {
            receivers.append(.init(way: .webhook, to: agency.name, nextAt: now))
        }
        if receivers.isEmpty { receivers.append(.init(way: .nobody, to: "", nextAt: now)) }
        return OutboxEntry(notice: kept, messages: receivers)
    }

    /// Gives a notice that reached nobody to whoever has the role by now.
    func readdress(_ message: OutboxMessage, at now: Instant) async throws {
        let state = partnership.state
        let kept = message.notice
        let owed =
            (kept.episode.map { partnership.notices(of: $0, in: state, at: now) } ?? [])
            + partnership.briefingNotices(in: state, at: now) + partnership.lastingNotices(in: state, at: now)
        guard let notice = owed.first(where: { $0.key == kept.key }) else {
            try store.settle(message.id, .withdrawn, fault: "no longer owed", reference: "", at: now)
            return
        }
        let fresh = try await entry(kept, notice, in: state, at: now)
        if fresh.messages.allSatisfy({ $0.way == .nobody }) { return }
        try store.readdress(message.id, as: fresh)
    }
}

extension State {
    /// The episodes to which something was added after an entry, and the newest one of each child to whose own record
    /// something was.
    fileprivate func changed(since position: Position) -> Set<EpisodeID> {
        guard position < self.position else { return [] }
        var changed: Set<EpisodeID> = []
        for episode in episodes.values where episode.history.recorded.last.map({ position < $0.position }) ?? false {
            changed.insert(episode.id)
        }
        for child in children.values where child.history.recorded.last.map({ position < $0.position }) ?? false {
            if let newest = child.episodes.last { changed.insert(newest) }
        }
        return changed
    }
}
