// SPDX-License-Identifier: MIT

import Casework
import WorkingTime

@testable import Procedures

/// The same numbers for the same seed, on every machine.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// One child with one episode of random events, in the order in which they happened and were recorded.
struct RandomHistory {
    let child: Child
    let marks: [Mark]

    init(seed: UInt64) {
        var random = Seeded(seed)
        let start = at("2015-03-20T22:10")
        var child = Child(id: ChildID(number: 1))
        var details: Details = [.kind: .word("looked-after"), .since: .date(date("2014-01-01"))]
        if Bool.random(using: &random) { details[.kind] = .word("child-protection-plan") }
        child.append(
            Mark(
                .statusStarted, by: .socialWorker, position: Position(1), occurredAt: .at(start - .days(1)),
                recordedAt: start - .days(1), details: details))
        var marks = [RandomHistory.mark(.reported, .carer, start, 2, [.to: .word("police")])]
        var time = start
        for number in 3..<(3 + UInt64.random(in: 2...25, using: &random)) {
            time = time + .minutes(Int.random(in: 0...700, using: &random))
            if Int.random(in: 0..<9, using: &random) == 0 {
                let risk: Details = [.kind: .word("self-harm")]
                child.append(RandomHistory.mark(.riskNoted, .socialWorker, time, number, risk))
                continue
            }
            let (word, role, details) = RandomHistory.act(at: time, &random)
            marks.append(RandomHistory.mark(word, role, time, number, details))
        }
        self.child = child
        self.marks = marks
    }

    /// The episode with what had been written down by `instant`.
    func episode(upTo instant: Instant? = nil) -> Episode {
        var episode = Episode(id: EpisodeID(number: 1), child: child.id, lookedAfter: true)
        for mark in marks where instant.map({ mark.clockTime <= $0 }) ?? true { episode.append(mark) }
        return episode
    }

    private static func mark(
        _ word: EventWord, _ role: Role, _ time: Instant, _ number: UInt64, _ details: Details
    ) -> Mark {
        Mark(
            word, by: role, position: Position(Int64(number)), occurredAt: .at(time), recordedAt: time, details: details
        )
    }

    private static func act(at time: Instant, _ random: inout Seeded) -> (EventWord, Role, Details) {
        let to: Details = [.to: .word(["iro", "police", "parents"].randomElement(using: &random) ?? "iro")]
        let grade: Details = [.as: .word(["high", "medium"].randomElement(using: &random) ?? "high")]
        let category: Details = [.as: .word(["missing", "absent"].randomElement(using: &random) ?? "absent")]
        let next: Details = [.next: .time(.at(time + .hours(Int.random(in: 1...9, using: &random))))]
        let about: Details = [
            .duty: .word(["tell", "daily", "grade"].randomElement(using: &random) ?? "tell"),
            .until: .time(.at(time + .days(20))),
        ]
        let acts: [(EventWord, Role, Details)] = [
            (.notified, .carer, to), (.notified, .carer, to), (.riskGraded, .supervisor, grade),
            (.classified, .dutyInspector, category), (.reclassified, .dutyInspector, category),
            (.contactAttempted, .socialWorker, [:]), (.contactAttempted, .socialWorker, [:]),
            (.reviewAgreed, .dutyInspector, next), (.reviewed, .dutyInspector, next), (.located, .carer, [:]),
            (.returned, .carer, [:]), (.interviewHeld, .interviewer, [:]), (.waived, .teamManager, about),
            (.agreed, .socialWorker, about), (.meetingHeld, .teamManager, [.kind: .word("strategy-meeting")]),
        ]
        return acts[Int.random(in: 0..<acts.count, using: &random)]
    }
}
