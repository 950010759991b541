// SPDX-License-Identifier: MIT

/// The tables of the analysts' extract: facts in the middle, what they are counted by around them.
///
/// No name, no address, no reference number and no narrative is in any of them. Keys are pseudonyms, made with a key of the
/// extract's own; words come from closed lists, so that nothing typed by hand can slip through.
public enum ExtractTable: String, CaseIterable, Hashable, Sendable {
    case child, episode, interview, duty, notice, meeting, place, date

    /// What one row is.
    public var says: String {
        switch self {
        case .child: "One row a child who has any episode, case or placement."
        case .episode: "One row an episode: missing, away or absent, and a pupil's case at school."
        case .interview: "One row an episode whose child is back: how far the return interview came."
        case .duty: "One row a duty of an episode, as it stands at the moment of the extract."
        case .notice: "One row a telling: somebody who must know was told."
        case .meeting: "One row a child and a meeting that was held about them."
        case .place: "One row a home, a school or another agency, and one a postcode sector in which a child was found."
        case .date: "One row a date, from the first that any row names to the last."
        }
    }

    /// The columns in their order; the first is the key.
    public var columns: [ExtractColumn] {
        switch self {
        case .child: ExtractColumn.ofChild
        case .episode: ExtractColumn.ofEpisode
        case .interview: ExtractColumn.ofInterview
        case .duty: ExtractColumn.ofDuty
        case .notice: ExtractColumn.ofNotice
        case .meeting: ExtractColumn.ofMeeting
        case .place: ExtractColumn.ofPlace
        case .date: ExtractColumn.ofDate
        }
    }
}

/// One column of the extract.
public struct ExtractColumn: Hashable, Sendable {
    /// What stands in it.
    public enum Kind: Hashable, Sendable {
        /// A pseudonym, or the date of the date table: tells the row apart from every other.
        case key
        /// The key of a row of another table.
        case reference(ExtractTable)
        case text, number, decimal
    }

    public let name: String
    public let kind: Kind
    /// What it says, in which unit, and what a blank means where that is not plain.
    public let says: String

    init(_ name: String, _ kind: Kind, _ says: String) {
        (self.name, self.kind, self.says) = (name, kind, says)
    }
}
