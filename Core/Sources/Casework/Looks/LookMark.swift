// SPDX-License-Identifier: MIT

import WorkingTime

/// One look as it is held in memory: 24 bytes. What was typed, and at which address, is read from the chain when it is
/// shown.
struct LookMark: Hashable, Sendable {
    let position: Position
    private let seconds: UInt32
    private let childNumber: UInt32
    /// The place of who it was among those that ``LookMarks`` knows.
    let actor: UInt32
    let kind: LookKind
    private let partPlace: UInt8

    /// 1 January 2000 00:00 UTC; 32 bits of seconds after it reach into 2136.
    private static let beginning: Int64 = 946_684_800
    private static let noPart = UInt8.max

    init(_ look: Look, by actor: UInt32, at position: Position) {
        self.position = position
        self.actor = actor
        kind = look.kind
        seconds = UInt32(clamping: look.at.secondsSince1970 - Self.beginning)
        childNumber = look.child?.number ?? 0
        partPlace = look.part.flatMap { RecordPart.allCases.firstIndex(of: $0) }.map { UInt8($0) } ?? Self.noPart
    }

    var at: Instant { Instant(secondsSince1970: Int64(seconds) + Self.beginning) }
    var child: ChildID? { childNumber == 0 ? nil : ChildID(number: childNumber) }
    var part: RecordPart? { partPlace == Self.noPart ? nil : RecordPart.allCases[Int(partPlace)] }
}
