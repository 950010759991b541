// SPDX-License-Identifier: MIT

import WorkingTime

/// The year as a whole, beside the one before. Source: K; BF, annual report.
struct AnnualReport {
    let source: ReportSource

    init(_ source: ReportSource) { self.source = source }

    var report: Report {
        let parts = BoardParts(source)
        let months = ReportPeriod.monthCount(source.period)
        var book = PublishedBook(source)
        book.section("What the words mean")
        book.say(.terms(Storyboard.words))
        book.section("In short")
        parts.counts(in: &book)
        book.section("Has it changed?")
        parts.change(beside: [ReportPeriod.moved(source.period, months: -months)], in: &book)
        book.section("Who the children are")
        parts.groups(in: &book)
        book.section("How long children were away")
        parts.lengths(in: &book)
        book.section("How often the same children went")
        parts.repeats(in: &book)
        book.section("What was done afterwards")
        parts.response(in: &book)
        book.section("Was it the same for everybody?")
        parts.equality(.heldInTime, by: .sex, in: &book)
        parts.equality(.heldInTime, by: .ethnicity, in: &book)
        book.section("The panel")
        parts.panel(in: &book)
        book.section("Missing from education")
        parts.education(in: &book)
        AreaWork(source).write(in: &book)
        Storyboard.help(source.contacts, in: &book)
        return book.report(.annual, rows: parts.rows)
    }
}
