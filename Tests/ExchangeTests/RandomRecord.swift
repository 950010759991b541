// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Foundation
import WorkingTime

/// A record of a few children as people keep them: placements with gaps, care that ended early, episodes recorded late, twice
/// or never ended, dates around the edges of the year.
struct RandomRecord {
    let seed: UInt64
    let year: CollectionYear
    private(set) var state = State()
    private var random: SeededRandom
    /// After everything.
    static let now = Instant(secondsSince1970: 1_830_000_000)

    init(seed: UInt64) {
        self.seed = seed
        random = SeededRandom(seed: seed)
        let ending = 2024 + Int(seed % 4)
        guard let year = CollectionYear(ending: ending) else { preconditionFailure("\(ending) is a year") }
        self.year = year
        for number in 0..<Int.random(in: 1...8, using: &random) { addChild(number) }
    }

    private mutating func addChild(_ number: Int) {
        let id = state.nextChild
        var born = year.first.adding(days: -Int.random(in: 200...6_500, using: &random))
        // Eighteen within the year, some on the day on which care ends.
        if chance(15) { born = date(around: year.first.adding(days: -18 * 365 - 4)) }
        var details: Details = [
            .name: .text("Child"), .childReference: .word("R\(seed)C\(number)"), .born: .date(born),
            .sex: .word(chance(50) ? "female" : "male"), .ethnicity: .word("WBRI"), .responsible: .word("eastmoor"),
        ]
        if chance(5) { details[.childReference] = nil }
        if chance(3) { details[.born] = nil }
        apply(.childRegistered, id, nil, on: max(born, year.first.adding(days: -900)), details)
        let began =
            chance(20) ? day(year.first.adding(days: -30), year.last) : day(year.first.adding(days: -800), year.first)
        let eighteen = born.adding(days: 6_574)
        var ended = chance(25) ? day(began, year.last.adding(days: 20)) : nil
        if chance(10), began < eighteen { ended = eighteen }
        addCare(id, began, ended)
        for _ in 0..<Int.random(in: 0...7, using: &random) { addEpisode(of: id, began, ended) }
    }

    private mutating func addCare(_ child: ChildID, _ began: CivilDate, _ ended: CivilDate?) {
        if chance(85) {
            apply(
                .statusStarted, child, nil, on: began, [.kind: .word(StatusSpan.lookedAfter), .since: .date(began)])
        }
        var since = began.adding(days: chance(20) ? 9 : 0)
        for turn in 0..<Int.random(in: 1...4, using: &random) where ended.map({ since < $0 }) ?? true {
            let details: Details = [
                .kind: .word(chance(50) ? "foster-care" : "childrens-home"), .since: .date(since),
                .legalStatus: .word(turn % 2 == 0 ? "C2" : "V2"), .postcode: .word("EM1 2AB"),
            ]
            apply(.placementStarted, child, nil, on: since, details)
            since = since.adding(days: Int.random(in: 5...300, using: &random))
            if chance(15) {
                apply(.placementEnded, child, nil, on: since, [.at: .time(.on(since))])
                since = since.adding(days: chance(50) ? 1 : 20)
            }
        }
        guard let ended else { return }
        if chance(70) { apply(.placementEnded, child, nil, on: ended, [.at: .time(.on(ended))]) }
        let over: Details = [.kind: .word(StatusSpan.lookedAfter), .at: .time(.on(ended))]
        apply(.statusEnded, child, nil, on: ended, over)
    }

    private mutating func addEpisode(of child: ChildID, _ began: CivilDate, _ ended: CivilDate?) {
        let id = state.nextEpisode
        let edges = [year.first, year.last, began, ended ?? year.last]
        let start = chance(50) ? date(around: edges[Int.random(in: 0..<4, using: &random)]) : day(year.first, year.last)
        let kind: CareKind = chance(70) ? .missingFromCare : .awayWithoutAuthorisation
        apply(
            .reported, child, id, on: start, [.missingSince: .time(.on(start)), .kind: .word(kind.rawValue)])
        if chance(15) { return }
        let back = start.adding(days: [0, 0, 1, 2, 9, 70][Int.random(in: 0..<6, using: &random)])
        if chance(40) { apply(.located, child, id, on: back) }
        apply(.returned, child, id, on: back.adding(days: chance(20) ? 1 : 0))
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func date(around edge: CivilDate) -> CivilDate {
        edge.adding(days: Int.random(in: -2...2, using: &random))
    }

    private mutating func day(_ first: CivilDate, _ last: CivilDate) -> CivilDate {
        first.adding(days: Int.random(in: 0...max(first.days(until: last), 0), using: &random))
    }

    private mutating func apply(
        _ word: EventWord, _ child: ChildID, _ episode: EpisodeID?, on date: CivilDate, _ details: Details = [:]
    ) {
        let event = Event(
            word, child: child, episode: episode, occurredAt: .on(date),
            recordedAt: London.startOfDay(date) + .hours(12),
            by: Actor(role: .socialWorker), details: details)
        state.apply(event, at: state.position.next)
    }
}
