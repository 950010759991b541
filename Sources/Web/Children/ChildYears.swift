// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// A child's absences drawn by year, for a wide page and for a telephone. The table of episodes stands beneath.
struct ChildYears {
    let episodes: [Episode]
    let now: Instant

    var html: HTML {
        let absences = episodes.compactMap(ChildYears.absence)
        let today = London.date(of: now)
        guard let wide = YearsChart(absences, today: today, id: "years", form: .wide),
            let narrow = YearsChart(absences, today: today, id: "years-narrow", form: .narrow)
        else { return HTML() }
        let more: HTML =
            wide.notDrawn > 0 ? "<p class=\"small\">\(wide.notDrawn) earlier ones are not drawn.</p>" : HTML()
        return """
            <div class="years"><div class="drawn-wide">\(wide.svg)</div><div class="drawn-narrow">\(narrow.svg)</div>\
            \(KindLegend(wide.kinds).html)\(more)</div>
            """
    }

    /// The episode as it counts; nil where there were only first checks.
    private static func absence(_ episode: Episode) -> YearsChart.Absence? {
        let facts = episode.facts
        guard let start = facts.start else { return nil }
        let end = facts.returnedAt ?? facts.closedAt
        let kind: AbsenceKind =
            switch EpisodeStrip.kind(of: episode).shape {
            case "missing": .missing
            case "absent": .absent
            case "away": .away
            default: .unstated
            }
        return YearsChart.Absence(
            kind: kind, began: London.date(of: start), ended: end.map { London.date(of: $0) })
    }
}
