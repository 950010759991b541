// SPDX-License-Identifier: MIT
import WorkingTime

/// The rules that hold a missing period against the child's episodes of care.
extension Checker903 {
    /// 575, 577, 578 and 581. None says anything of a child who has no episode at all: that is 1012's.
    func outsideCare(_ rule: Rule903) -> [Fault903] {
        var faults: [Fault903] = []
        var periodsOf: (child: ChildNumber, periods: [CarePeriod])?
        for (index, row) in missing.enumerated() {
            let rows = episodesOf[row.child]
            if rows.isEmpty { continue }
            let says: String?
            switch rule {
            case .openThoughPlacementEnded: says = placementEnded(under: row, rows)
            case .startsBeforeCare: says = inNoEpisode(row, rows)
            default:
                let periods =
                    periodsOf.flatMap { $0.child == row.child ? $0.periods : nil }
                    ?? CarePeriod.periods(of: rows, in: spans, isBlankChild: row.child == data.blankChild)
                periodsOf = (row.child, periods)
                says = rule == .openAfterCare ? outside(row, periods) : startsOutside(row, periods)
            }
            if let says { faults.append(fault(rule, row: index, child: row.child, says)) }
        }
        return faults
    }

    /// 580: the child was missing up to the eighteenth birthday on which care ended, and the reason is not E8.
    func missingAtEighteen() -> [Fault903] {
        var faults: [Fault903] = []
        for row in missing {
            guard let ended = row.ended.date, let born = row.born.date, ended == born.eighteenthBirthday else {
                continue
            }
            for index in episodesOf[row.child] {
                guard spans[Int(index)].ended == ended, episodes[Int(index)].whyEnded != "E8" else { continue }
                let given = episodes[Int(index)].whyEnded
                let reason = given.isEmpty ? "blank" : given
                faults.append(
                    fault(
                        .missingWhenCareEnded, row: Int(index), child: row.child, in: .episodes,
                        "The child was missing until the eighteenth birthday, \(row.ended.text), when care ended; "
                            + "the reason given is \(reason)."))
            }
        }
        return onePerRow(faults)
    }

    /// 1012: rows about children who have no episode.
    func withoutEpisodes() -> [Fault903] {
        Table903.needEpisodes.flatMap { table in
            (data.childrenOfRows(in: table) ?? []).enumerated()
                .filter { episodesOf[$0.element].isEmpty }
                .map { row, child in
                    fault(
                        .noEpisodes, row: row, child: child, in: table,
                        "The child has a row in \(table.rawValue) and none in Episodes.")
                }
        }
    }

    private func placementEnded(under row: MissingRow, _ rows: ArraySlice<Int32>) -> String? {
        guard row.ended.isBlank, let start = row.began.date else { return nil }
        for index in rows {
            let span = spans[Int(index)]
            guard let began = span.began, let ended = span.ended else { continue }
            if began <= start, start <= ended {
                return "The period from \(row.began.text) is open, and the placement it began in ended on "
                    + "\(episodes[Int(index)].ended.text)."
            }
        }
        return nil
    }

    /// A start that cannot be read lies in no episode either.
    private func inNoEpisode(_ row: MissingRow, _ rows: ArraySlice<Int32>) -> String? {
        if let start = row.began.date {
            for index in rows {
                let span = spans[Int(index)]
                guard let began = span.began, began <= start else { continue }
                if span.ended.map({ start <= $0 }) ?? true { return nil }
            }
        }
        return row.began.isBlank
            ? "The start is blank, so the period lies in no episode."
            : "The period starts on \(row.began.text), which is in none of the child's episodes."
    }

    private func outside(_ row: MissingRow, _ periods: [CarePeriod]) -> String? {
        guard let start = row.began.date, !periods.isEmpty else { return nil }
        let isOutsideAll = periods.allSatisfy { period in
            guard let end = row.ended.date else { return period.ended != nil || start < period.began }
            return end < period.began || (period.ended.map { $0 < end } ?? false)
        }
        guard isOutsideAll else { return nil }
        return row.ended.date == nil
            ? "The period from \(row.began.text) is open, and the child is not in care any more, or not yet."
            : "The period ends on \(row.ended.text), outside every period of care."
    }

    private func startsOutside(_ row: MissingRow, _ periods: [CarePeriod]) -> String? {
        guard let start = row.began.date, !periods.isEmpty else { return nil }
        let isOutsideAll = periods.allSatisfy { period in
            start < period.began || (period.ended.map { $0 < start } ?? false)
        }
        return isOutsideAll ? "The period starts on \(row.began.text), outside every period of care." : nil
    }
}

extension CivilDate {
    /// The day on which somebody born on this day turns eighteen; of 29 February, 28 February.
    var eighteenthBirthday: CivilDate? {
        let born = parts
        let day = min(born.day, CivilDate.daysInMonth(born.month, of: born.year + 18))
        return CivilDate(year: born.year + 18, month: born.month, day: day)
    }
}
