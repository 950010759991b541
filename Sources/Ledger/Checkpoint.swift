// SPDX-License-Identifier: MIT
import Casework
import WorkingTime

/// What a ledger was at one entry: a few lines that are signed and kept where the ledger is not.
///
/// Whoever holds the database and the master key can make a history anew, chain, seals and all. They cannot make it agree
/// with a checkpoint that somebody else has.
public struct Checkpoint: Hashable, Sendable {
    /// Sixteen bytes that no other ledger has.
    public let identity: [UInt8]
    /// Seconds since 1 January 1970 00:00 UTC; the chain begins with it and with the identity.
    public let foundedAt: Int64
    /// The last entry that the checkpoint vouches for, and through the chain for all before it.
    public let head: LedgerHead
    /// How many subjects had a key, usable or destroyed.
    public let subjectCount: Int
    /// Seconds since 1 January 1970 00:00 UTC.
    public let madeAt: Int64

    public init(identity: [UInt8], foundedAt: Int64, head: LedgerHead, subjectCount: Int, madeAt: Int64) {
        precondition(identity.count == 16, "a ledger's identity has sixteen bytes")
        (self.identity, self.foundedAt, self.head) = (identity, foundedAt, head)
        (self.subjectCount, self.madeAt) = (subjectCount, madeAt)
    }

    /// The lines that are signed, each with its end.
    public var text: String {
        """
        homeward checkpoint 1
        ledger \(Hexadecimal.text(of: identity))
        founded \(foundedAt)
        entries \(head.position.number)
        hash \(head.hash)
        subjects \(subjectCount)
        made \(madeAt)

        """
    }

    init?(lines: [[Substring]]) {
        guard lines.count == 7, lines[0] == ["homeward", "checkpoint", "1"],
            lines.dropFirst().map(\.first) == ["ledger", "founded", "entries", "hash", "subjects", "made"],
            lines.dropFirst().allSatisfy({ $0.count == 2 }),
            let identity = Hexadecimal.bytes(of: lines[1][1]), identity.count == 16,
            let foundedAt = Int64(lines[2][1]), let position = Int64(lines[3][1]), 0 <= position,
            let hash = Hash(hexadecimal: lines[4][1]), let subjectCount = Int(lines[5][1]),
            let madeAt = Int64(lines[6][1])
        else { return nil }
        self.init(
            identity: identity, foundedAt: foundedAt, head: LedgerHead(position: Position(position), hash: hash),
            subjectCount: subjectCount, madeAt: madeAt)
    }
}

/// A checkpoint with its signature, as it is kept.
public struct SignedCheckpoint: Hashable, Sendable {
    public let checkpoint: Checkpoint
    /// Ed25519 over the checkpoint's text, 64 bytes.
    public let signature: [UInt8]

    /// The whole file.
    public var text: String { checkpoint.text + "signed \(Hexadecimal.text(of: signature))\n" }

    /// Reads what ``text`` wrote; nothing where a single character differs in kind. Ends of lines may be those of Windows,
    /// and white space may stand around it, as mail leaves it.
    public init?(text: String) {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace) }
            .filter { !$0.isEmpty }
        guard lines.count == 8, lines[7].count == 2, lines[7][0] == "signed",
            let checkpoint = Checkpoint(lines: Array(lines[..<7])),
            let signature = Hexadecimal.bytes(of: lines[7][1]), signature.count == 64
        else { return nil }
        self.init(checkpoint: checkpoint, signature: signature)
    }

    init(checkpoint: Checkpoint, signature: [UInt8]) {
        (self.checkpoint, self.signature) = (checkpoint, signature)
    }
}
