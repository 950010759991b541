// SPDX-License-Identifier: MIT
import WorkingTime

/// The figures of one table of absences.
public struct AbsenceFigures: Sendable {
    /// Rows grouped by child, each child's in order of start.
    let rows: [AbsenceRow]
    public let kinds: [AbsenceKind]
    public let year: CollectionYear?

    public init(_ table: AbsenceTable, year: CollectionYear?) {
        rows = table.rows.sorted {
            ($0.child, $0.began?.daysSince1970 ?? .max) < ($1.child, $1.began?.daysSince1970 ?? .max)
        }
        kinds = table.kinds + (table.rows.contains { $0.kind == .unstated } ? [.unstated] : [])
        self.year = year
    }

    /// Every figure for which the table has anything to count.
    public var all: [Figure] {
        var figures = always
        if rows.contains(where: { $0.beganAtMinute != nil }) { figures += withHours }
        if rows.contains(where: { $0.risk != nil }) { figures.append(risks) }
        if rows.contains(where: { $0.interview != nil }) { figures.append(interviews) }
        if rows.contains(where: { $0.cameToNotice == .withoutReport }) { figures.append(notice) }
        return figures.filter { figure in figure.bands.contains { $0.all.episodes > 0 } }
    }

    /// The names of all figures that there are.
    public static var ids: [String] {
        let none = AbsenceFigures(AbsenceTable(rows: [], children: [], kinds: []), year: nil)
        return (none.always + none.withHours + [none.risks, none.interviews, none.notice]).map(\.id)
    }

    private var always: [Figure] {
        [byKind, length, openAtEnd, repeats, ages, sexes, ethnicities, placements, area, months, weekdays]
    }

    private var withHours: [Figure] { [lengthHours, hours] }

    /// Episodes and children of each kind and of all.
    public var byKind: Figure {
        figure(
            "kind", "Episodes and children",
            "Every row counts as one episode under the kind it carries. A child counts once in each kind, and once in "
                + "the total.", bands: kinds.map(\.title)
        ) { row in kinds.firstIndex(of: row.kind) }
    }

    func figure(
        _ id: String, _ title: String, _ definition: String, bands: [String],
        _ band: (AbsenceRow) -> Int?
    ) -> Figure {
        var tally = Tally(bands: bands.count, kinds: kinds)
        for row in rows { tally.add(row, to: band(row)) }
        return Figure(
            id: id, title: title, definition: definition, kinds: kinds,
            bands: bands.enumerated().map { tally.band($0.offset, label: $0.element) },
            valueMissing: tally.band(nil, label: "Not known"), sharesAreOfChildren: false)
    }
}
