// SPDX-License-Identifier: MIT

import Casework
import Testing
import WorkingTime

@testable import Procedures

/// Children who go missing from two homes, with what is put right or held otherwise later.
private struct RandomHomes {
    private(set) var state = State()
    private(set) var recorded: [Instant] = []

    init(seed: UInt64) {
        var random = Seeded(seed)
        var time = at("2015-01-02T12:00")
        var told: [(position: Position, episode: EpisodeID, child: ChildID)] = []
        for _ in 0..<Int.random(in: 6...40, using: &random) {
            time = time + .hours(Int.random(in: 2...400, using: &random))
            let child = ChildID(number: UInt32.random(in: 1...6, using: &random))
            let home = ["larch-house", "larch-house", "elm-house"].randomElement(using: &random) ?? "elm-house"
            let episode = state.nextEpisode
            var details: Details = [.from: .word(home)]
            if Int.random(in: 0..<4, using: &random) == 0 {
                details[.missingSince] = .time(.at(time - .hours(Int.random(in: -3...90, using: &random))))
            }
            add(.reported, child, episode, time, at: time, details)
            told.append((state.position, episode, child))
            let category = ["missing", "absent"].randomElement(using: &random) ?? "missing"
            add(.classified, child, episode, time, at: time + .hours(1), [.as: .word(category)])
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                guard let (position, of, child) = told.suffix(6).randomElement(using: &random) else { continue }
                time = time + .hours(Int.random(in: 1...30, using: &random))
                switch Int.random(in: 0..<4, using: &random) {
                case 0: add(.reclassified, child, of, time, at: time, [.as: .word("missing")])
                case 1: add(.reclassified, child, of, time, at: time - .hours(20), [.as: .word("absent")])
                case 2:
                    let what: Details = [.what: .number(Int(position.number)), .reason: .text("")]
                    let isWithdrawn = Bool.random(using: &random)
                    add(.corrected, child, of, time, at: time, isWithdrawn ? withdrawn(what) : moved(what))
                default:
                    let what: Details = [.what: .number(Int(position.number)), .reason: .text("")]
                    let new = time - .hours(Int.random(in: 4...900, using: &random))
                    add(.corrected, child, of, time, at: time, what.replacing(with: [.at: .time(.at(new))]))
                }
            }
        }
    }

    private func withdrawn(_ what: Details) -> Details { what.replacing(with: [.withdrawn: .flag(true)]) }
    private func moved(_ what: Details) -> Details { what.replacing(with: [.from: .word("elm-house")]) }

    private mutating func add(
        _ word: EventWord, _ child: ChildID, _ episode: EpisodeID, _ time: Instant, at happened: Instant,
        _ details: Details
    ) {
        state.apply(
            Event(
                word, child: child, episode: episode, occurredAt: .at(happened), recordedAt: time,
                by: Actor(role: .socialWorker), details: details), at: state.position.next)
        recorded.append(time)
    }
}

@Suite struct `Triggers for places over random records` {
    @Test(arguments: 0..<60) func `are the same as worked out from the beginning at each change`(seed: Int) {
        let homes = RandomHomes(seed: UInt64(seed))
        for keys in [
            "counts: { categories: [missing], atLeast: 2, within: 30 days }",
            "rising: { categories: [missing], days: 20, atLeast: 2 }",
        ] {
            let pack = Samples.pack(
                "",
                TriggerSamples.trigger("for: place, \(keys)", makes: "look")
                    + ", calendar: [{ id: look, who: missing-coordinator, what: Look., from: { trigger: three }, "
                    + "due: 10 working days, source: SG 1 }]")
            let book = TriggerBook(pack: pack, calendars: Samples.calendars)
            guard let trigger = pack.triggers.first else { continue }
            for now in homes.recorded.suffix(3) + [homes.recorded[homes.recorded.count / 2]] {
                let plain = PlainPlaceFirings(trigger: trigger, state: homes.state, at: now).firings()
                let told = book.areaFirings(in: homes.state, at: now).map { PlainPlaceFirings.Found($0) }
                #expect(Set(told) == plain, "seed \(seed) at \(now)")
                #expect(told.count == plain.count)
            }
        }
    }
}
