// SPDX-License-Identifier: MIT

/// What may be done with which parts, in one machine word: sixteen parts for each of four acts.
struct Grants: Hashable, Sendable {
    private(set) var bits: UInt64 = 0

    static let nothing = Grants()

    func contains(_ act: RecordAct, _ part: RecordPart) -> Bool { bits & Grants.bit(act, part) != 0 }

    func allows(_ act: RecordAct) -> Bool { bits >> UInt64(act.ordinal * 16) & 0xFFFF != 0 }

    mutating func insert(_ act: RecordAct, _ part: RecordPart) { bits |= Grants.bit(act, part) }

    mutating func remove(_ act: RecordAct, _ part: RecordPart) { bits &= ~Grants.bit(act, part) }

    mutating func formUnion(_ other: Grants) { bits |= other.bits }

    private static func bit(_ act: RecordAct, _ part: RecordPart) -> UInt64 {
        1 << UInt64(act.ordinal * 16 + part.ordinal)
    }
}

extension RecordPart {
    /// The part's place among all, below 16. Never stored.
    var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}

extension RecordAct {
    /// The act's place among all. Never stored.
    var ordinal: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
