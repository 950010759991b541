// SPDX-License-Identifier: MIT

import WorkingTime

/// Something that must always hold and did not: with the seed and the step by which it can be had again.
public struct Violation: Error, CustomStringConvertible, Sendable {
    public let seed: UInt64
    public let step: Int
    public let at: Instant
    public let says: String

    public var description: String {
        "seed \(seed), step \(step), \(TimeText.write(at)): \(says)"
    }
}
