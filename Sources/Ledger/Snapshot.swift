// SPDX-License-Identifier: MIT

import Casework

/// The state's bytes as they were after one entry: makes a start quick, and means nothing else.
public struct Snapshot: Hashable, Sendable {
    /// The entry that the content includes last, with its hash.
    public let head: LedgerHead
    /// The version of the content's encoding; a reader ignores all versions but its own.
    public let contentVersion: UInt32
    public let content: [UInt8]

    public init(head: LedgerHead, contentVersion: UInt32, content: [UInt8]) {
        self.head = head
        self.contentVersion = contentVersion
        self.content = content
    }
}

/// What reading a snapshot gave.
public enum SnapshotReading: Hashable, Sendable {
    case none
    case usable(Snapshot)
    /// There is one, but it is damaged, another ledger's, another version's, not of this history, or from before an erasure.
    case unusable(Finding)
}

extension Ledger {
    private static let snapshotMark = Array("homeward snapshot 1\n".utf8)

    /// Seals `snapshot`, for as long as no further subject is erased, and puts it at `path` with mode 0600, in place of the one there.
    public func write(_ snapshot: Snapshot, to path: String) throws(LedgerFault) {
        let front = Self.front(of: snapshot.head, version: snapshot.contentVersion)
        let sealed = Seal.seal(
            snapshot.content, with: ring.derived.snapshot, binding: front + identity + ring.erasures())
        try OwnerOnlyFile.replace(path, with: front + sealed)
    }

    /// Reads the snapshot at `path`. Never throws: a snapshot that cannot be used is only a slower start.
    public func readSnapshot(at path: String, contentVersion: UInt32) -> SnapshotReading {
        let bytes: [UInt8]
        do throws(LedgerFault) {
            bytes = try OwnerOnlyFile.read(path)
        } catch {
            if case .notFound = error { return .none }
            return Self.unusable(error.code)
        }
        let markLength = Self.snapshotMark.count
        let frontLength = markLength + 4 + 8 + Hash.byteCount
        guard frontLength + Seal.overheadInBytes <= bytes.count, bytes.starts(with: Self.snapshotMark) else {
            return Self.unusable("not a snapshot")
        }
        let version = bytes[markLength..<markLength + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let number = bytes[markLength + 4..<markLength + 12].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard version == contentVersion else { return Self.unusable("content version \(version)") }
        let front = Array(bytes[..<frontLength])
        let sealed = Array(bytes[frontLength...])
        guard let hash = Hash(Array(front[(markLength + 12)...])),
            let content = Seal.open(sealed, with: ring.derived.snapshot, binding: front + identity + ring.erasures())
        else { return Self.unusable("seal broken") }
        let head = LedgerHead(position: Position(Int64(bitPattern: number)), hash: hash)
        guard stands(head) else { return Self.unusable("not of this history") }
        return .usable(Snapshot(head: head, contentVersion: version, content: content))
    }

    private func stands(_ head: LedgerHead) -> Bool {
        if head.position == .beginning { return head.hash == beginning }
        guard let row = try? store.rows(at: [head.position]).first, case .entry(let entry) = row else { return false }
        return entry.hash == head.hash
    }

    private static func front(of head: LedgerHead, version: UInt32) -> [UInt8] {
        var front = snapshotMark
        withUnsafeBytes(of: version.bigEndian) { front.append(contentsOf: $0) }
        front.append(bigEndian: UInt64(bitPattern: head.position.number))
        front += head.hash.bytes
        return front
    }

    private static func unusable(_ detail: String) -> SnapshotReading {
        .unusable(Finding(kind: .snapshotUnusable, detail: detail))
    }
}
