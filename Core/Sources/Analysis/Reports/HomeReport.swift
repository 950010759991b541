// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// For a home, its manager and the independent visitor, who looks at the home's missing reports each month and talks with the
/// children. Children stand under their initials: the visitor meets them, and the paper may be left lying. Source: SG ¶62.
struct HomeReport {
    let source: ReportSource
    private let rows: [Row]

    /// One episode of a child who was placed at the home when it began, and whom the reader may see.
    private struct Row {
        let place: Int
        let child: ChildID
        let initials: String
        let began: CivilDate
        let episode: EpisodeID
    }

    init(_ source: ReportSource) {
        self.source = source
        // The year up to the end of the month, for the months before.
        let first = ReportPeriod.adding(months: -11, to: ReportPeriod.firstOfMonth(source.period.upperBound))
        let span = min(first, source.period.lowerBound)...source.period.upperBound
        rows = source.rows(span).places.compactMap { place -> Row? in
            guard let id = source.table.episode(at: place), let episode = source.state.episode(id),
                let child = source.state.child(episode.child), let name = source.named(child.id)
            else { return nil }
            let began = CivilDate(daysSince1970: source.table[.began][place])
            guard let home = source.home, child.facts.placement(on: began)?.place == home.name else { return nil }
            return Row(place: place, child: child.id, initials: Spoken.initials(name), began: began, episode: id)
        }.sorted { ($0.began, $0.episode.number) < ($1.began, $1.episode.number) }
    }

    private var month: [Row] { rows.filter { source.period.contains($0.began) } }

    var report: Report {
        var report = Report(
            kind: .home, area: source.area, period: source.period, madeAt: source.now,
            sections: [
                Report.Section("In short", short),
                Report.Section("Each time", times),
                Report.Section("The months before", before),
                Report.Section("To look at with the children and the staff", [.points(Self.questions)]),
                Report.Section(
                    "What the visitor found", [.writing(["Found", "", "Name and signature", "Date"])]),
            ], rule: nil, gaps: gaps)
        report.children = Set(rows.map(\.child)).sorted()
        return report
    }

    private var short: [Report.Part] {
        let minutes = month.map { source.table[.lengthMinutes][$0.place] }.filter { $0 != NumberColumn.unknown }
        let longest = minutes.max().map { Spoken.elapsed(.minutes(Int($0))) } ?? "–"
        func held(_ column: CodeColumn, _ codes: Set<UInt8>) -> Int {
            month.count { codes.contains(source.table[column][$0.place]) }
        }
        return [
            .headlines([
                Report.Headline(
                    cell: .count(month.count), label: "Episodes",
                    note: "of \(Spoken.children(Set(month.map(\.child)).count)); the longest: \(longest)"),
                Report.Headline(
                    cell: .count(held(.safeAndWell, [0])), label: "Safe and well checks held", note: "by police"),
                Report.Headline(
                    cell: .count(held(.interview, [0, 1])), label: "Return interviews held",
                    note: "\(held(.interview, [0])) of them within 72 hours of the return"),
            ])
        ]
    }

    private var times: [Report.Part] {
        if month.isEmpty {
            return [.words("No child went missing, was absent or away from here in this time, as far as you may see.")]
        }
        let lines = month.map { row in
            ReportTable.Row(
                row.initials,
                [
                    .text(Spoken.fullDate(row.began)), .text(said(.kind, row)), .text(length(row)),
                    .text(said(.safeAndWell, row)), .text(said(.interview, row)), late(row),
                ])
        }
        return [
            .table(
                ReportTable(
                    id: "episodes", title: "Each time, by the day on which it began",
                    groups: [
                        ReportTable.Group(
                            "",
                            [
                                "Began", "Kind", "Away for", "Safe and well check", "Return interview",
                                "Duties late or not done",
                            ]
                        )
                    ], rows: lines,
                    definition: Dimension.interview.definition
                        + " Duties: those of anybody’s that were missed, or stand overdue."))
        ]
    }

    private var before: [Report.Part] {
        let end = ReportPeriod.firstOfMonth(source.period.upperBound)
        let lines = (0..<12).map { back -> ReportTable.Row in
            let first = ReportPeriod.adding(months: back - 11, to: end)
            let span = first...ReportPeriod.adding(months: 1, to: first).previous
            let own = rows.filter { span.contains($0.began) }
            let missing = own.filter { source.table[.kind][$0.place] == UInt8(AbsenceKind.missing.rawValue) }
            return ReportTable.Row(
                ReportPeriod.short(span),
                [.count(missing.count), .count(own.count - missing.count), .count(Set(own.map(\.child)).count)])
        }
        return [
            .table(
                ReportTable(
                    id: "months", title: "Month by month",
                    groups: [ReportTable.Group("", ["Missing", "Absent or away", "Children"])], rows: lines))
        ]
    }

    private func said(_ column: CodeColumn, _ row: Row) -> String {
        let code = source.table[column][row.place]
        return code == CodeColumn.unknown ? "–" : column.labels[Int(code)]
    }

    private func length(_ row: Row) -> String {
        let minutes = source.table[.lengthMinutes][row.place]
        if minutes != NumberColumn.unknown { return Spoken.elapsed(.minutes(Int(minutes))) }
        return source.table[.open][row.place] == 0 ? "not back" : "not known"
    }

    private func late(_ row: Row) -> ReportCell {
        .count(source.standings(row.episode).count { $0.state == .overdue || $0.state == .missed })
    }

    private var gaps: [String] {
        var gaps = [
            "Children whom whoever made this may not see, and episodes of children placed elsewhere, are not in it."
        ]
        if London.date(of: source.now) <= source.period.upperBound {
            gaps.append("The stretch was not over when this was made: it counts what was recorded so far.")
        }
        return gaps
    }

    private static let questions = [
        "Was each report made at once, and did somebody talk with the child when they came back?",
        "What did the children say they went from, or to, and what was changed because of it?",
        "Did the interviews happen, by whom, and could the child say where?",
    ]
}

extension Spoken {
    /// The first letters of the first and the last of somebody's names: "KA".
    public static func initials(_ name: String) -> String {
        let words = name.split(separator: " ")
        return [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first.map(String.init) }.joined()
    }
}
