// SPDX-License-Identifier: MIT

/// What return interviews tell, summed: why children go, what happens to them, what was done about it. Source: SG ¶33, ¶37.
struct ThemesReport {
    let source: ReportSource
    private let rows: EpisodeRows

    init(_ source: ReportSource) {
        self.source = source
        rows = source.rows(source.period)
    }

    var report: Report {
        source.report(
            .themes, rows: rows,
            [
                Report.Section("Interviews", interviews),
                Report.Section("Why children went", words(.push) + words(.pull)),
                Report.Section("Harm", words(.harm)),
                Report.Section("What was found, and what was done", findings + words(.themes)),
                Report.Section("Risks that were known before", words(.risks)),
            ])
    }

    private var interviews: [Report.Part] {
        let summary = InterviewSummary(of: source.table, rows: rows)
        func card(_ count: Int, _ label: String, _ note: String) -> Report.Headline {
            Report.Headline(cell: .count(count), label: label, note: note)
        }
        return [
            .headlines([
                card(summary.held, "Held", "of \(summary.owed.grouped) owed"),
                card(summary.declined, "Declined", "by the child"),
                card(summary.notArranged, "Could not be arranged", "for a reason that is recorded"),
                card(summary.waiting, "Waiting", "neither held, declined nor given up"),
            ]),
            .table(source.figure(.interview, rows).reportTable), .table(source.figure(.notOffered, rows).reportTable),
        ]
    }

    private var findings: [Report.Part] {
        let summary = FindingSummary(of: source.table, rows: rows)
        func card(_ count: Int, _ label: String) -> Report.Headline {
            Report.Headline(cell: .count(count), label: label, note: "of \(summary.findings.grouped) findings")
        }
        return [
            .headlines([
                card(summary.withAction, "With an action agreed"),
                card(summary.leftWithReason, "Left, with the reason"),
                card(summary.unanswered, "Neither yet"),
            ]), .note(FindingSummary.definition),
        ]
    }

    private func words(_ words: WordFigure.Words) -> [Report.Part] {
        let figure = WordFigure(words, of: source.table, rows: rows)
        if figure.lines.isEmpty { return [.words("\(words.title): nothing was noted.")] }
        let shown = figure.lines.prefix(12)
        let bars = SplitBars(
            id: "words-\(words.rawValue)", title: "\(words.title): episodes", unit: "episodes",
            parts: BarPart.whole("Episodes"), rows: shown.map { SplitBars.Row($0.word.said, [$0.count.episodes]) })
        let pair = ["Episodes", "Children"]
        let lines = figure.lines.map {
            ReportTable.Row($0.word.said, [.count($0.count.episodes), .count($0.count.children)])
        }
        let none = ReportTable.Row(
            "None noted", [.count(figure.without.episodes), .count(figure.without.children)], .unknown)
        var parts: [Report.Part] = [
            .picture(bars),
            .table(
                ReportTable(
                    id: words.rawValue, title: words.title, groups: [ReportTable.Group("", pair)], rows: lines + [none],
                    definition: words.definition)),
        ]
        let pairs = figure.pairs.prefix(8).map { each in
            ReportTable.Row(
                "\(each.first.said) and \(each.second.said)",
                [.count(each.count.episodes), .count(each.count.children)])
        }
        if !pairs.isEmpty {
            parts.append(
                .table(
                    ReportTable(
                        id: "\(words.rawValue)-pairs", title: "\(words.title): what comes together",
                        groups: [ReportTable.Group("", pair)], rows: Array(pairs),
                        definition: WordFigure.pairsDefinition)))
        }
        return parts
    }
}

extension String {
    /// A word of the vocabulary as people read it.
    var said: String { String(map { $0 == "-" ? " " : $0 }).capitalised }
}
