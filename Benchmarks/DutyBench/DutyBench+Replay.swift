// SPDX-License-Identifier: MIT

import Casework
import Dispatch
import Foundation
import Procedures
import Synchronization
import WorkingTime

extension DutyBench {
    /// A hundred thousand episodes under one pack and then the other, with triggers, workload and triage; and what fired
    /// for each child alone.
    func replay(_ first: String, _ second: String) {
        guard let before = packs.first(where: { $0.id == first }),
            let after = packs.first(where: { $0.id == second }),
            let period = ReplayPeriod(
                from: London.date(of: now).adding(days: -730), to: London.date(of: now))
        else { return }
        let wanted = min(wanted, 100_000)
        let (tenth, whole) = (replayed(wanted / 10, before, after, period), replayed(wanted, before, after, period))
        print(
            "\(first) to \(second): \(whole.episodes) episodes replayed with triggers and workload in "
                + "\(short(whole.seconds)) s on \(Self.cores) cores, "
                + "\(short(whole.processor * 1e6 / Double(whole.episodes))) µs of processor time each, exponent "
                + short(exponent(tenth.seconds, whole.seconds, tenth.episodes, whole.episodes)))
        for pack in [before, after] {
            let fired = fired(wanted, pack)
            print("\(pack.id): \(fired.count) firings for \(fired.children) children in \(short(fired.seconds)) s")
        }
    }

    private func parts(_ wanted: Int) -> (states: [State], episodes: Int) {
        var (found, episodes) = ([State](), 0)
        for state in states where episodes < wanted {
            found.append(state)
            episodes += state.episodes.count
        }
        return (found, episodes)
    }

    private func replayed(
        _ wanted: Int, _ before: ProtocolPack, _ after: ProtocolPack, _ period: ReplayPeriod
    ) -> (seconds: Double, processor: Double, episodes: Int) {
        let (states, episodes) = parts(wanted)
        let begun = processorSeconds
        let replay = Replay(before: before, after: after, calendars: calendars, period: period, now: now)
        let took = seconds {
            DispatchQueue.concurrentPerform(iterations: states.count) { place in
                let state = states[place]
                let rankings = replay.rankings(in: state)
                let part = replay.part(of: state.children.values.map(\.id), in: state, rankings: rankings)
                _ = replay.result(of: [part], in: state)
            }
        }
        return (took, processorSeconds - begun, episodes)
    }

    private func fired(_ wanted: Int, _ pack: ProtocolPack) -> (seconds: Double, count: Int, children: Int) {
        let states = parts(wanted).states
        let book = TriggerBook(pack: pack, calendars: calendars)
        let count = Mutex(0)
        let now = now
        let took = seconds {
            DispatchQueue.concurrentPerform(iterations: states.count) { place in
                let state = states[place]
                let found = state.children.values.reduce(0) { sum, child in
                    sum + book.firings(of: child, episodes: state.episodes(of: child.id), at: now).count
                }
                count.withLock { $0 += found }
            }
        }
        return (took, count.withLock { $0 }, states.reduce(0) { $0 + $1.children.count })
    }

    /// What fired for one home from which children went missing thousands of times, and police often changed their mind.
    func placeTriggers(under id: String) {
        guard let pack = packs.first(where: { $0.id == id }) else { return }
        let book = TriggerBook(pack: pack, calendars: calendars)
        let few = home(episodes: 500)
        let many = home(episodes: 5_000)
        var fired = 0
        let small = seconds { _ = book.areaFirings(in: few, at: now) }
        let large = seconds { fired = book.areaFirings(in: many, at: now).count }
        print(
            "\(id): \(fired) firings for places and groups with 5000 episodes of one home in \(short(large)) s, "
                + "exponent \(short(exponent(small, large, 500, 5_000)))")
    }

    private func home(episodes: Int) -> State {
        var state = State()
        let begins = now - .days(episodes)
        for number in 0..<episodes {
            let child = ChildID(number: UInt32(number % 40 + 1))
            let episode = state.nextEpisode
            let time = begins + .hours(24 * number + number % 7)
            func add(_ word: EventWord, _ hours: Int, _ details: Details) {
                let at = time + .hours(hours)
                state.apply(
                    Event(
                        word, child: child, episode: episode, occurredAt: .at(at), recordedAt: at,
                        by: Actor(role: .dutyInspector), details: details), at: state.position.next)
            }
            add(.reported, 0, [.from: .word("larch-house"), .missingSince: .time(.at(time - .minutes(40)))])
            add(.classified, 1, [.as: .word("missing")])
            if number % 3 == 0 { add(.reclassified, 2, [.as: .word("absent")]) }
            if number % 6 == 0 { add(.reclassified, 3, [.as: .word("missing")]) }
            add(.returned, 9, [:])
        }
        return state
    }
}
