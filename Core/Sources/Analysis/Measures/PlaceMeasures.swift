// SPDX-License-Identifier: MIT

import WorkingTime

/// Where children were seen while away: a district counts once for each sighting.
public struct SeenFigure: Sendable {
    public static let id = "seen-district"
    public static let title = "Postcode district where seen"
    public static let definition =
        "Of the postcodes recorded with sightings: how many sightings, and of how many children. With the district where "
        + "found it makes the hot spots."

    public struct Line: Hashable, Sendable {
        public let district: String
        public let sightings: Int
        public let children: Int
    }

    /// The district with most sightings first.
    public let lines: [Line]

    public init(of table: EpisodeTable, rows: EpisodeRows) {
        let counted = Set(rows.map(table[.episode]) { $0 })
        let names = table.seenNames.words
        var tally = Tally(places: max(names.count, 1))
        let seen = table.seen.rows.filter { counted.contains(Int32(clamping: $0.episode)) }
        tally.add(seen.map(\.district), seen.map(\.child))
        lines = names.enumerated().map { place, name in
            let count = tally.count(at: place)
            return Line(district: name, sightings: count.episodes, children: count.children)
        }
        .filter { $0.sightings > 0 }
        .sorted { ($1.sightings, $0.district) < ($0.sightings, $1.district) }
    }
}

/// Postcode districts by how many children went from them, each child under the band of how often.
public struct DistrictStack: Sendable {
    public static let id = "district-stack"
    public static let title = "Where children go from, and how often"
    public static let definition =
        "Children by the district of origin of their first episode counted, each under the band of how many episodes they "
        + "had: of missing, of absent, or of both added. Source: TCS."

    public struct Line: Hashable, Sendable {
        /// Nil where it is not known.
        public let district: String?
        /// By band of ``Repeats/bands``.
        public let children: [Int]

        public var all: Int { children.reduce(0, +) }
    }

    /// The district with most children first, what is not known last.
    public let lines: [Line]

    /// Counts episodes of these kinds.
    public init(_ kinds: Set<AbsenceKind>, of table: EpisodeTable, rows: EpisodeRows) {
        let codes = Set(kinds.map { UInt8($0.rawValue) })
        let (kind, district) = (table[.kind], table[.district])
        let counted = rows.places.filter { codes.contains(kind[$0]) }
        var children: [Int32: [Int]] = [:]
        var start = 0
        while start < counted.count {
            var end = start
            while end < counted.count, table.children[counted[end]] == table.children[counted[start]] { end += 1 }
            let place = counted[start..<end].lazy.map { district[$0] }.first { $0 != NameColumn.unknown }
            let none = Array(repeating: 0, count: Repeats.bands.count)
            children[place ?? NameColumn.unknown, default: none][Repeats.band(end - start)] += 1
            start = end
        }
        let names = table.names(of: .district)
        lines = children.map { place, bands in
            Line(district: place == NameColumn.unknown ? nil : names[Int(place)], children: bands)
        }
        .sorted { one, other in
            if (one.district == nil) != (other.district == nil) { return other.district == nil }
            return (other.all, one.district ?? "") < (one.all, other.district ?? "")
        }
    }
}

/// Months in which a source has no row of a kind: it may have supplied none.
public struct SupplyGaps: Hashable, Sendable {
    public static let id = "months-without-rows"
    public static let title = "Months without any row"
    public static let definition =
        "Calendar months of the period in which there is no episode of a kind at all. Whether nothing happened or nothing "
        + "was supplied, the data cannot say; a report names the months. Source: TCS."

    public let kind: AbsenceKind
    /// As `2015-07`.
    public let months: [String]

    public init(_ kind: AbsenceKind, of table: EpisodeTable, in period: ClosedRange<CivilDate>) {
        self.kind = kind
        let counted = Crosstab(
            .months(period), by: .kind, of: table, rows: table.rows(EpisodeSelection(period: period)))
        months = counted.bands.enumerated().filter { counted.count($0.offset, kind.rawValue).episodes == 0 }.map(
            \.element)
    }
}

/// Who was told, and how soon they said that they have seen it. Each notice counts.
public struct NoticeFigure: Sendable {
    public static let id = "notices"
    public static let title = "Notices"
    public static let definition =
        "Notices given during the episodes counted, by whom they went to: how many, how many were acknowledged, and how long "
        + "that took. An answer counts for the notice that it names, or for the first to the same addressee before it."

    public struct Line: Hashable, Sendable {
        public let to: String
        public let given: Int
        public let acknowledged: Int
        public let minutes: QuantitySummary
    }

    /// The addressee told most often first.
    public let lines: [Line]

    public init(of table: EpisodeTable, rows: EpisodeRows) {
        let counted = Set(rows.map(table[.episode]) { $0 })
        let names = table.noticeNames.words
        var minutes = Array(repeating: [Int32](), count: names.count)
        for notice in table.notices.rows where counted.contains(Int32(clamping: notice.episode)) {
            minutes[Int(notice.to)].append(notice.minutesToAcknowledge)
        }
        lines = zip(names, minutes).map { name, minutes in
            let summary = QuantitySummary(minutes)
            return Line(to: name, given: minutes.count, acknowledged: summary.known, minutes: summary)
        }
        .filter { $0.given > 0 }
        .sorted { ($1.given, $0.to) < ($0.given, $1.to) }
    }
}
