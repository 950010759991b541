// SPDX-License-Identifier: MIT
/// One thing to be kept, not yet in the ledger.
public struct EntryDraft: Hashable, Sendable {
    public let subject: SubjectID
    /// Seconds since 1 January 1970 00:00 UTC; stands in the clear beside the sealed entry.
    public let recordedAt: Int64
    public let payload: [UInt8]

    /// The most bytes one entry may hold: 16 MiB.
    public static let payloadLimitInBytes = 16 << 20

    public init(subject: SubjectID, recordedAt: Int64, payload: [UInt8]) {
        self.subject = subject
        self.recordedAt = recordedAt
        self.payload = payload
    }
}
