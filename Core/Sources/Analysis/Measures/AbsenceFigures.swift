// SPDX-License-Identifier: MIT
import WorkingTime

/// The figures of one source, each by kind: those that a return, a police extract and the record all have.
public struct AbsenceFigures: Sendable {
    /// Rows grouped by child, each child's in order of start.
    let rows: [AbsenceRow]
    /// The same as columns.
    public let episodes: EpisodeTable
    public let kinds: [AbsenceKind]
    public let year: CollectionYear?

    public init(_ table: AbsenceTable, year: CollectionYear?) {
        rows = EpisodeTable.order(of: table.rows).map { table.rows[$0] }
        episodes = EpisodeTable(inOrder: rows)
        kinds = table.kinds + (table.rows.contains { $0.kind == .unstated } ? [.unstated] : [])
        self.year = year
    }

    /// Every figure for which the table has anything to count.
    public var all: [Figure] {
        var figures = always
        if rows.contains(where: { $0.beganAtMinute != nil }) { figures += withHours }
        if rows.contains(where: { $0.risk != nil }) { figures.append(figure(.risk)) }
        if rows.contains(where: { $0.interview != nil }) { figures.append(figure(.interview)) }
        if rows.contains(where: { $0.cameToNotice == .withoutReport }) { figures.append(figure(.notice)) }
        return figures.filter { figure in figure.bands.contains { $0.all.episodes > 0 } }
    }

    /// The names of all figures that there are.
    public static var ids: [String] {
        let none = AbsenceFigures(AbsenceTable(rows: [], children: [], kinds: []), year: nil)
        return (none.always + none.withHours + [.risk, .interview, .notice].map(none.figure)).map(\.id)
    }

    private var always: [Figure] {
        [byKind, length, openAtEnd, repeats]
            + [.age, .sex, .ethnicity, .placement, .area, .month, .weekday].map(figure)
    }

    private var withHours: [Figure] { [.lengthHours, .overnight, .hour].map(figure) }

    /// Episodes and children of each kind and of all.
    public var byKind: Figure {
        let whole = figure(.kind)
        return Figure(
            id: whole.id, title: whole.title, definition: whole.definition, kinds: kinds,
            bands: kinds.map { whole.bands[$0.rawValue] }, valueMissing: whole.valueMissing, sharesAreOfChildren: false)
    }

    public var length: Figure { figure(.length) }
    public var openAtEnd: Figure { figure(.open(atEndOf: year)) }

    /// Children by how many episodes they had, for each kind apart and for all kinds together.
    public var repeats: Figure { Repeats(of: episodes, rows: episodes.all).figure(kinds) }

    /// Of all children in the table: how many had one episode, and how many more than three.
    public var persistence: (children: Int, withOne: Int, withMoreThanThree: Int) {
        let repeats = Repeats(of: episodes, rows: episodes.all)
        return (repeats.children, repeats.withOne, repeats.withMoreThanThree)
    }

    /// Of the interviews that are owed, how many were held within 72 hours of the return, and how many at all.
    public var interviewTimeliness: (owed: Int, held: Int, heldInTime: Int) {
        let summary = InterviewSummary(of: episodes, rows: episodes.all)
        return (summary.owed, summary.held, summary.heldInTime)
    }

    /// A dimension by kind.
    public func figure(_ dimension: Dimension) -> Figure {
        Figure(dimension, of: episodes, rows: episodes.all, kinds: kinds)
    }

    /// Calls with the rows of each child in turn.
    func forEachChild(_ body: (ArraySlice<AbsenceRow>) -> Void) {
        var start = rows.startIndex
        while start < rows.endIndex {
            let child = rows[start].child
            let end = rows[start...].firstIndex { $0.child != child } ?? rows.endIndex
            body(rows[start..<end])
            start = end
        }
    }
}
