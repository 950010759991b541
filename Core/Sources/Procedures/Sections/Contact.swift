// SPDX-License-Identifier: MIT

/// A named lead, a help line, an out-of-hours line: whom to turn to, and what for.
public struct Contact: Hashable, Sendable {
    public let id: String
    public let who: String
    public let forWhat: String
    /// The number or address; of a local one, that it is filled in locally.
    public let says: String
    public let note: String?
    public let source: String
}
