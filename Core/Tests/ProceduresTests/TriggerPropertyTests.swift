// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

/// One child with many episodes, what was made of them, and corrections, in the order in which they were recorded.
private struct RandomChild {
    private(set) var state = State()
    private(set) var recorded: [Instant] = []
    let id = ChildID(number: 1)

    init(seed: UInt64) {
        var random = Seeded(seed)
        var time = at("2015-01-02T12:00")
        add(.childRegistered, nil, time, [.name: .text("A")])
        var starts: [(Position, EpisodeID)] = []
        for _ in 0..<Int.random(in: 3...14, using: &random) {
            time = time + .hours(Int.random(in: 20...900, using: &random))
            let episode = state.nextEpisode
            add(.reported, episode, time, [:])
            starts.append((state.position, episode))
            let category = ["missing", "missing", "absent"].randomElement(using: &random) ?? "missing"
            time = time + .hours(1)
            add(.classified, episode, time, [.as: .word(category)])
            if Int.random(in: 0..<5, using: &random) == 0 {
                time = time + .hours(1)
                add(.reclassified, episode, time, [.as: .word(category == "absent" ? "missing" : "absent")])
            }
            time = time + .hours(2)
            add(.returned, episode, time, [:])
            if Int.random(in: 0..<4, using: &random) == 0 {
                time = time + .hours(30)
                add(.meetingHeld, episode, time, [.kind: .word("panel")])
            }
            if Int.random(in: 0..<5, using: &random) == 0, let (position, of) = starts.randomElement(using: &random) {
                time = time + .hours(1)
                var details: Details = [.what: .number(Int(position.number)), .reason: .text("")]
                if Bool.random(using: &random) {
                    details[.withdrawn] = .flag(true)
                } else {
                    details[.at] = .time(.at(time - .hours(Int.random(in: 4...2_000, using: &random))))
                }
                add(.corrected, of, time, details)
            }
        }
    }

    private mutating func add(_ word: EventWord, _ episode: EpisodeID?, _ time: Instant, _ details: Details) {
        state.apply(
            Event(
                word, child: id, episode: episode, occurredAt: .at(time), recordedAt: time,
                by: Actor(role: .socialWorker), details: details), at: state.position.next)
        recorded.append(time)
    }

    var episodes: [Episode] { state.episodes(of: id) }
    var child: Child { state.child(id) ?? Child(id: id) }
}

@Suite struct `Triggers over random records` {
    private let book: TriggerBook
    private let duties: DutyBook

    init() {
        let trigger = TriggerSamples.trigger("counts: { categories: [missing], atLeast: 3, within: 60 days }")
        let pack = Samples.pack(TriggerSamples.panel, trigger)
        book = TriggerBook(pack: pack, calendars: Samples.calendars)
        duties = DutyBook(pack: pack, calendars: Samples.calendars)
    }

    @Test(arguments: 0..<60) func `fire with enough episodes, and anew only once dealt with`(seed: Int) {
        let random = RandomChild(seed: UInt64(seed))
        for now in random.recorded.suffix(20) {
            let fired = book.firings(of: random.child, episodes: random.episodes, at: now)
            let standing = fired.filter { !$0.isUndone }
            for firing in standing {
                let dates = random.episodes.filter { firing.episodes.contains($0.id) }
                    .compactMap { $0.facts(at: now)?.start }.map { London.date(of: $0) }.sorted()
                #expect(dates.count >= 3)
                #expect((dates.first?.days(until: dates.last ?? now.londonDate) ?? 99) < 60)
                #expect(firing.at <= now)
            }
            let made = duties.childStandings(of: random.child, episodes: random.episodes, at: now)
            #expect(made.count == fired.count)
            for firing in fired {
                #expect(made.contains { $0.from == firing.at && ($0.endedAt != nil) == firing.isDealtWith })
            }
            // A correction may bring two firings together that were both known, each in its time.
            guard random.episodes.allSatisfy(\.recountedAt.isEmpty) else { continue }
            for (first, second) in zip(standing, standing.dropFirst()) {
                let ended = made.first { $0.from == first.at }?.endedAt
                #expect(ended.map { $0 <= second.at } ?? false)
            }
        }
    }

    @Test(arguments: 0..<60) func `never delete what was known to have fired`(seed: Int) {
        let random = RandomChild(seed: UInt64(seed))
        guard let last = random.recorded.last else { return }
        let now = Set(book.firings(of: random.child, episodes: random.episodes, at: last).map(\.key))
        for instant in random.recorded {
            let known = book.firings(
                of: random.child.asKnown(at: instant) ?? random.child,
                episodes: random.episodes.compactMap { $0.asKnown(at: instant) }, at: instant)
            for firing in known { #expect(now.contains(firing.key), "\(firing.why) as known at \(instant)") }
        }
    }
}

extension Instant {
    fileprivate var londonDate: CivilDate { London.date(of: self) }
}
