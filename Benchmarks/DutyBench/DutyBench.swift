// SPDX-License-Identifier: MIT

import Casework
import Demo
import Exchange
import Foundation
import Procedures
import WorkingTime

/// The invented history of many children, and what is measured on it.
struct DutyBench {
    private let packs: [ProtocolPack]
    private let calendars: Calendars
    private let states: [State]
    private let now: Instant
    private let wanted: Int

    /// Nothing where the packs or calendars are not to be found.
    init?(episodes wanted: Int) throws {
        guard let calendars = CalendarFolder.load("Calendars").value else { return nil }
        packs = PackFolder(path: "Protocols").loadAll().packs
        if packs.isEmpty { return nil }
        self.calendars = calendars
        self.wanted = wanted
        now = Instant(secondsSince1970: Int64(Date().timeIntervalSince1970))
        var (states, count, seed) = ([State](), 0, UInt64(1))
        while count < wanted {
            var state = State()
            let history = DemoHistory(seed: seed, now: now, size: .load(children: 500))
            for event in try history.events(after: state) { state.apply(event, at: state.position.next) }
            count += state.episodes.count
            seed += 1
            states.append(state)
        }
        self.states = states
    }

    /// All duties of one episode just after each of its events, as a page asks once somebody has recorded it.
    func oneEpisode(under id: String) {
        guard let book = book(id), let state = states.first else { return }
        var microseconds: [Double] = []
        for episode in state.episodes.values.prefix(400) {
            guard let child = state.child(episode.child) else { continue }
            let others = state.episodes(of: child.id)
            for mark in episode.history.standing {
                let begun = ContinuousClock.now
                let standings = book.standings(of: episode, child: child, others: others, at: mark.clockTime)
                let took = ContinuousClock.now - begun
                if !standings.isEmpty { microseconds.append(Double(took.components.attoseconds) / 1e12) }
            }
        }
        microseconds.sort()
        let (half, most) = (microseconds[microseconds.count / 2], microseconds[microseconds.count * 99 / 100])
        print("\(id): one episode after an event, with reasons: median \(short(half)) µs, p99 \(short(most)) µs")
    }

    /// All duties of all episodes at one instant, without reasons, on one core; a tenth first, for the exponent.
    func manyEpisodes(under id: String) {
        guard let book = book(id) else { return }
        let (tenth, whole) = (seconds(wanted / 10, book), seconds(wanted, book))
        let exponent = log10(whole / tenth)
        print(
            "\(id): \(wanted) episodes \(short(whole * 1_000)) ms, \(short(whole * 1e6 / Double(wanted))) µs each, "
                + "grows with the exponent \(short(exponent)) from a tenth; a million would take "
                + "\(short(whole * 1e6 / Double(wanted))) s on one core")
    }

    private func seconds(_ count: Int, _ book: DutyBook) -> Double {
        let runs = (0..<3).map { _ -> Double in
            var left = count
            var found = 0
            let begun = ContinuousClock.now
            for state in states where left > 0 {
                for episode in state.episodes.values.prefix(left) {
                    guard let child = state.child(episode.child) else { continue }
                    let others = state.episodes(of: child.id)
                    found +=
                        book.standings(of: episode, child: child, others: others, at: now, withReasons: false).count
                    left -= 1
                }
            }
            precondition(found > 0, "episodes have duties")
            let took = ContinuousClock.now - begun
            return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        }
        return runs.sorted()[1]
    }

    private func book(_ id: String) -> DutyBook? {
        packs.first { $0.id == id }.map { DutyBook(pack: $0, calendars: calendars) }
    }

    private func short(_ number: Double) -> String { String(format: "%.2f", number) }
}
