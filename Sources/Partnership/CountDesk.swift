// SPDX-License-Identifier: MIT

import Casework
import Procedures
import Synchronization
import WorkingTime

/// How many duties of episodes stood how at an instant, under each protocol that governs some of them.
public struct DutyCounts: Sendable {
    /// Up to when everything recorded is counted.
    public let countedAt: Instant
    /// An episode counts under the protocol of the area where the child lives.
    public let protocols: [(pack: ProtocolPack, totals: DutyTotals)]
}

/// Keeps counted how the duties of every episode stand, and stood, as things are recorded: a count at any instant of
/// the past is then a look.
///
/// It is made in the background after a start, from the record and nothing else, and thrown away when a child is erased
/// or another protocol adopted.
final class CountDesk: Sendable {
    private let shelf: ProtocolShelf
    private let kept = Mutex(Kept())

    private struct Kept: Sendable {
        var counted: Counted?
        /// How often everything was thrown away: what was begun before that is not kept.
        var generation = 0
    }

    private struct Counted: Sendable {
        var state: State
        var at: Instant
        var tallies: [String: DutyTally]
    }

    /// How many episodes are counted before others have their turn.
    private static let share = 256
    /// What time alone changes is looked after once a minute.
    private static let keptFor = Elapsed.minutes(1)

    init(shelf: ProtocolShelf) { self.shelf = shelf }

    /// Works everything out anew from here on: of what is erased, nothing is remembered.
    func forgetAll() {
        kept.withLock { kept in
            kept.counted = nil
            kept.generation += 1
        }
    }

    /// How duties stood at an instant up to the last counting; nil until everything was counted once.
    func counts(at instant: Instant) -> DutyCounts? {
        guard let counted = kept.withLock({ $0.counted }) else { return nil }
        let asked = min(instant, counted.at)
        let totals = counted.tallies.sorted { $0.key < $1.key }.compactMap { id, tally in
            shelf.packs[id].map { (pack: $0, totals: tally.totals(at: asked, in: counted.state)) }
        }
        return DutyCounts(countedAt: counted.at, protocols: totals)
    }

    /// Counts everything, or what came since the last time. One caller at a time.
    func keepUp(with state: State, at now: Instant) async {
        let (known, generation) = kept.withLock { ($0.counted, $0.generation) }
        if let known, known.state.position == state.position, now < known.at + Self.keptFor { return }
        let counted: Counted?
        if let known, known.at <= now, !Self.mayGovernOtherwise(since: known.state, state) {
            counted = followed(known, to: state, at: now)
        } else {
            counted = await fresh(state, at: now)
        }
        guard let counted else { return }
        kept.withLock { if $0.generation == generation { $0.counted = counted } }
    }

    /// Whether an adoption or a home's authority may have changed what governs, or somebody was erased.
    private static func mayGovernOtherwise(since known: State, _ state: State) -> Bool {
        let count = known.partnershipEvents.count
        guard count <= state.partnershipEvents.count else { return true }
        return state.partnershipEvents[count...].contains { event in
            switch event.word {
            case .protocolAdopted, .agencyAdded, .agencyChanged, .childErased: true
            default: false
            }
        }
    }

    private func followed(_ known: Counted, to state: State, at now: Instant) -> Counted {
        var counted = known
        let changed = state.children.values.filter { child in
            known.state.child(child.id)?.entryCount != child.entryCount
        }
        for id in counted.tallies.keys {
            for child in changed { counted.tallies[id]?.take(child.id, from: known.state, to: state, at: now) }
            counted.tallies[id]?.move(to: now, in: state)
        }
        (counted.state, counted.at) = (state, now)
        return counted
    }

    /// Nil where it was broken off.
    private func fresh(_ state: State, at now: Instant) async -> Counted? {
        let ids = Set([shelf.standing.id] + state.adoptions.map(\.pack))
        var tallies: [String: DutyTally] = [:]
        for pack in shelf.packs.values where ids.contains(pack.id) {
            var tally = DutyTally(DutyBook(pack: pack, calendars: shelf.calendars)) { [shelf] episode, state in
                shelf.pack(for: episode, in: state).id == pack.id
            }
            let all = tally.stale(at: now, in: state)
            for first in stride(from: 0, to: all.count, by: Self.share) {
                if Task.isCancelled { return nil }
                tally.count(all[first..<min(first + Self.share, all.count)], in: state, through: now)
                await Task.yield()
            }
            tallies[pack.id] = tally
        }
        return Counted(state: state, at: now, tallies: tallies)
    }
}
