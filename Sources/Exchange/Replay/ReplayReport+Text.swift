// SPDX-License-Identifier: MIT
import Analysis
import Procedures
import WorkingTime

extension ReplayReport {
    /// The result in short, for a terminal.
    public var text: String {
        let (old, new) = (result.total(.before), result.total(.after))
        var lines = [
            "\(history), \(Spoken.fullDate(result.period.from)) to \(Spoken.fullDate(result.period.to.previous)):",
            "  \(counted(result.episodes, "episode", "episodes")) of "
                + "\(counted(result.children, "child", "children")); "
                + "of \(result.differingChildren.grouped) children something is owed otherwise.",
            "",
            "  before: \(result.before.title)",
            "  after:  \(result.after.title)",
            "",
            row("", "before", "after"),
            row("Duties owed", old.owed.grouped, new.owed.grouped),
            row("  done in time", old[.inTime].grouped, new[.inTime].grouped),
            row("  late", old[.late].grouped, new[.late].grouped),
            row("  not done", old[.notDone].grouped, new[.notDone].grouped),
        ]
        if !result.timelines.isEmpty {
            let (first, second) = (result.reached(by: .before).grouped, result.reached(by: .after).grouped)
            lines.append(row("Children on an agenda", first, second))
        }
        lines += ["", "Duties that fall due, a week on average:"]
        for load in result.loads where load.total(.before) + load.total(.after) > 0 {
            lines.append(row("  \(load.role.spoken)", mean(load.total(.before)), mean(load.total(.after))))
        }
        let different = result.duties.filter(\.isDifferent)
        lines += ["", different.isEmpty ? "No duty differs." : "Duties that differ (owed, in time):"]
        for duty in different {
            let (first, second) = (said(duty.before, duty.isInBefore), said(duty.after, duty.isInAfter))
            lines.append(row("  \(duty.id)", first, second))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func said(_ counts: OutcomeCounts, _ isThere: Bool) -> String {
        isThere ? "\(counts.owed.grouped), \(percentage(counts[.inTime], of: counts.decided))" : "–"
    }

    private func mean(_ total: Int) -> String {
        let tenths = total * 10 / max(result.period.weekCount, 1)
        return "\((tenths / 10).grouped).\(tenths % 10)"
    }

    private func row(_ label: String, _ first: String, _ second: String) -> String {
        label.padded(to: 42) + first.padded(to: 16) + second
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        count >= width ? self + " " : self + String(repeating: " ", count: width - count)
    }
}
