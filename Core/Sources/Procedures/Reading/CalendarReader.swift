// SPDX-License-Identifier: MIT

import WorkingTime

/// Reads bank holidays and school terms from their trees.
public enum CalendarReader {
    /// `publishedThrough`, `source` and `holidays`, each with a date and a title.
    public static func bankHolidays(_ node: PackNode) -> (BankHolidays?, [ReadingFault]) {
        let faults = Faults()
        let known = ["name", "source", "licence", "retrieved", "publishedFrom", "publishedThrough", "holidays"]
        guard let fields = Fields(node, "bank holidays", known: known, faults: faults) else { return (nil, faults.all) }
        let source = fields.need("source", "bank holidays").flatMap { faults.text($0, "“source”") }
        let from = fields["publishedFrom"].flatMap { faults.date($0, "“publishedFrom”") }
        let through = fields.need("publishedThrough", "bank holidays")
            .flatMap { faults.date($0, "“publishedThrough”") }
        var holidays: [CivilDate: String] = [:]
        for item in fields.need("holidays", "bank holidays")?.items ?? [] {
            guard let holiday = Fields(item, "a holiday", known: ["date", "title", "note"], faults: faults) else {
                continue
            }
            let date = holiday.need("date", "a holiday").flatMap { faults.date($0, "“date”") }
            let title = holiday.need("title", "a holiday").flatMap { faults.text($0, "“title”") }
            if let date, let title, holidays.updateValue(title, forKey: date) != nil {
                faults.add(item, "\(date) stands twice.")
            }
        }
        guard faults.all.isEmpty, let source, let through else { return (nil, faults.all) }
        let read = BankHolidays(holidays: holidays, publishedFrom: from, publishedThrough: through, source: source)
        return (read, [])
    }

    /// `source`, `terms` with their dates and the break after each, and `closures`.
    public static func schoolTerms(_ node: PackNode) -> (SchoolCalendar?, [ReadingFault]) {
        let faults = Faults()
        let known = ["name", "source", "invented", "licence", "retrieved", "terms", "closures"]
        guard let fields = Fields(node, "school terms", known: known, faults: faults) else { return (nil, faults.all) }
        let source = fields.need("source", "school terms").flatMap { faults.text($0, "“source”") }
        let terms = (fields.need("terms", "school terms")?.items ?? []).compactMap { item -> SchoolTerm? in
            guard let span = Span(item, "a term", also: ["breakAfter"], faults) else { return nil }
            let after = span.fields["breakAfter"].flatMap { faults.text($0, "“breakAfter”") } ?? "holiday"
            return SchoolTerm(name: span.name, first: span.first, last: span.last, breakAfter: after)
        }
        let closures = (fields["closures"]?.items ?? []).compactMap { item -> SchoolClosure? in
            guard let span = Span(item, "a closure", also: [], faults) else { return nil }
            return SchoolClosure(name: span.name, first: span.first, last: span.last)
        }
        guard faults.all.isEmpty, let source else { return (nil, faults.all) }
        let calendar = SchoolCalendar(terms: terms, closures: closures, source: source)
        if calendar == nil { faults.add(node, "Two terms overlap.") }
        return (calendar, faults.all)
    }

    private struct Span {
        let fields: Fields
        let name: String
        let first: CivilDate
        let last: CivilDate

        init?(_ node: PackNode, _ what: String, also: [String], _ faults: Faults) {
            let known = ["name", "first", "last", "date"] + also
            guard let fields = Fields(node, what, known: known, faults: faults) else { return nil }
            let name = fields.need("name", what).flatMap { faults.text($0, "“name”") }
            let date = fields["date"].flatMap { faults.date($0, "“date”") }
            let first = fields["first"].flatMap { faults.date($0, "“first”") } ?? date
            let last = fields["last"].flatMap { faults.date($0, "“last”") } ?? first
            guard let name, let first, let last else {
                if first == nil { faults.add(node, "\(what) needs “first” and “last”.") }
                return nil
            }
            guard first <= last else {
                faults.add(node, "\(what) ends before it begins.")
                return nil
            }
            (self.fields, self.name, self.first, self.last) = (fields, name, first, last)
        }
    }
}
