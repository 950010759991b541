// SPDX-License-Identifier: MIT

import Testing
import WorkingTime

@testable import Casework

@Suite struct `Things kept under their record number` {
    @Test func `are found, counted and walked in order, also across shelves`() {
        var kept = Numbered<ChildID, String>()
        for number in [1, 63, 64, 65, 4_095, 4_096, 9_000] as [UInt32] {
            kept.keep("child \(number)", at: ChildID(number: number))
        }
        #expect(kept.count == 7)
        #expect(kept.highest == 9_000)
        #expect(kept[ChildID(number: 4_096)] == "child 4096")
        #expect(kept[ChildID(number: 66)] == nil)
        #expect(kept[ChildID(number: 1_000_000)] == nil)
        #expect(Array(kept.values).first == "child 1")
        #expect(Array(kept.values).last == "child 9000")
    }

    @Test func `leave an earlier copy as it was when one is changed`() {
        var kept = Numbered<ChildID, Int>()
        for number in 1...200 as ClosedRange<UInt32> { kept.keep(0, at: ChildID(number: number)) }
        let before = kept
        kept.change(ChildID(number: 70)) { $0 = 7 }
        #expect(before[ChildID(number: 70)] == 0)
        #expect(kept[ChildID(number: 70)] == 7)
        #expect(kept.change(ChildID(number: 201)) { $0 = 1 } == nil)
    }
}

@Suite struct `A mark` {
    @Test(arguments: [
        "2015-06-05T22:10", "~2015-06-05T22:10", "2015-06-05T22:00/2015-06-05T23:30", "2015-06-05",
        "1931-06-05T22:10",
    ])
    func `keeps an uncertain time exactly`(text: String) throws {
        let time = try TimeText.uncertain(text)
        let mark = Mark(.sighted, by: .carer, position: .first, occurredAt: time, recordedAt: at("2015-06-06T09:00"))
        #expect(mark.occurredAt == time)
        #expect(mark.clockTime == time.earliest)
    }
}
