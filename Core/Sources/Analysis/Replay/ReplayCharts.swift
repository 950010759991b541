// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// The pictures of a replay, for whoever shows one: who was put on an agenda, how much work falls due, how duties came
/// out.
public struct ReplayCharts: Sendable {
    public let result: ReplayResult

    public init(_ result: ReplayResult) {
        self.result = result
    }

    /// The two protocols, by their titles.
    public var rules: Rules { Rules(before: result.before.title, after: result.after.title) }

    /// How many times a child was put on an agenda in each month.
    public var months: MonthsChart {
        MonthsChart(
            "Children put on the agenda, month by month", before: result.timelines.flatMap { $0.dates(.before) },
            after: result.timelines.flatMap { $0.dates(.after) }, rules: rules, from: result.period.from,
            to: result.period.to)
    }

    /// Who was put on an agenda by which protocol, of the children given, each under the name that the reader may see.
    public func agenda(
        of timelines: [ChildTimeline], limit: Int, named: (ChildTimeline) -> String
    ) -> AgendaChart {
        func group(_ title: String, _ isMember: (ChildTimeline) -> Bool) -> AgendaChart.Group {
            let rows = timelines.filter(isMember).map { timeline in
                AgendaChart.Row(
                    label: named(timeline), episodes: timeline.episodes, before: timeline.dates(.before),
                    after: timeline.dates(.after))
            }
            return AgendaChart.Group(title: title, rows: rows)
        }
        return AgendaChart(
            [
                group("Reached only by: \(rules.after)") { $0.isReachedOnly(by: .after) },
                group("Reached only by: \(rules.before)") { $0.isReachedOnly(by: .before) },
                group("Reached by both") { !$0.isReachedOnly(by: .after) && !$0.isReachedOnly(by: .before) },
            ], rules: rules, from: result.period.from, to: result.period.to, limit: limit)
    }

    /// What falls due for the roles given, week by week.
    public func weeks(of loads: [RoleLoad]) -> WeeksChart {
        let rows = loads.map { load in
            WeeksChart.Row(
                label: load.role.spoken, before: load.due[ReplaySide.before.rawValue],
                after: load.due[ReplaySide.after.rawValue])
        }
        return WeeksChart(rows, counted: "Duties that fall due", rules: rules, from: result.period.firstMonday)
    }

    /// How the duties given came out. `id` keeps several of these charts in one page apart.
    public func outcomes(
        of duties: [DutyComparison], id: String, named: (DutyComparison) -> String
    ) -> OutcomeChart {
        let rows = duties.map { duty in
            OutcomeChart.Row(
                label: named(duty), before: duty.isInBefore ? Self.counts(duty.before) : nil,
                after: duty.isInAfter ? Self.counts(duty.after) : nil)
        }
        return OutcomeChart(rows, rules: rules, id: id)
    }

    private static func counts(_ counts: OutcomeCounts) -> OutcomeChart.Counts {
        OutcomeChart.Counts(
            inTime: counts[.inTime], late: counts[.late], notDone: counts[.notDone],
            other: counts[.running] + counts[.lapsed] + counts[.setAside])
    }
}
