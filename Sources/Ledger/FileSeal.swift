// SPDX-License-Identifier: MIT
import Casework
import Crypto

/// What a ledger's file was, to the last byte, when it was closed or copied. Stands beside the file.
///
/// The digest is in the clear, so that damage is found without a key; the seal shows who wrote it.
public struct FileSeal: Hashable, Sendable {
    /// The last entry that the file holds.
    public let head: LedgerHead
    public let byteCount: Int
    /// SHA-256 over every byte of the file.
    public let digest: Hash
    /// HMAC-SHA256 over all of the above and the ledger's identity, under a key derived from the master key.
    public let seal: Hash

    /// What reading a seal gave.
    public enum Reading: Hashable, Sendable {
        case none
        case malformed
        case sealed(FileSeal)
    }

    /// Where the seal of the file at `path` stands.
    public static func path(of path: String) -> String { path + ".seal" }

    private static let longestTextInBytes = 1_024

    /// Reads the seal that stands beside the file at `path`.
    public static func read(of path: String) throws(LedgerFault) -> Reading {
        let bytes: [UInt8]
        do throws(LedgerFault) {
            bytes = try OwnerOnlyFile.read(Self.path(of: path))
        } catch {
            if case .notFound = error { return .none }
            throw error
        }
        guard bytes.count <= longestTextInBytes, let seal = FileSeal(text: String(decoding: bytes, as: UTF8.self)),
            Array(seal.text.utf8) == bytes
        else { return .malformed }
        return .sealed(seal)
    }

    /// Whether the file at `path` is, byte for byte, the one that was sealed.
    public func isSame(as path: String, progress: ProgressReport = { _ in }) throws(LedgerFault) -> Bool {
        let (found, size) = try FileBytes.digest(of: path, expecting: byteCount, progress: progress)
        return found == digest && size == byteCount
    }

    /// The seal as it is written down: a line for each part.
    public var text: String {
        """
        homeward file seal 1
        entries \(head.position.number)
        head \(head.hash)
        bytes \(byteCount)
        sha-256 \(digest)
        seal \(seal)

        """
    }

    init(head: LedgerHead, byteCount: Int, digest: Hash, seal: Hash) {
        (self.head, self.byteCount, self.digest, self.seal) = (head, byteCount, digest, seal)
    }

    private init?(text: String) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        guard lines.count == 6, lines[1...].allSatisfy({ $0.count == 2 }) else { return nil }
        guard let position = Int64(lines[1][1]), let head = Hash(hexadecimal: lines[2][1]),
            let byteCount = Int(lines[3][1]), let digest = Hash(hexadecimal: lines[4][1]),
            let seal = Hash(hexadecimal: lines[5][1])
        else { return nil }
        let last = LedgerHead(position: Position(position), hash: head)
        self.init(head: last, byteCount: byteCount, digest: digest, seal: seal)
    }
}

/// Seals files of one ledger. Holds a key for this purpose alone, from which no other follows.
public struct FileSealer: Sendable {
    let key: SymmetricKey
    let identity: [UInt8]

    /// Writes the seal of the file at `path` to `place`; without one, beside it.
    public func seal(_ path: String, endingAt head: LedgerHead, in place: String? = nil) throws(LedgerFault) {
        let (digest, size) = try FileBytes.digest(of: path)
        let code = code(head, byteCount: size, digest: digest)
        let seal = FileSeal(head: head, byteCount: size, digest: digest, seal: code)
        try OwnerOnlyFile.replace(place ?? FileSeal.path(of: path), with: Array(seal.text.utf8))
    }

    /// Whether this ledger's master key made the seal.
    public func made(_ seal: FileSeal) -> Bool {
        code(seal.head, byteCount: seal.byteCount, digest: seal.digest) == seal.seal
    }

    private func code(_ head: LedgerHead, byteCount: Int, digest: Hash) -> Hash {
        var bytes = Array("file".utf8) + identity
        bytes.append(bigEndian: UInt64(bitPattern: head.position.number))
        bytes += head.hash.bytes
        bytes.append(bigEndian: UInt64(byteCount))
        bytes += digest.bytes
        let code = HMAC<SHA256>.authenticationCode(for: bytes, using: key)
        guard let hash = code.withUnsafeBytes({ Hash($0) }) else { preconditionFailure("HMAC-SHA256 has 32 bytes") }
        return hash
    }
}

/// Told how far long work has come, 0 to 1, from any thread.
public typealias ProgressReport = @Sendable (_ share: Double) -> Void
