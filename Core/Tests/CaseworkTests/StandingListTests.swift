// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `Lists that are kept as the record grows` {
    private static let homes = ["larch-house", "ash-lodge", "the-elms"]
    private static let authorities = ["eastmoor", "northvale"]

    /// Records of a few children, as a seed has them: placements, alerts, corrections, homes that come to lie elsewhere.
    private struct Making {
        var state = State()
        var random: SeededChance
        var spoken: [Position] = []

        init(seed: UInt64) {
            random = SeededChance(seed: seed)
            for authority in authorities { add(.agencyAdded, agency(authority, .authority)) }
            for home in homes { add(.agencyAdded, agency(home, .childrensHome, in: pick(authorities))) }
            for number in 1...4 {
                add(
                    .childRegistered, [.name: .text("A"), .responsible: .word(pick(authorities))], child: UInt32(number)
                )
            }
        }

        mutating func pick<Element>(_ all: [Element]) -> Element { all[Int(random.next() % UInt64(all.count))] }

        private func agency(_ name: String, _ kind: Agency.Kind, in authority: String? = nil) -> Details {
            var details: Details = [.agency: .word(name), .name: .text(name), .kind: .word(kind.rawValue)]
            details[.authority] = authority.map { .word($0) }
            return details
        }

        mutating func add(_ word: EventWord, _ details: Details, child: UInt32? = nil, episode: UInt32? = nil) {
            let time = at("2015-06-01T09:00") + .hours(Int(state.position.number))
            let event = Event(
                word, child: child.map { ChildID(number: $0) }, episode: episode.map { EpisodeID(number: $0) },
                occurredAt: .at(time), recordedAt: time, by: Actor(role: .administrator), details: details)
            state.apply(event, at: state.position.next)
            if child != nil, word != .corrected { spoken.append(state.position) }
        }

        mutating func step() {
            let child = UInt32(1 + random.next() % 4)
            let day = CivilDate(year: 2015, month: 5, day: 1)!.adding(days: Int(random.next() % 90))
            switch random.next() % 8 {
            case 0, 1:
                var start: Details = [.kind: .word("childrens-home"), .since: .date(day), .place: .word(pick(homes))]
                if random.next() % 4 == 0 { start[.outOfArea] = .flag(true) }
                if random.next() % 4 == 0 { start[.host] = .word(pick(authorities)) }
                add(.placementStarted, start, child: child)
            case 2: add(.placementEnded, [.until: .time(.on(day))], child: child)
            case 3: add(.childDetailsChanged, [.responsible: .word(pick(authorities))], child: child)
            case 4: add(.alertReceived, [.agency: .word(pick(authorities))], child: child)
            case 5: add(.alertEnded, random.next() % 2 == 0 ? [:] : [.agency: .word(pick(authorities))], child: child)
            case 6: add(.agencyChanged, agency(pick(homes), .childrensHome, in: pick(authorities)))
            default:
                let wrong = pick(spoken)
                guard
                    let owner = state.children.values.first(where: { one in
                        one.history.recorded.contains { $0.position == wrong }
                    })
                else { return }
                add(.corrected, [.what: .number(Int(wrong.number))], child: owner.id.number)
            }
        }
    }

    @Test(arguments: 1...20) func `hold whom a look at every child would find`(_ seed: UInt64) throws {
        var making = Making(seed: seed)
        var wereAcross = 0
        for _ in 1...60 {
            making.step()
            let state = making.state
            let day = CivilDate(year: 2015, month: 8, day: 1)!
            for child in state.children.values {
                let across = PlacedAcross.all(of: child, on: day) { state.agencies[AgencyID($0)]?.authority }
                if !across.isEmpty { #expect(state.lists.placedAcross.contains(child.id)) }
                #expect(state.lists.alerted.contains(child.id) == !StandingAlert.all(of: child).isEmpty)
            }
            wereAcross += state.lists.placedAcross.count
        }
        #expect(0 < wereAcross && wereAcross < 4 * 60)
        let state = making.state
        let restored = State(
            children: Array(state.children.values), episodes: Array(state.episodes.values),
            partnershipEvents: Array(zip(state.partnershipPositions, state.partnershipEvents)), imported: [],
            registrars: [:], position: state.position)
        #expect(restored.lists.placedAcross == state.lists.placedAcross)
        #expect(restored.lists.alerted == state.lists.alerted)
    }

    @Test func `name nobody whose record was erased, and whoever has an action agreed`() {
        var making = Making(seed: 1)
        making.add(.alertReceived, [.agency: .word("northvale")], child: 2)
        making.add(
            .placementStarted,
            [.kind: .word("foster"), .since: .date(CivilDate(year: 2015, month: 5, day: 1)!), .outOfArea: .flag(true)],
            child: 2)
        making.add(.reported, [:], child: 2, episode: 1)
        making.add(.actionAgreed, [.action: .text("Ring."), .owner: .word("school")], child: 2, episode: 1)
        let two = ChildID(number: 2)
        #expect(making.state.lists.withActions == [two])
        #expect(making.state.lists.placedAcross.contains(two) && making.state.lists.alerted.contains(two))
        making.add(.childErased, [.what: .number(2)])
        let lists = making.state.lists
        #expect(!lists.placedAcross.contains(two) && !lists.alerted.contains(two) && lists.withActions.isEmpty)
    }
}
