// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// The duties of an episode drawn over time: the first day large, then all of it, with the same in a table.
struct DutyTimelineView {
    let duties: [DutyStanding]
    let now: Instant

    private var clock: Clock { Clock(now: now) }

    /// What can be drawn: every duty whose clock has started.
    private var bars: [DutyBar] {
        duties.compactMap { duty in
            guard let from = duty.from, from <= now else { return nil }
            return DutyBar(
                label: "\(duty.owedBy.spoken.capitalisedFirst): \(duty.says)", from: from, due: duty.due?.lastInstant,
                ended: duty.endedAt, fate: DutyTimelineView.fate(of: duty.state))
        }
    }

    static func fate(of state: DutyState) -> DutyBar.Fate {
        switch state {
        case .done: .done
        case .doneLate: .doneLate
        case .owed, .notYet: .owed
        case .overdue: .overdue
        case .missed: .notDone
        case .waived, .agreed, .lapsed: .setAside
        }
    }

    /// The first day, drawn, with its legend; nothing where no clock has started.
    var firstDay: HTML {
        guard let first = bars.map(\.from).min() else { return HTML() }
        return drawn("first-day", "Duties of the first 24 hours", until: first + .hours(24))
    }

    var whole: HTML { drawn("all-duties", "Duties of the whole episode", until: nil) }

    private func drawn(_ id: String, _ title: String, until end: Instant?) -> HTML {
        guard let wide = DutyTimeline(bars, title: title, now: now, until: end, id: id, form: .wide),
            let narrow = DutyTimeline(bars, title: title, now: now, until: end, id: "\(id)-narrow", form: .narrow)
        else { return HTML() }
        let more = wide.notDrawn > 0 ? " \(wide.notDrawn) that began later are not in this picture." : ""
        return """
            <div class="timeline-picture"><div class="drawn-wide">\(wide.svg)</div><div class="drawn-narrow">\(narrow.svg)</div>\(wide.legend)<p class="small">\(more)</p></div>
            """
    }

    var table: HTML {
        let rows = bars.sorted { ($0.from, $0.label) < ($1.from, $1.label) }.map { bar -> HTML in
            """
            <tr><td>\(bar.label)</td><td>\(clock.moment(bar.from))</td><td>\(bar.due.map { clock.moment($0) } ?? "no date")</td>
            <td>\(bar.ended.map { clock.moment($0) } ?? "–")</td><td>\(bar.fate.name.capitalisedFirst)</td></tr>
            """
        }
        return """
            <div class="wide" role="region" tabindex="0" aria-label="Duties with their times"><table><thead><tr><th scope="col">Duty</th><th scope="col">From</th><th scope="col">Due</th>
            <th scope="col">Done or ended</th><th scope="col">How</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    var isEmpty: Bool { bars.isEmpty }
}
