// SPDX-License-Identifier: MIT

import Casework

/// What stands beside a sealed entry in the clear: enough to check the chain and find the key, and no more.
public struct EntryHeader: Hashable, Sendable {
    public let position: Position
    public let subject: SubjectID
    /// Seconds since 1 January 1970 00:00 UTC.
    public let recordedAt: Int64
    /// How the bytes under the seal are sealed; today always ``EntryHeader/currentFormat``.
    public let format: UInt8

    /// AES-256-GCM under the subject's key: nonce (12), ciphertext, tag (16).
    public static let currentFormat: UInt8 = 1

    public init(position: Position, subject: SubjectID, recordedAt: Int64, format: UInt8 = currentFormat) {
        self.position = position
        self.subject = subject
        self.recordedAt = recordedAt
        self.format = format
    }

    static let byteCount = 25

    /// The header as the seal and the chain cover it: format, position, subject, recorded-at; big-endian.
    func append(to bytes: inout [UInt8]) {
        bytes.append(format)
        bytes.append(bigEndian: UInt64(bitPattern: position.number))
        bytes.append(bigEndian: subject.rawValue)
        bytes.append(bigEndian: UInt64(bitPattern: recordedAt))
    }
}

extension [UInt8] {
    mutating func append(bigEndian number: UInt64) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}
