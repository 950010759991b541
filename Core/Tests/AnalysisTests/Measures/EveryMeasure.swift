// SPDX-License-Identifier: MIT

import WorkingTime

@testable import Analysis

/// Every measure of a table as lines, in the form in which `Tests/peers/count_again.py` prints them.
struct EveryMeasure {
    let table: EpisodeTable
    private(set) var lines: [String] = []
    private let period = CivilDate.stated(2024, 1, 1)...CivilDate.stated(2026, 12, 31)

    init(of table: EpisodeTable) {
        self.table = table
        crosstabs()
        ofChildren()
        quantities()
        words()
        places()
        summaries()
        equality()
        series()
    }

    private mutating func out(_ parts: Any?...) {
        lines.append(parts.map { $0.map { "\($0)" } ?? "-" }.joined(separator: "|"))
    }

    private func label(_ dimension: Dimension, _ labels: [String], _ place: Int) -> String {
        if place == labels.count { return "-" }
        if case .name = dimension.source { return labels[place] }
        return "\(place)"
    }

    private mutating func crosstabs() {
        let latest = table.latest(among: table.all)
        for dimension in Dimension.all + [.months(period), .quarters(period)] {
            for split in [nil, Dimension.kind, .sex, .interview, .district] {
                let counted = Crosstab(dimension, by: split, of: table, rows: table.all)
                for band in 0...counted.bandCount {
                    for column in split == nil ? [nil] : (0...counted.columnCount).map({ Optional($0) }) {
                        let count = counted.count(band, column)
                        if count.episodes == 0 { continue }
                        let across = column.flatMap { at in split.map { label($0, counted.columns, at) } } ?? "all"
                        out(
                            dimension.id, split?.id ?? "none", label(dimension, counted.bands, band), across,
                            count.episodes, count.children)
                    }
                }
            }
            let children = Crosstab(dimension, of: table, rows: latest)
            for band in 0...children.bandCount where children.count(band).episodes > 0 {
                let count = children.count(band)
                out(
                    "latest " + dimension.id, "none", label(dimension, children.bands, band), "all", count.episodes,
                    count.children)
            }
        }
    }

    private mutating func ofChildren() {
        let repeats = Repeats(of: table, rows: table.all)
        for band in 0..<5 {
            out("repeats", "none", band, "all", repeats.all[band].episodes, repeats.all[band].children)
            for kind in 0..<3 {
                let count = repeats.byKind[kind][band]
                out("repeats", "none", band, kind, count.episodes, count.children)
            }
        }
        out("persistent", "none", 0, "all", repeats.withOne, repeats.withMoreThanThree)
        let children = ChildMeasures(of: table, rows: table.all)
        for (place, child) in children.top(5).enumerated() {
            out("top-children", child.child, place, child.missing, child.all, child.absent)
        }
        for (place, band) in children.absencesByMissing.enumerated() {
            out("absences-by-missing", "none", place, "all", band.absences, band.children)
        }
        let match = children.match(with: Set(table.children.filter { $0 % 3 == 0 }))
        out("cross-match", "none", 0, "all", match.onBoth, match.onlyHere)
    }

    private mutating func quantities() {
        for quantity in Quantity.all {
            let whole = quantity.summary(of: table, rows: table.all)
            out(quantity.id, whole.known, "all", whole.unknown, whole.median, whole.ninetieth)
            for (place, part) in quantity.summaries(by: .sex, of: table, rows: table.all).enumerated() {
                let summary = part.summary
                out(
                    quantity.id, summary.known, place == 2 ? nil : place, summary.unknown, summary.median,
                    summary.ninetieth)
            }
        }
    }

    private mutating func words() {
        for words in WordFigure.Words.allCases {
            let figure = WordFigure(words, of: table, rows: table.all)
            for line in figure.lines {
                out("words " + words.rawValue, "none", line.word, "all", line.count.episodes, line.count.children)
            }
            for pair in figure.pairs {
                out(
                    "words " + words.rawValue, pair.first, pair.second, "pair", pair.count.episodes, pair.count.children
                )
            }
            out("words " + words.rawValue, "none", nil, "all", figure.without.episodes, figure.without.children)
        }
    }

