// SPDX-License-Identifier: MIT

/// One term or half-term, both dates included.
public struct SchoolTerm: Hashable, Sendable {
    public let name: String
    public let first: CivilDate
    public let last: CivilDate

    /// What the break after it is called: "October half-term holiday".
    public let breakAfter: String

    /// Nil where the term would end before it begins.
    public init?(name: String, first: CivilDate, last: CivilDate, breakAfter: String) {
        guard first <= last else { return nil }
        self.name = name
        self.first = first
        self.last = last
        self.breakAfter = breakAfter
    }
}

/// Dates inside a term on which pupils are not in school: a training day, an election, a flood. Both included.
public struct SchoolClosure: Hashable, Sendable {
    public let name: String
    public let first: CivilDate
    public let last: CivilDate

    /// Nil where the closure would end before it begins.
    public init?(name: String, first: CivilDate, last: CivilDate) {
        guard first <= last else { return nil }
        self.name = name
        self.first = first
        self.last = last
    }
}
