// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

private let book = DutyBook(pack: VariedPack.pack, calendars: Samples.calendars)
private let named = VariedPack.pack.duties.map(\.id).filter { $0.hasPrefix("a") || $0.hasPrefix("b") }

/// Where a duty stands but for who owes it, which the office opening may change.
private struct Stand: Hashable {
    let duty: String
    let instance: Int
    let state: DutyState
    let due: Due?
    let endedAt: Instant?
    let escalatedTo: Role?

    init(_ standing: DutyStanding) {
        duty = standing.duty
        instance = standing.instance
        state = standing.state
        due = standing.due
        endedAt = standing.endedAt
        escalatedTo = standing.escalatedTo
    }
}

@Suite struct `What is remembered of duties` {
    private func instants(of record: RandomRecord, _ state: State) -> [Instant] {
        var random = Seeded(UInt64(record.events.count))
        guard let first = record.events.first?.recordedAt, let last = record.events.last?.recordedAt else { return [] }
        let span = Int((last - first).seconds / 60) + 60 * 24 * 120
        return (0..<8).map { _ in first + .minutes(Int.random(in: -500...span, using: &random)) }.sorted()
    }

    @Test(arguments: UInt64(1)...12) func `nothing changes before it is said to`(seed: UInt64) {
        let record = RandomRecord(seed: seed, duties: named)
        let state = record.state()
        guard let child = state.child(record.child) else { return }
        let episodes = state.episodes(of: record.child)
        for episode in episodes {
            for instant in instants(of: record, state) {
                let outlook = book.outlook(of: episode, child: child, others: episodes, at: instant)
                func standings(_ other: Instant) -> [DutyStanding] {
                    book.standings(of: episode, child: child, others: episodes, at: other, withReasons: false)
                }
                #expect(outlook.standings == standings(instant))
                let stands = outlook.standings.map(Stand.init)
                if let from = outlook.from {
                    #expect(from <= instant)
                    #expect(standings(from).map(Stand.init) == stands, "seed \(seed): since \(from), at \(instant)")
                }
                let last = outlook.until.map { $0 - Elapsed(seconds: 1) } ?? instant + .days(400)
                #expect(standings(last).map(Stand.init) == stands, "seed \(seed): at \(instant), still at \(last)")
                let half = instant + Elapsed(seconds: (last - instant).seconds / 2)
                #expect(standings(half).map(Stand.init) == stands, "seed \(seed): at \(instant), still at \(half)")
                if let kept = outlook.keepsUntil.map({ $0 - Elapsed(seconds: 1) }) {
                    #expect(standings(kept) == outlook.standings, "seed \(seed): at \(instant), owners at \(kept)")
                }
            }
        }
    }

    @Test(arguments: UInt64(1)...4) func `the past of an episode says of each instant what counting anew says`(
        seed: UInt64
    ) {
        let record = RandomRecord(seed: seed, duties: named)
        let state = record.state()
        guard let child = state.child(record.child) else { return }
        let episodes = state.episodes(of: record.child)
        for episode in episodes {
            let times = episode.history.standing.map(\.clockTime)
            let asked = (times + times.map { $0 - Elapsed(seconds: 1) } + instants(of: record, state)).sorted()
            let last = (asked.last ?? at("2015-03-01T00:00")) + .days(40)
            let past = book.past(of: episode, child: child, others: episodes, through: last)
            let turns = past.changes.flatMap { [$0.at, $0.at - Elapsed(seconds: 1)] }.shuffledBy(seed).prefix(12)
            for instant in asked + turns {
                var fresh = DutyTotals(of: VariedPack.pack)
                for standing in book.standings(
                    of: episode, child: child, others: episodes, at: instant, withReasons: false)
                {
                    fresh.add(1, at: DutyTotals.place(of: standing.place, standing.state))
                }
                let told = past.totals(at: instant, of: VariedPack.pack)
                #expect(told == fresh, "seed \(seed) at \(instant): \(differences(told, fresh))")
            }
        }
    }

    private func differences(_ told: DutyTotals, _ fresh: DutyTotals) -> [String] {
        VariedPack.pack.duties.flatMap { duty in
            DutyState.allCases.compactMap { state in
                let counts = (told.count(of: duty.id, state), fresh.count(of: duty.id, state))
                return counts.0 == counts.1 ? nil : "\(duty.id) \(state): \(counts)"
            }
        }
    }

    @Test(arguments: UInt64(1)...2) func `a tally that watches equals one that counts anew`(seed: UInt64) {
        let record = RandomRecord(seed: seed, duties: named)
        var tally = DutyTally(book)
        var (before, state) = (State(), State())
        for (place, event) in record.events.enumerated() {
            state.apply(event, at: state.position.next)
            guard place % 16 == 9 || place == record.events.count - 1 else { continue }
            tally.take(record.child, from: before, to: state, at: event.recordedAt)
            before = state
        }
        let instants = instants(of: record, state)
        tally.move(to: instants[instants.count / 2], in: state)
        if let last = instants.last { tally.move(to: last, in: state) }
        for instant in instants.shuffledBy(seed).prefix(4) {
            let totals = tally.totals(at: instant, in: state)
            let expected = fresh(record, state, at: instant)
            #expect(totals == expected, "seed \(seed) at \(instant): \(differences(totals, expected))")
        }
    }

    private func fresh(_ record: RandomRecord, _ state: State, at instant: Instant) -> DutyTotals {
        var totals = DutyTotals(of: VariedPack.pack)
        guard let child = state.child(record.child) else { return totals }
        let episodes = state.episodes(of: record.child)
        for episode in episodes {
            for standing in book.standings(
                of: episode, child: child, others: episodes, at: instant, withReasons: false)
            {
                totals.add(1, at: DutyTotals.place(of: standing.place, standing.state))
            }
        }
        return totals
    }

    @Test(arguments: UInt64(1)...12) func `a duty once owed is never forgotten`(seed: UInt64) {
        let record = RandomRecord(seed: seed, duties: named)
        let state = record.state()
        guard let child = state.child(record.child) else { return }
        let episodes = state.episodes(of: record.child)
        for episode in episodes {
            var listed: Set<String> = []
            let times = episode.history.standing.map(\.clockTime)
            for instant in (times + times.map { $0 + .hours(30) } + instants(of: record, state)).sorted() {
                let now = book.standings(of: episode, child: child, others: episodes, at: instant, withReasons: false)
                // Whether a trigger's firing stands when the count is put right is for the trigger to say.
                let ids = Set(now.map(\.duty)).subtracting(["e1"])
                #expect(listed.isSubset(of: ids), "seed \(seed): \(listed.subtracting(ids)) gone at \(instant)")
                listed.formUnion(ids)
            }
        }
    }
}

extension [Instant] {
    fileprivate func shuffledBy(_ seed: UInt64) -> [Instant] {
        var random = Seeded(seed)
        return shuffled(using: &random)
    }
}
