// SPDX-License-Identifier: MIT

import WorkingTime

/// For council members: short, and nothing that needs explaining by somebody else.
struct MembersReport {
    let source: ReportSource

    init(_ source: ReportSource) { self.source = source }

    var report: Report {
        let parts = BoardParts(source)
        let months = ReportPeriod.monthCount(source.period)
        var book = PublishedBook(source)
        book.section("What the words mean")
        book.say(.terms(Storyboard.words))
        book.section("How many")
        parts.counts(in: &book)
        book.section("Has it changed?")
        parts.change(beside: Set([-months, -12]).map { ReportPeriod.moved(source.period, months: $0) }, in: &book)
        book.section("Are children listened to afterwards?")
        parts.response(in: &book)
        book.section("The panel")
        parts.panel(in: &book)
        AreaWork(source).write(in: &book)
        Storyboard.help(source.contacts, in: &book)
        return book.report(.members, rows: parts.rows)
    }
}
