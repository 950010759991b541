// SPDX-License-Identifier: MIT
import WorkingTime

/// The rules that compare the missing periods of one child with one another.
extension Checker903 {
    /// 574: in order of their ends, each period must start no earlier than the one before it ended.
    ///
    /// A period without a readable end stands at its start, and whatever follows it is at fault.
    func overlaps() -> [Fault903] {
        var faults: [Fault903] = []
        for child in children(withMoreThan: 1) {
            let rows = missingOf[child].sorted { isEarlier(missing[Int($0)], $0, than: missing[Int($1)], $1) }
            for (before, row) in zip(rows, rows.dropFirst()) {
                let previous = missing[Int(before)]
                let this = missing[Int(row)]
                guard let end = previous.ended.date else {
                    faults.append(
                        fault(
                            .overlapsPrevious, row: Int(row), child: child,
                            "The period that started on \(shown(previous.began)) has no end, and another follows it."))
                    continue
                }
                if let began = this.began.date, began < end {
                    faults.append(
                        fault(
                            .overlapsPrevious, row: Int(row), child: child,
                            "The period starts on \(this.began.text), before the one from \(shown(previous.began)) "
                                + "ends on \(previous.ended.text)."))
                }
            }
        }
        return faults
    }

    /// 576: of a child whose period was open last year, the earliest period of this year starts on that day.
    ///
    /// Silent about a child who has no row this year, as the national tool is.
    func notCarriedOn() -> [Fault903] {
        var faults: [Fault903] = []
        let lastYear = data.missingLastYear ?? []
        for open in lastYear where open.ended.isBlank && open.child != data.blankChild {
            guard let began = open.began.date, let first = earliest(of: open.child) else { continue }
            if missing[first].began.date != began {
                faults.append(
                    fault(
                        .openLastYear, row: first, child: open.child,
                        "Last year's return left a period open from \(open.began.text); the earliest of this year "
                            + "starts on \(shown(missing[first].began))."))
            }
        }
        return onePerRow(faults)
    }

    /// The row with the earliest start; a start that cannot be read comes last.
    private func earliest(of child: ChildNumber) -> Int? {
        missingOf[child].map(Int.init)
            .min { (missing[$0].began.date ?? farFuture, $0) < (missing[$1].began.date ?? farFuture, $1) }
    }

    /// What an unreadable start counts as: later than any that is meant.
    private var farFuture: CivilDate { CivilDate(daysSince1970: 47_117) }

    private func children(withMoreThan count: Int) -> [ChildNumber] {
        (0..<ChildNumber(data.children.count)).filter { missingOf[$0].count > count && $0 != data.blankChild }
    }

    private func isEarlier(_ first: MissingRow, _ firstRow: Int32, than second: MissingRow, _ secondRow: Int32) -> Bool
    {
        let firstEnd = ordered(first.ended.date ?? first.began.date)
        let secondEnd = ordered(second.ended.date ?? second.began.date)
        return (firstEnd, ordered(first.began.date), firstRow) < (secondEnd, ordered(second.began.date), secondRow)
    }

    /// A date that is not known sorts last.
    private func ordered(_ date: CivilDate?) -> Int32 {
        date?.daysSince1970 ?? .max
    }

    func shown(_ date: WrittenDate) -> String {
        date.isBlank ? "an unknown day" : date.text
    }

    /// Of several faults of one rule on one row, the first.
    func onePerRow(_ faults: [Fault903]) -> [Fault903] {
        var seen: Set<Int> = []
        return faults.filter { seen.insert($0.row).inserted }
    }
}
