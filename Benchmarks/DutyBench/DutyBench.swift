// SPDX-License-Identifier: MIT

import Casework
import Demo
import Dispatch
import Exchange
import Foundation
import Procedures
import Synchronization
import WorkingTime

/// The invented history of many children, and what is measured on it.
struct DutyBench {
    let packs: [ProtocolPack]
    let calendars: Calendars
    let states: [State]
    let now: Instant
    let wanted: Int

    /// Nothing where the packs or calendars are not to be found.
    init?(episodes wanted: Int) throws {
        guard let calendars = CalendarFolder.load("Calendars").value else { return nil }
        packs = PackFolder(path: "Protocols").loadAll().packs
        if packs.isEmpty { return nil }
        self.calendars = calendars
        self.wanted = wanted
        now = Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))
        // Ten different parts, each held as often as is needed: what is worked out is not shared between them.
        var (parts, states, count) = ([State](), [State](), 0)
        while count < wanted {
            if parts.count < 10 {
                var state = State()
                let history = DemoHistory(seed: UInt64(parts.count + 1), now: now, size: .load(children: 500))
                for event in try history.events(after: state) { state.apply(event, at: state.position.next) }
                parts.append(state)
            }
            states.append(parts[states.count % parts.count])
            count += states[states.count - 1].episodes.count
        }
        self.states = states
    }

    /// All duties of one episode just after each of its events, as a page or a board asks once somebody has recorded it.
    func oneEpisode(under id: String) {
        guard let book = book(id), let state = states.first else { return }
        for withReasons in [true, false] {
            var microseconds: [Double] = []
            for episode in state.episodes.values.prefix(400) {
                guard let child = state.child(episode.child) else { continue }
                let others = state.episodes(of: child.id)
                for mark in episode.history.standing {
                    let begun = ContinuousClock.now
                    let standings = book.standings(
                        of: episode, child: child, others: others, at: mark.clockTime, withReasons: withReasons)
                    let took = ContinuousClock.now - begun
                    if !standings.isEmpty { microseconds.append(Double(took.components.attoseconds) / 1e12) }
                }
            }
            microseconds.sort()
            let (half, most) = (microseconds[microseconds.count / 2], microseconds[microseconds.count * 99 / 100])
            print(
                "\(id): one episode after an event, with\(withReasons ? "" : "out") reasons: "
                    + "median \(short(half)) µs, p99 \(short(most)) µs")
        }
    }

    /// All duties of all episodes at one instant: kept up by what happens, here all at once; then asked at several
    /// instants, a tenth too for the exponent. Each part of the record is counted by itself, on as many cores as there
    /// are. What is said of two instants is compared with counting anew.
    func manyEpisodes(under id: String) {
        guard let book = book(id) else { return }
        let (tenth, whole) = (counted(wanted / 10, book), counted(wanted, book))
        let each = whole.processor * 1e6 / Double(whole.episodes)
        print(
            "\(id): \(whole.episodes) episodes, \(whole.instances) instances: the past of all worked out in "
                + "\(short(whole.counting)) s on \(Self.cores) cores, \(short(each)) µs of processor time each, exponent "
                + "\(short(exponent(tenth.counting, whole.counting, tenth.episodes, whole.episodes))) from a tenth")
        for (place, asked) in Self.asked.enumerated() {
            let (name, small, large) = (asked.name, tenth.asking[place], whole.asking[place])
            print(
                "\(id): then counted \(name): \(short(large.seconds * 1_000)) ms, \(large.anew) episodes worked out "
                    + "anew, exponent \(short(exponent(small.seconds, large.seconds, tenth.episodes, whole.episodes)))")
        }
    }

    static let cores = ProcessInfo.processInfo.activeProcessorCount
    private static let asked: [(name: String, later: Elapsed)] = [
        ("at the same instant", .zero), ("an hour later", .hours(1)), ("a day later", .days(1)),
        ("a month later", .days(30)), ("a year before", .days(-365)), ("a hundred days before", .days(-100)),
    ]

    private struct Counting {
        var episodes = 0
        var instances = 0
        var counting = 0.0
        var processor = 0.0
        var asking: [(seconds: Double, anew: Int)] = []
    }

    /// One part's tally.
    private final class Part: Sendable {
        let state: State
        let tally: Mutex<DutyTally>

        init(_ state: State, _ book: DutyBook) {
            self.state = state
            tally = Mutex(DutyTally(book))
        }
    }

    private func counted(_ wanted: Int, _ book: DutyBook) -> Counting {
        var found: [Part] = []
        var counting = Counting()
        for state in states where counting.episodes < wanted {
            found.append(Part(state, book))
            counting.episodes += state.episodes.count
        }
        let parts = found
        let now = now
        let begun = processorSeconds
        counting.counting = seconds {
            DispatchQueue.concurrentPerform(iterations: parts.count) { place in
                _ = parts[place].tally.withLock { $0.move(to: now, in: parts[place].state) }
            }
        }
        counting.processor = processorSeconds - begun
        counting.instances = parts.reduce(0) { sum, part in
            let totals = part.tally.withLock { $0.totals(at: now, in: part.state) }
            return sum + DutyState.allCases.reduce(0) { $0 + totals.count($1) }
        }
        if let first = parts.first { compare(first, book) }
        for (_, later) in Self.asked {
            let anew = Mutex(0)
            let took = seconds {
                DispatchQueue.concurrentPerform(iterations: parts.count) { place in
                    let part = parts[place]
                    let moved = part.tally.withLock { tally in
                        let moved = Elapsed.zero <= later ? tally.move(to: now + later, in: part.state) : 0
                        _ = tally.totals(at: now + later, in: part.state)
                        return moved
                    }
                    anew.withLock { $0 += moved }
                }
            }
            counting.asking.append((took, anew.withLock { $0 }))
        }
        return counting
    }

    /// Says so where the tally and counting anew do not say the same.
    private func compare(_ part: Part, _ book: DutyBook) {
        for instant in [now, now - .days(200)] {
            var counts: [DutyState: Int] = [:]
            for episode in part.state.episodes.values {
                guard let child = part.state.child(episode.child) else { continue }
                let others = part.state.episodes(of: child.id)
                for standing in book.outlook(of: episode, child: child, others: others, at: instant).standings {
                    counts[standing.state, default: 0] += 1
                }
            }
            let totals = part.tally.withLock { $0.totals(at: instant, in: part.state) }
            for state in DutyState.allCases where totals.count(state) != counts[state, default: 0] {
                print("NOT EQUAL: \(state) at \(instant): \(totals.count(state)), \(counts[state, default: 0]) anew")
            }
        }
    }

    func exponent(_ small: Double, _ large: Double, _ few: Int, _ many: Int) -> Double {
        log(large / small) / log(Double(many) / Double(few))
    }

    /// How long the process has had a processor so far, all its threads together: what other work takes doesn't count.
    var processorSeconds: Double { Double(clock()) / 1e6 }

    func seconds(_ body: () -> Void) -> Double {
        let begun = ContinuousClock.now
        body()
        let took = ContinuousClock.now - begun
        return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    }

    private func book(_ id: String) -> DutyBook? {
        packs.first { $0.id == id }.map { DutyBook(pack: $0, calendars: calendars) }
    }

    func short(_ number: Double) -> String { String(format: "%.2f", number) }
}
