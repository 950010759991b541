// SPDX-License-Identifier: MIT

/// The published bank holidays of England and Wales: data with a source, good up to a date.
public struct BankHolidays: Hashable, Sendable {
    /// The title of the holiday on each date, substitute days included.
    public let holidays: [CivilDate: String]

    /// The first date for which the list is complete; nil where it is complete from the beginning of time.
    public let publishedFrom: CivilDate?

    /// The last date for which the list is complete. Past it, a holiday may still be announced.
    public let publishedThrough: CivilDate

    /// Where the list comes from and when it was taken, to show to people.
    public let source: String

    /// A list complete from 1 January of the year of its first holiday, unless said otherwise.
    public init(
        holidays: [CivilDate: String], publishedFrom: CivilDate? = nil, publishedThrough: CivilDate, source: String
    ) {
        self.holidays = holidays
        self.publishedFrom =
            publishedFrom ?? holidays.keys.min().flatMap { CivilDate(year: $0.year, month: 1, day: 1) }
        self.publishedThrough = publishedThrough
        self.source = source
    }

    /// Whether the list says for certain if `date` is a bank holiday.
    public func covers(_ date: CivilDate) -> Bool {
        date <= publishedThrough && publishedFrom.map { $0 <= date } != false
    }
}
