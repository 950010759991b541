// SPDX-License-Identifier: MIT

/// Dates inside a term on which pupils are not in school: a training day, an election, a flood. Both included.
public struct SchoolClosure: Hashable, Sendable {
    /// Why pupils are not in: "Training day".
    public let name: String
    /// The first date closed.
    public let first: CivilDate
    /// The last date closed.
    public let last: CivilDate

    /// Nil where the closure would end before it begins.
    public init?(name: String, first: CivilDate, last: CivilDate) {
        guard first <= last else { return nil }
        self.name = name
        self.first = first
        self.last = last
    }
}
