// SPDX-License-Identifier: MIT

/// One term or half-term, both dates included.
public struct SchoolTerm: Hashable, Sendable {
    /// What the authority calls it: "Spring 1 2015".
    public let name: String
    /// The first date, a school day unless closed.
    public let first: CivilDate
    /// The last date, a school day unless closed.
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
