// SPDX-License-Identifier: MIT
import Crypto

/// A SHA-256 value, held without an allocation.
public struct Hash: Hashable, Sendable, CustomStringConvertible {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// The length in bytes.
    public static let byteCount = 32

    /// Nothing unless exactly 32 bytes are given.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == Self.byteCount else { return nil }
        words = (
            bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        )
    }

    /// Nothing unless exactly 32 bytes are given.
    public init?(_ bytes: [UInt8]) {
        guard let hash = bytes.withUnsafeBytes({ Hash($0) }) else { return nil }
        self = hash
    }

    /// Reads 64 hexadecimal digits in small letters, as ``description`` writes them; nothing for anything else.
    public init?(hexadecimal text: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(of: text), let hash = Hash(bytes) else { return nil }
        self = hash
    }

    init(_ digest: SHA256Digest) {
        guard let hash = digest.withUnsafeBytes({ Hash($0) }) else { preconditionFailure("SHA-256 has 32 bytes") }
        self = hash
    }

    public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try Swift.withUnsafeBytes(of: words, body)
    }

    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    public var description: String { Hexadecimal.text(of: bytes) }

    public static func == (one: Hash, other: Hash) -> Bool { one.words == other.words }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
    }
}
