// SPDX-License-Identifier: MIT

import WorkingTime

/// How long to wait before something is tried again: twice as long after each failure, and never quite the same for two,
/// so that they don't all come back at once.
public struct Backoff: Hashable, Sendable {
    /// After the first failure, at the most.
    public let firstSeconds: Int64
    /// After many, at the most.
    public let longestSeconds: Int64
    /// After so many tries nobody tries again by themselves.
    public let mostTries: Int

    public init(firstSeconds: Int64 = 15, longestSeconds: Int64 = 3_600, mostTries: Int = 12) {
        precondition(0 < firstSeconds && firstSeconds <= longestSeconds && 0 < mostTries, "a wait has a length")
        (self.firstSeconds, self.longestSeconds, self.mostTries) = (firstSeconds, longestSeconds, mostTries)
    }

    /// The wait after so many tries. `chance` is from 0 up to 1: the wait is from half the length to the whole.
    public func wait(after tries: Int, chance: Double) -> Elapsed {
        var length = firstSeconds
        for _ in 1..<max(tries, 1) where length < longestSeconds { length *= 2 }
        length = min(length, longestSeconds)
        let share = min(max(chance, 0), 1)
        return Elapsed(seconds: max(1, length / 2 + Int64(Double(length - length / 2) * share)))
    }
}
