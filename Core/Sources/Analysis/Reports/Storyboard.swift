// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// One page for anybody: what the words mean, what is at stake, how often it happens here, what is done. Source: H, storyboard.
struct Storyboard {
    let source: ReportSource

    init(_ source: ReportSource) { self.source = source }

    var report: Report {
        let parts = BoardParts(source)
        return parts.report(
            .storyboard,
            [
                Report.Section("What the words mean", [.terms(Self.words)]),
                Report.Section("Why it matters", Self.reasons.map { .words($0) }),
                Report.Section("How often it happened", counts(parts) + parts.education),
                Report.Section("How children are heard", voice(parts)),
            ] + AreaWork(source).sections + Self.help(source.contacts))
    }

    static let words = [
        Report.Term(
            term: "Missing",
            says:
                "Nobody can say where the child is, and that is unlike them, or they may come to harm or be caught up in "
                + "a crime."),
        Report.Term(
            term: "Absent", says: "The child is not where they should be, and police see no apparent risk in it."),
        Report.Term(
            term: "Away",
            says:
                "A looked-after child is somewhere that is known, without the leave of those who care for them: “away from "
                + "placement without authorisation”."),
        Report.Term(
            term: "Missing education",
            says: "A child of school age is on no school’s roll and is not taught in any other suitable way."),
    ]

    private static let reasons = [
        "Children go to get away from something, or to be with somebody or somewhere; some are made to go. Whoever goes once "
            + "can be in as much danger as whoever goes often: without money or a bed for the night, exploited, drawn into "
            + "crime, drink or drugs, out of school. The younger a child and the more often they go, the graver what may come "
            + "of it later.",
        "A child who goes missing is telling us something. Finding them is not the end of it: each time somebody asks why, "
            + "and what has to change.",
    ]

    private func counts(_ parts: BoardParts) -> [Report.Part] {
        guard let all = parts.stretch.table(.kinds) else { return [] }
        let placed = parts.stretch.variant(.area) == 0 ? parts.stretch.table(.area) : nil
        let table = Self.countsTable(all: all, placed: placed, kinds: parts.stretch.kinds)
        if placed == nil {
            return [.table(table)] + parts.places
        }
        let unknown = placed?.count(2).map { $0.episodes > 0 } ?? true
        let note =
            "Where a looked-after child was placed is not known of some episodes; those are in “All children” alone."
        return [.table(table)] + (unknown ? [.note(note)] : [])
    }

    private static func countsTable(all: ProtectedTable, placed: ProtectedTable?, kinds: [AbsenceKind]) -> ReportTable {
        let lines = [AbsenceKind.absent, .away, .missing, .unstated].filter(kinds.contains)
        let pair = ["Episodes", "Children"]
        let places =
            placed == nil
            ? []
            : [
                ReportTable.Group("Looked after, placed outside the area", pair),
                ReportTable.Group("Looked after, placed in the area", pair),
            ]
        return ReportTable(
            id: "storyboard", title: "Episodes, and the children who had them",
            groups: [ReportTable.Group("All children", pair)] + places,
            rows: lines.map { kind in
                let own = placed.map { $0.pair(kind.rawValue, 1) + $0.pair(kind.rawValue, 0) } ?? []
                return ReportTable.Row(kind.title, all.pair(kind.rawValue) + own)
            })
    }

    private func voice(_ parts: BoardParts) -> [Report.Part] {
        [
            .headlines(parts.interviewHeadlines),
            .words(
                "After each time somebody independent offers to talk with the child; what they say goes into the plan for "
                    + "them. Children who come before the panel are written to, and what they answer is read out there. "
                    + "Letters: \(parts.letters.spoken). Answers from children: \(parts.answers.spoken)."),
        ]
    }

    /// Whom to turn to.
    static func help(_ contacts: [Contact]) -> [Report.Section] {
        if contacts.isEmpty { return [] }
        return [
            Report.Section(
                "Worried about a child?",
                [
                    .terms(contacts.prefix(5).map { Report.Term(term: $0.who, says: "\($0.says) (\($0.forWhat))") }),
                    .words("Where a child is in danger now, ring 999."),
                ])
        ]
    }
}
