// SPDX-License-Identifier: MIT
import WorkingTime

/// A collection year of the statutory returns: 1 April to 31 March.
public struct CollectionYear: Hashable, Comparable, Sendable {
    /// The year in which it ends: 2018 is 1 April 2017 to 31 March 2018.
    public let ending: Int
    public let first: CivilDate
    public let last: CivilDate

    /// Nil outside 1900–2200, where a number is surely not meant as a year.
    public init?(ending: Int) {
        guard (1900...2200).contains(ending),
            let first = CivilDate(year: ending - 1, month: 4, day: 1),
            let last = CivilDate(year: ending, month: 3, day: 31)
        else { return nil }
        self.ending = ending
        self.first = first
        self.last = last
    }

    /// The collection year in which a date falls.
    public init?(containing date: CivilDate) {
        let parts = date.parts
        self.init(ending: parts.month < 4 ? parts.year : parts.year + 1)
    }

    public static func < (earlier: CollectionYear, later: CollectionYear) -> Bool {
        earlier.ending < later.ending
    }

    /// The year that most of these dates fall in; of several, the latest.
    static func commonest(of dates: some Sequence<CivilDate>) -> CollectionYear? {
        var counts: [CollectionYear: Int] = [:]
        for date in dates {
            if let year = CollectionYear(containing: date) { counts[year, default: 0] += 1 }
        }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}

extension Return903 {
    /// The year that the return seems to be of: that of most ends of missing periods, since those must fall
    /// inside it; failing that, of their starts; failing that, of the ends and the starts of episodes.
    public var likelyYear: CollectionYear? {
        let missing = missing ?? []
        let episodes = episodes ?? []
        return CollectionYear.commonest(of: missing.lazy.compactMap(\.ended.date))
            ?? CollectionYear.commonest(of: missing.lazy.compactMap(\.began.date))
            ?? CollectionYear.commonest(of: episodes.lazy.compactMap(\.ended.date))
            ?? CollectionYear.commonest(of: episodes.lazy.compactMap(\.began.date))
    }
}
