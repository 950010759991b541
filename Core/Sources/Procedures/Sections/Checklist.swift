// SPDX-License-Identifier: MIT

/// A list to go through while doing a duty: risks, topics of an interview, fields of a safe and well check.
public struct Checklist: Hashable, Sendable {
    public let id: String
    public let title: String
    /// The duties, of a child or of the area, that it belongs to.
    public let usedBy: [String]
    public let items: [SectionLine]
    public let note: String?
    public let source: String
}