    private mutating func places() {
        for line in SeenFigure(of: table, rows: table.all).lines {
            out("seen-district", "none", line.district, "all", line.sightings, line.children)
        }
        let companions = Companions(of: table, rows: table.all)
        for pair in companions.pairs { out("together-pairs", pair.first, pair.second, "all", pair.episodes, 0) }
        for group in companions.groups {
            out(
                "together-groups", group[0], group[group.count - 1], "all", group.count,
                group.reduce(0) { $0 + Int($1) })
        }
        for line in NoticeFigure(of: table, rows: table.all).lines {
            out("notices", "none", line.to, line.minutes.median, line.given, line.acknowledged)
        }
        for kinds in [[AbsenceKind.missing], [.absent], [.missing, .absent]] {
            for line in DistrictStack(Set(kinds), of: table, rows: table.all).lines {
                let bands = line.children.map(String.init).joined(separator: ",")
                out(
                    "district-stack", kinds.map { "\($0.rawValue)" }.joined(), line.district, bands, line.all, 0)
            }
        }
        for kind in [AbsenceKind.missing, .away, .absent] {
            let gaps = SupplyGaps(kind, of: table, in: period)
            let labels = Dimension.months(period).labels(in: table)
            let months = gaps.months.compactMap { labels.firstIndex(of: $0) }.map(String.init).joined(separator: ",")
            out("months-without-rows", kind.rawValue, months, 0, 0, 0)
        }
    }

    private mutating func summaries() {
        let interviews = InterviewSummary(of: table, rows: table.all)
        out(
            "interview-summary", interviews.owed, interviews.offered, interviews.accepted, interviews.declined,
            interviews.notArranged)
        out("interview-summary", interviews.held, interviews.heldInTime, interviews.waiting, 0, 0)
        let findings = FindingSummary(of: table, rows: table.all)
        let reports = CompletenessSummary(of: table, rows: table.all)
        let panel = PanelFigure(of: table, rows: table.all)
        out(
            "sums", findings.findings, findings.withAction, findings.leftWithReason, reports.asked, reports.held,
            panel.letters, panel.feedbackReceived, panel.feedbackAnswered)
        let cost = CostFigure(of: table, rows: table.all, unitPounds: [.missing: 2_400, .absent: 300])
        out("cost", cost.poundsByKind[.missing], cost.poundsByKind[.absent], 0, 0, 0)
    }

    private mutating func equality() {
        for outcome in EqualityPanel.Outcome.allCases {
            let panel = EqualityPanel(outcome, by: .ethnicity, of: table, rows: table.all)
            for (place, line) in panel.lines.enumerated() {
                let interval = line.share.interval.map {
                    "\(Int(($0.lowerBound * 1e4).rounded())),\(Int(($0.upperBound * 1e4).rounded()))"
                }
                out(
                    "equality", outcome, place == 5 ? nil : place, interval ?? "none", line.share.part, line.share.whole
                )
            }
        }
    }

    private mutating func series() {
        let months = Crosstab(.months(period), of: table, rows: table.all)
        let chart = ControlChart((0..<36).map { months.count($0).episodes })
        let letters: [(ControlChart.Shift, String)] = [
            (.beyondLimit, "a"), (.eightOnOneSide, "b"), (.threeOfFourNearLimit, "c"), (.sixInOneDirection, "d"),
        ]
        let shifts = chart.shifts.map { found in letters.filter { found.contains($0.0) }.map(\.1).joined() }
        func thousandth(_ value: Double) -> Int { Int((value * 1_000).rounded()) }
        out(
            "control-chart", thousandth(chart.mean), thousandth(chart.lowerLimit), thousandth(chart.upperLimit),
            thousandth(chart.rangeLimit), shifts.joined(separator: ","))
    }
}
