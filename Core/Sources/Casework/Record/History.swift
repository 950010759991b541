// SPDX-License-Identifier: MIT

import WorkingTime

/// The marks of one child or one episode, in the order in which they were recorded.
public struct History: Hashable, Sendable {
    /// Everything recorded, also what was corrected later.
    public private(set) var recorded: [Mark] = []
    private var hasCorrection = false

    public init() {}

    public init(_ marks: [Mark]) {
        for mark in marks { append(mark) }
    }

    public mutating func append(_ mark: Mark) {
        recorded.append(mark)
        if mark.word == .corrected { hasCorrection = true }
    }

    /// Whether such an event was ever recorded, also where it was withdrawn.
    public func holds(_ word: EventWord) -> Bool {
        for place in recorded.indices where recorded[place].word == word { return true }
        return false
    }

    /// Whether there is anything, and all of it had been recorded by `instant`.
    func isKnown(by instant: Instant) -> Bool {
        !recorded.isEmpty && recorded.allSatisfy { $0.recordedAt <= instant }
    }

    /// What had been recorded by `instant`.
    public func asKnown(at instant: Instant) -> History {
        History(recorded.filter { $0.recordedAt <= instant })
    }

    /// What had happened by `instant`, by all that is recorded here. Corrections count whenever they were made.
    public func asWas(at instant: Instant) -> History {
        History(standing.filter { $0.clockTime <= instant })
    }

    /// What stands once corrections are applied, in the order in which it happened.
    public var standing: [Mark] {
        let marks = hasCorrection ? corrected() : recorded
        if History.isOrdered(marks) { return marks }
        return marks.sorted { ($0.clockTime, $0.position) < ($1.clockTime, $1.position) }
    }

    private static func isOrdered(_ marks: [Mark]) -> Bool {
        guard var latest = marks.first?.clockTime else { return true }
        for place in marks.indices {
            let time = marks[place].clockTime
            if time < latest { return false }
            latest = time
        }
        return true
    }

    private func corrected() -> [Mark] {
        var standing: [Mark] = []
        for mark in recorded {
            guard mark.word == .corrected else {
                standing.append(mark)
                continue
            }
            let target = mark.details.number(.what).map { Position(Int64($0)) }
            guard let place = standing.firstIndex(where: { $0.position == target }) else { continue }
            if mark.details.flag(.withdrawn) {
                standing.remove(at: place)
            } else {
                standing[place] = standing[place].corrected(by: mark)
            }
        }
        return standing
    }
}

extension Mark {
    /// This mark with the time and the details that a correction gives it; who said it first, and when, stays.
    func corrected(by correction: Mark) -> Mark {
        var newer = correction.details
        for key in [DetailKey.what, .withdrawn, .at, .reason, .narrative, .reference] { newer[key] = nil }
        return Mark(
            word, by: by, position: position, occurredAt: correction.details.time(.at) ?? occurredAt,
            recordedAt: recordedAt, details: details.replacing(with: newer),
            texts: texts.union(correction.texts.subtracting([.reason, .narrative]))
        )
    }
}
