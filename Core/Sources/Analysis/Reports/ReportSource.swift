// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// What a report is made from: the episodes of the children asked about, and the record for what is no episode.
public struct ReportSource: Sendable {
    public let period: ClosedRange<CivilDate>
    /// The name of the authority, or of the partnership.
    public let area: String
    public let now: Instant
    /// Episodes of any time, so that a stretch can be compared with those before.
    public let table: EpisodeTable
    public let state: State
    /// Whose children are asked about; nil for everybody's.
    public let authorities: Set<AgencyID>?
    /// The children asked about.
    public let children: [Child]
    /// Whom to turn to, by the protocol.
    public var contacts: [Contact] = []
    /// Where the middle of a postcode district lies, where a list of postcodes is loaded.
    public var middle: @Sendable (String) -> EpisodeReader.GridPoint? = { _ in nil }
    /// How the duties of an episode stand.
    public var standings: @Sendable (EpisodeID) -> [DutyStanding] = { _ in [] }
    /// What to call a child in a report that names children; nil for one whom its reader may not see.
    public var named: @Sendable (ChildID) -> String? = { _ in nil }

    /// Of the children for whom one of `authorities` is responsible; of everybody's where it is nil.
    public init(
        of state: State, period: ClosedRange<CivilDate>, authorities: Set<AgencyID>?, area: String,
        reader: EpisodeReader, at now: Instant
    ) {
        (self.period, self.area, self.now, self.state) = (period, area, now, state)
        self.authorities = authorities
        children = state.children.values.filter { child in
            authorities.map { asked in child.facts.responsible.map(asked.contains) ?? false } ?? true
        }
        let asked = Set(children.map(\.id))
        table = reader.table(of: state, at: now) { asked.contains($0.id) }
    }

    /// The rows of the table whose episodes began in a stretch.
    func rows(_ stretch: ClosedRange<CivilDate>) -> EpisodeRows { table.rows(EpisodeSelection(period: stretch)) }

    /// The first month that the record holds whole, by the first episode in it; nil where it holds none.
    var firstWholeMonth: CivilDate? {
        guard let first = table[.began].lazy.filter({ $0 != NumberColumn.unknown }).min() else { return nil }
        let date = CivilDate(daysSince1970: first)
        let month = ReportPeriod.firstOfMonth(date)
        return month == date ? month : ReportPeriod.adding(months: 1, to: month)
    }

    /// The kinds that occur, missing first.
    func kinds(_ rows: EpisodeRows) -> [AbsenceKind] {
        let counted = Crosstab(.kind, of: table, rows: rows)
        return AbsenceKind.allCases.filter { $0 != .unstated || counted.count($0.rawValue).episodes > 0 }
    }

    /// How the duties of some episodes stand.
    func duties(_ rows: EpisodeRows) -> DutyFigure {
        DutyFigure(
            rows.places.compactMap { table.episode(at: $0) }.flatMap { id -> [DutyFigure.Row] in
                guard let child = state.episode(id)?.child else { return [] }
                return standings(id).filter { $0.state != .notYet }.map {
                    DutyFigure.Row(
                        child: child, episode: id, duty: $0.duty, role: $0.owedBy, agency: $0.agency, state: $0.state)
                }
            })
    }

    /// What of the record is missing for a report on these rows, in sentences.
    func gaps(_ rows: EpisodeRows) -> [String] {
        var gaps: [String] = []
        if rows.count == 0 { gaps.append("No episode that began in this stretch is in the record.") }
        if London.date(of: now) <= period.upperBound {
            gaps.append("The stretch was not over when this was made: it counts what was recorded so far.")
        }
        if rows.count > 0, let first = firstWholeMonth, period.lowerBound < first {
            let month = ReportPeriod.short(first...ReportPeriod.adding(months: 1, to: first).previous)
            gaps.append("\(month) is the first month that the record holds whole.")
        }
        for kind in [AbsenceKind.missing, .absent] where ReportPeriod.isWholeMonths(period) && rows.count > 0 {
            let months = SupplyGaps(kind, of: table, in: period).months
            if months.isEmpty || months.count == ReportPeriod.monthCount(period) { continue }
            let named =
                months.count > 4 ? "\(months.count) of the months" : Spoken.listed(months.map(ControlPicture.month))
            gaps.append(
                "No \(kind.name) episode began in \(named). Whether nothing happened or nothing was recorded, "
                    + "the record cannot say.")
        }
        if !state.erased.isEmpty {
            gaps.append("Records that were erased lawfully are in no count.")
        }
        return gaps
    }
}

extension Spoken {
    /// "one, two and three".
    static func listed(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension ReportKind {
    /// The report of this kind.
    public func report(_ source: ReportSource) -> Report {
        switch self {
        case .storyboard: Storyboard(source).report
        case .quarterly: QuarterlyReport(source).report
        case .annual: AnnualReport(source).report
        case .members: MembersReport(source).report
        case .weekly: WeeklyReport(source).report
        case .panel: PanelPack(source).report
        case .themes: ThemesReport(source).report
        }
    }
}
