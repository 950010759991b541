// SPDX-License-Identifier: MIT

/// One point of an agenda, one outcome, one line of a checklist.
public struct SectionLine: Hashable, Sendable {
    public let id: String
    public let says: String
    /// The clause, where it is another than the whole's.
    public let source: String?
}
