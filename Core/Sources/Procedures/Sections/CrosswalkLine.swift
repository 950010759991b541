// SPDX-License-Identifier: MIT

/// What a word of an earlier police vocabulary compares with in the pack's own.
public struct CrosswalkLine: Hashable, Sendable {
    /// A category or a grade, as its word stands in the record.
    public let was: String
    /// The comparable word; nil where nothing is.
    public let now: String?
    public let note: String?
    public let source: String
}
