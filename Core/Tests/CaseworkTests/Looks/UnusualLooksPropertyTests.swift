// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

/// A made-up month of looks, the same for the same seed.
private struct RandomLooks {
    var record = LookRecord()

    init(seed: UInt64) {
        var random = SplitMix(state: seed)
        record.figures.manyChildren = 3
        record.figures.timesUsual = 2
        record.figures.newcomerChildren = 2
        record.figures.againLooks = 3
        record.figures.againOnDays = 2
        record.people = [
            "jo": UnusualLooks.Person(name: "Jo Adams", addedAt: at("2026-06-10T09:00")),
            "pat": UnusualLooks.Person(name: "Pat Brown", addedAt: nil),
        ]
        let start = at("2026-06-01T00:00")
        if Bool.random(using: &random) {
            record.record(.reported, "2026-06-12T22:00", [:], child: 1, episode: 1)
            record.record(.closed, "2026-06-18T22:00", [:], child: 1, episode: 1)
        }
        let actors = [LookRecord.worker, LookRecord.officer, LookRecord.teacher, Actor(role: .carer)]
        let kinds: [LookKind] = [.looked, .looked, .looked, .refused, .refused, .exported, .soughtInVain, .listed]
        let times = (0..<160).map { _ in start + .minutes(Int.random(in: 0..<43_200, using: &random)) }.sorted()
        for time in times {
            record.look(
                kinds.randomElement(using: &random) ?? .looked, time,
                child: [1, 2, 3, 9, nil].randomElement(using: &random) ?? nil,
                by: actors.randomElement(using: &random) ?? LookRecord.worker)
        }
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct `Whatever somebody looked at` {
    @Test(arguments: UInt64(1)...30) func `the list is the same in whatever order the looks come`(seed: UInt64) {
        let made = RandomLooks(seed: seed).record
        let items = made.items()
        var random = SplitMix(state: seed &* 77)
        for _ in 0..<3 {
            let shuffled = made.looks.shuffled(using: &random)
            #expect(made.unusual.items(among: shuffled, in: LookRecord.year) == items)
        }
        #expect(!items.isEmpty, "a month like this has something in it")
        #expect(Set(items.map(\.id)).count == items.count, "each entry has a name of its own")
    }

    @Test(arguments: UInt64(1)...30) func `each entry says what is so`(seed: UInt64) {
        let record = RandomLooks(seed: seed).record
        for item in record.items() {
            #expect(!item.looks.isEmpty && item.looks.allSatisfy { record.looks.contains($0) }, "\(item.id)")
            #expect(item.looks.allSatisfy { $0.look.by.worker == item.by.worker }, "\(item.id)")
            if let child = item.child { #expect(item.looks.allSatisfy { $0.look.child == child }, "\(item.id)") }
            #expect(Self.isTrue(item, record), "\(item.id): \(item.says)")
        }
    }

    /// Counted over again, plainly, from the looks that the entry rests on.
    private static func isTrue(_ item: UnusualLook, _ record: LookRecord) -> Bool {
        let looks = item.looks.map(\.look)
        let children = Set(looks.compactMap(\.child)).count
        switch item.reason {
        case .nothingGoingOn(let quiet):
            guard let child = item.child.flatMap({ record.state.child($0) }) else { return false }
            let marks = child.history.recorded + record.state.episodes(of: child.id).flatMap(\.history.recorded)
            let newest = marks.map(\.recordedAt).filter { $0 <= looks[0].at }.max()
            return quiet == newest.map { Int((looks[0].at - $0).seconds / 86_400) } && (quiet ?? 99) >= 28
        case .manyChildren(let count, let usual):
            return count == children && (looks[looks.count - 1].at - looks[0].at) < .hours(1)
                && count >= record.figures.manyChildren && count >= (usual ?? 0) * record.figures.timesUsual
        case .againFromOutside(let count, let days):
            return count == looks.count && days == Set(looks.map { London.date(of: $0.at) }).count
                && count >= record.figures.againLooks && children == 1
        case .outOfHours(let count, let counted):
            return count == looks.count && counted == children
                && looks.allSatisfy { !record.unusual.officeHours.isOpen(at: $0.at, in: record.unusual.calendar) }
        case .sameSurname:
            return (item.by.worker, item.child?.number) == ("jo", 1)
                || (item.by.worker, item.child?.number) == ("pat", 3)
        case .refusedInARow(let count, let counted):
            return looks.allSatisfy { $0.kind == .refused } && counted == children && count <= looks.count
                && count >= record.figures.refusals
        case .soonAfterAdded(let counted):
            let added = at("2026-06-10T09:00")
            return counted == children
                && looks.allSatisfy { (added...(added + .hours(24))).contains($0.at) }
        case .searchedInVain(let count):
            return count == looks.count && looks.allSatisfy { $0.kind == .soughtInVain }
        }
    }
}

@Suite struct `Looks in memory` {
    @Test(arguments: UInt64(1)...10) func `are those that were noted, by child, by worker and in a stretch of time`(
        seed: UInt64
    ) {
        let made = RandomLooks(seed: seed).record.looks
        var marks = LookMarks()
        for placed in made { marks.take(placed.look, at: placed.position) }
        #expect(marks.count == made.count)
        #expect(marks.within(LookRecord.year) == made)
        #expect(marks.of(ChildID(number: 2)) == made.filter { $0.look.child?.number == 2 })
        #expect(marks.by("jo") == made.filter { $0.look.by.worker == "jo" })
        let middle = at("2026-06-15T00:00")
        let readers = made.filter { $0.look.child?.number == 2 && $0.look.kind.opensRecord && middle <= $0.look.at }
        #expect(
            marks.readerCount(of: ChildID(number: 2), since: middle) == Set(readers.compactMap(\.look.by.worker)).count)
        marks.forget(before: middle)
        #expect(marks.within(LookRecord.year) == made.filter { middle <= $0.look.at })
        marks.forget(ChildID(number: 2))
        #expect(marks.of(ChildID(number: 2)).isEmpty)
        #expect(marks.count == made.count { middle <= $0.look.at && $0.look.child?.number != 2 })
    }

    @Test func `take a few tens of bytes each`() {
        #expect(LookMarks.bytesPerLook == 24)
    }
}
