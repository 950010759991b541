// SPDX-License-Identifier: MIT
import WorkingTime

/// The first and last day of one episode of care, as far as they can be read.
struct CareSpan {
    let began: CivilDate?
    let ended: CivilDate?

    /// Of each row. Rows are wide; the rules that ask for nothing but days go through these.
    static func of(_ episodes: [CareRow]) -> [CareSpan] {
        episodes.indices.map { CareSpan(began: episodes[$0].began.date, ended: episodes[$0].ended.date) }
    }
}

/// A period of care: episodes of one child that follow one another without a gap.
struct CarePeriod {
    let began: CivilDate
    /// Nil while it goes on.
    var ended: CivilDate?

    /// The periods of care of one child, from all rows that have a first day.
    ///
    /// A row opens a new period when it begins after the day on which the row before it ended; after a row
    /// without an end everything belongs to the same period. A period ends when its last row ends.
    static func periods(of rows: ArraySlice<Int32>, in spans: [CareSpan], isBlankChild: Bool) -> [CarePeriod] {
        var dated: [(began: CivilDate, ended: CivilDate?)] = []
        for row in rows {
            let span = spans[Int(row)]
            guard let began = span.began else { continue }
            dated.append((began, span.ended))
        }
        if dated.count > 1, !dated.indices.dropFirst().allSatisfy({ dated[$0 - 1].began <= dated[$0].began }) {
            dated = dated.enumerated()
                .sorted { ($0.element.began, $0.offset) < ($1.element.began, $1.offset) }
                .map(\.element)
        }
        var periods: [CarePeriod] = []
        for episode in dated {
            let follows = periods.last.map { last in last.ended.map { episode.began <= $0 } ?? true } ?? false
            // Rows without an identifier belong to nobody, and so never to one another.
            if follows, !isBlankChild {
                periods[periods.count - 1].ended = episode.ended
            } else {
                periods.append(CarePeriod(began: episode.began, ended: episode.ended))
            }
        }
        return periods
    }
}
