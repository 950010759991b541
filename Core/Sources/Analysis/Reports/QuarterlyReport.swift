// SPDX-License-Identifier: MIT

import WorkingTime

/// For the safeguarding board: a quarter beside the one before it and the same one a year ago.
struct QuarterlyReport {
    let source: ReportSource

    init(_ source: ReportSource) { self.source = source }

    var report: Report {
        let parts = BoardParts(source)
        let months = ReportPeriod.monthCount(source.period)
        var book = PublishedBook(source)
        book.section("In short")
        parts.counts(in: &book)
        book.section("Has it changed?")
        let others = Set([-months, -12]).map { ReportPeriod.moved(source.period, months: $0) }
        parts.change(beside: others, in: &book)
        book.section("How long children were away")
        parts.lengths(in: &book)
        book.section("How often the same children went")
        parts.repeats(in: &book)
        book.section("What was done afterwards")
        parts.response(in: &book)
        parts.equality(.heldInTime, by: .sex, in: &book)
        book.section("The panel")
        parts.panel(in: &book)
        book.section("Missing from education")
        parts.education(in: &book)
        AreaWork(source).write(in: &book)
        return book.report(.quarterly, rows: parts.rows)
    }
}
