// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

@testable import Analysis

/// What agencies did and owed in a random record: the bare facts for `Tests/peers/count_work.py`, and our count of them in
/// the form in which that prints its own.
struct WorkOfRecord {
    let period = CivilDate.stated(2024, 3, 15)...CivilDate.stated(2025, 10, 2)
    private(set) var facts: [[String]] = [["", "0", "0", "", "", ""]]
    private(set) var lines: [String] = []

    init(_ record: RandomRecord, seed: UInt64) {
        let children = record.state.children.values.sorted { $0.id < $1.id }
        duties(of: children, in: record.state, seed: seed)
        actions(of: children, in: record.state, at: record.now)
        education(of: children, in: record.state)
    }

    private mutating func out(_ parts: Any?...) {
        lines.append(parts.map { $0.map { "\($0)" } ?? "-" }.joined(separator: "|"))
    }

    /// How each stands is drawn: that is the protocol's to say, and tested there.
    private mutating func duties(of children: [Child], in state: State, seed: UInt64) {
        var lot = Lot(seed: seed)
        var rows: [DutyFigure.Row] = []
        for child in children {
            for episode in state.episodes(of: child.id) {
                for _ in 0..<lot.upTo(5) {
                    let role = lot.one(of: [Role.socialWorker, .carer, .dutyInspector])
                    let agency: AgencyID? = lot.isLucky(70) ? AgencyID(lot.one(of: ["eastmoor", "police"])) : nil
                    let standing = lot.one(of: DutyState.allCases.filter { $0 != .notYet })
                    rows.append(
                        .init(
                            child: child.id, episode: episode.id, duty: "visit", role: role, agency: agency,
                            state: standing))
                    facts.append([
                        "duty", "\(child.id.number)", "0", role.spoken.capitalised, agency?.name ?? "",
                        standing.rawValue,
                    ])
                }
            }
        }
        let figure = DutyFigure(rows)
        for (by, own) in [("all", [figure.total]), ("role", figure.byRole), ("agency", figure.byAgency)] {
            for line in own {
                out(
                    "duties", by, line.label, line.met, line.late, line.missed, line.overdue, line.owed, line.lapsed,
                    line.waived, line.agreed, line.children)
            }
        }
        out(
            "due", figure.due.episodes, figure.due.children, figure.inTime.episodes, figure.inTime.children,
            figure.notInTime.episodes, figure.notInTime.children)
    }

    private mutating func actions(of children: [Child], in state: State, at now: Instant) {
        for child in children {
            for action in state.actions(of: child.id) {
                facts.append([
                    "action", "\(child.id.number)", "\(action.agreed.clockTime.secondsSince1970)",
                    action.due.map { "\($0.latest.secondsSince1970)" } ?? "",
                    action.done.map { "\($0.clockTime.secondsSince1970)" } ?? "", action.dropped == nil ? "" : "1",
                ])
            }
        }
        let figure = ActionFigure(of: children.map(\.id), in: state, period: period, at: now)
        out(
            "actions", figure.agreed, figure.doneInTime, figure.doneLate, figure.doneWithoutDate, figure.overdue,
            figure.open, figure.dropped, figure.children)
    }

    private mutating func education(of children: [Child], in state: State) {
        for child in children {
            for episode in state.episodes(of: child.id) where episode.facts.isSchoolCase {
                for mark in episode.history.standing {
                    facts.append([
                        "mark", "\(child.id.number)", "\(mark.clockTime.secondsSince1970)", "\(episode.id.number)",
                        mark.word.rawValue, mark.details.word(.outcome) ?? "",
                    ])
                }
            }
        }
        let figure = EducationFigure(of: children, in: state, period: period)
        let counts = [figure.referrals, figure.locatedAndClosed, figure.closedOtherwise, figure.ongoing]
        out("education", counts.map { "\($0.episodes),\($0.children)" }.joined(separator: ";"))
        let days = figure.daysToLocate
        out("education-days", days.known, days.unknown, days.median, days.ninetieth)
        for each in figure.outcomes { out("education-outcome", each.outcome.rawValue, each.cases) }
    }
}
