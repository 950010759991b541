// SPDX-License-Identifier: MIT

import Casework
import Procedures
import WorkingTime

/// One page for anybody: what the words mean, what is at stake, how often it happens here, what is done. Source: H, storyboard.
struct Storyboard {
    let source: ReportSource
    private let rows: EpisodeRows

    init(_ source: ReportSource) {
        self.source = source
        rows = source.rows(source.period)
    }

    var report: Report {
        var book = PublishedBook(source)
        book.section("What the words mean")
        book.say(.terms(Self.words))
        book.section("Why it matters")
        for text in Self.reasons { book.say(.words(text)) }
        book.section("How often it happened")
        counts(in: &book)
        education(in: &book)
        book.section("How children are heard")
        voice(in: &book)
        AreaWork(source).write(in: &book)
        Self.help(source.contacts, in: &book)
        return book.report(.storyboard, rows: rows)
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

    private func counts(in book: inout PublishedBook) {
        let kinds = source.kinds(rows)
        let care = Dimension.care.labels(in: source.table)[0]
        let fromCare = source.table.rows(EpisodeSelection(period: source.period).within(.care, care))
        let all = book.add(.kind, by: .care, rows: rows)
        let placed = book.add(.kind, by: .area, rows: fromCare, among: [Dimension.care.id: care])
        book.show(all, placed) { tables in
            [.table(Self.countsTable(all: tables[0], placed: tables[1], kinds: kinds))]
        }
        let unknown = Crosstab(.area, of: source.table, rows: fromCare).unknown.episodes
        if unknown > 0 {
            book.say(
                .note(
                    "Where a looked-after child was placed is not known of some episodes; those are in “All children” alone."
                ))
        }
    }

    private static func countsTable(all: ProtectedTable, placed: ProtectedTable, kinds: [AbsenceKind]) -> ReportTable {
        let lines = [AbsenceKind.absent, .away, .missing, .unstated].filter(kinds.contains)
        let pair = ["Episodes", "Children"]
        return ReportTable(
            id: "storyboard", title: "Episodes, and the children who had them",
            groups: [
                ReportTable.Group("All children", pair),
                ReportTable.Group("Looked after, placed outside the area", pair),
                ReportTable.Group("Looked after, placed in the area", pair),
            ],
            rows: lines.map { kind in
                let place = kind.rawValue
                return ReportTable.Row(kind.title, all.pair(place) + placed.pair(place, 1) + placed.pair(place, 0))
            })
    }

    private func education(in book: inout PublishedBook) {
        let figure = EducationFigure(of: source.children, in: source.state, period: source.period)
        if figure.referrals.episodes == 0 {
            return book.say(.note("Missing from education: no referral in the record."))
        }
        let table = book.add(
            "Missing from education", id: "education",
            parts: [
                ("Traced or back, and closed", figure.locatedAndClosed), ("Closed otherwise", figure.closedOtherwise),
                ("Still going on", figure.ongoing),
            ], whole: figure.referrals, among: ["about": "education"])
        book.show(table) { tables in
            let table = tables[0]
            let rows = table.bands.indices.filter { !table.isEmpty($0) }.map {
                ReportTable.Row(table.bands[$0], table.pair($0))
            }
            return [
                .table(
                    ReportTable(
                        id: "education", title: "Missing from education",
                        groups: [ReportTable.Group("", ["Referrals", "Children"])],
                        rows: rows + [ReportTable.Row("All referrals from schools", table.pair(nil), .total)]))
            ]
        }
    }

    private func voice(in book: inout PublishedBook) {
        let panel = PanelFigure(of: source.table, rows: rows)
        let table = book.add(.interview, rows: rows)
        book.show(table) { tables in [.headlines(Interviews.headlines(tables[0]))] }
        book.say(
            .words(
                "After each time somebody independent offers to talk with the child; what they say goes into the plan for "
                    + "them. Children who come before the panel are written to, and what they answer is read out there. "
                    + "Letters: \(Published.spoken(panel.letters, of: panel.withLetter.children)). "
                    + "Answers from children: \(Published.spoken(panel.feedbackReceived, of: panel.feedbackReceived)).")
        )
    }

    /// Whom to turn to.
    static func help(_ contacts: [Contact], in book: inout PublishedBook) {
        if contacts.isEmpty { return }
        book.section("Worried about a child?")
        book.say(.terms(contacts.prefix(5).map { Report.Term(term: $0.who, says: "\($0.says) (\($0.forWhat))") }))
        book.say(.words("Where a child is in danger now, ring 999."))
    }
}

/// Counts that stand in a sentence of a published report.
enum Published {
    /// The count, unless it tells of few children.
    static func spoken(_ count: Int, of children: Int) -> String {
        (1..<5).contains(children) ? ReportCell.hiddenMark : count.grouped
    }
}
