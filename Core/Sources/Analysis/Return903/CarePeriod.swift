// SPDX-License-Identifier: MIT
import WorkingTime

/// A period of care: episodes of one child that follow one another without a gap.
struct CarePeriod {
    let began: CivilDate
    /// Nil while it goes on.
    var ended: CivilDate?

    /// The periods of care of one child, from all rows that have a first day.
    ///
    /// A row opens a new period when it begins after the day on which the row before it ended; after a row
    /// without an end everything belongs to the same period. A period ends when its last row ends.
    static func periods(of rows: ArraySlice<Int32>, in episodes: [CareRow], isBlankChild: Bool) -> [CarePeriod] {
        var dated: [(began: CivilDate, ended: CivilDate?)] = []
        for row in rows {
            let episode = episodes[Int(row)]
            guard let began = episode.began.date else { continue }
            dated.append((began, episode.ended.date))
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
