// SPDX-License-Identifier: MIT
import Analysis
import Casework
import Procedures
import WorkingTime

/// A replay of a history under two protocols, ready to be shown: as one page that needs nothing beside it, or as JSON.
public struct ReplayReport: Sendable {
    public let result: ReplayResult
    public let differences: PackDifferences
    /// What the history is: "Eastmoor", "the demonstration".
    public let history: String

    public init(_ result: ReplayResult, differences: PackDifferences, history: String) {
        (self.result, self.differences, self.history) = (result, differences, history)
    }

    /// The report as one page that prints on A4.
    public var html: String { ReplayPage(report: self).html.markup }

    var rules: Rules { Rules(before: result.before.title, after: result.after.title) }
}

extension ReplayReport {
    /// Who was put on an agenda by which protocol; nil where neither put anybody on one.
    public var agenda: AgendaChart? {
        let timelines = result.timelines
        guard !timelines.isEmpty else { return nil }
        func group(_ title: String, _ isMember: (ChildTimeline) -> Bool) -> AgendaChart.Group {
            AgendaChart.Group(title: title, rows: timelines.filter(isMember).map(Self.row))
        }
        return AgendaChart(
            [
                group("Reached only by: \(result.after.title)") { $0.dates(.before).isEmpty },
                group("Reached only by: \(result.before.title)") { $0.dates(.after).isEmpty },
                group("Reached by both") { !$0.dates(.before).isEmpty && !$0.dates(.after).isEmpty },
            ], rules: rules, from: result.period.from, to: result.period.to, limit: 16)
    }

    private static func row(_ timeline: ChildTimeline) -> AgendaChart.Row {
        AgendaChart.Row(
            label: "Child \(timeline.child.number)", episodes: timeline.episodes, before: timeline.dates(.before),
            after: timeline.dates(.after))
    }

    /// How many times a child was put on an agenda in each month.
    public var months: MonthsChart {
        MonthsChart(
            "Children put on the agenda, month by month", before: result.timelines.flatMap { $0.dates(.before) },
            after: result.timelines.flatMap { $0.dates(.after) }, rules: rules, from: result.period.from,
            to: result.period.to)
    }

    /// Whether any role has another amount of work in any week.
    public var changesWork: Bool { result.loads.contains { $0.due[0] != $0.due[1] } }

    /// What falls due for each role, week by week; for those roles only for which something changes unless `isWhole`.
    public func weeks(isWhole: Bool) -> WeeksChart {
        let loads = result.loads.filter { load in
            isWhole ? load.total(.before) + load.total(.after) > 0 : load.due[0] != load.due[1]
        }
        let rows = loads.map { load in
            WeeksChart.Row(
                label: load.role.spoken, before: load.due[ReplaySide.before.rawValue],
                after: load.due[ReplaySide.after.rawValue])
        }
        return WeeksChart(
            rows, counted: "Duties that fall due", rules: rules, from: result.period.firstMonday)
    }

    /// How the duties came out that differ most; all of them where `limit` is nil.
    public func outcomes(limit: Int? = nil) -> OutcomeChart {
        let different = result.duties.filter(\.isDifferent).sorted { Self.distance($0) > Self.distance($1) }
        let shown = limit.map { Array(different.prefix($0)) } ?? result.duties
        let rows = shown.map { duty in
            OutcomeChart.Row(
                label: duty.what, before: duty.isInBefore ? Self.counts(duty.before) : nil,
                after: duty.isInAfter ? Self.counts(duty.after) : nil)
        }
        return OutcomeChart(rows, rules: rules, id: limit == nil ? "outcomes-all" : "outcomes")
    }

    /// How many instances the two have apart.
    private static func distance(_ duty: DutyComparison) -> Int {
        abs(duty.before.owed - duty.after.owed) + duty.cameOutOtherwise + duty.dueAtAnotherTime
    }

    private static func counts(_ counts: OutcomeCounts) -> OutcomeChart.Counts {
        OutcomeChart.Counts(
            inTime: counts[.inTime], late: counts[.late], notDone: counts[.notDone],
            other: counts[.running] + counts[.lapsed] + counts[.setAside])
    }
}
