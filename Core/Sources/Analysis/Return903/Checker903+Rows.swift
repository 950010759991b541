// SPDX-License-Identifier: MIT
import WorkingTime

/// The rules that look at one row of the Missing table and nothing else.
extension Checker903 {
    func rowsAlone(_ rule: Rule903) -> [Fault903] {
        var faults: [Fault903] = []
        for (index, row) in missing.enumerated() {
            if let says = wrong(with: row, by: rule) {
                faults.append(fault(rule, row: index, child: row.child, says))
            }
        }
        return faults
    }

    /// What is wrong with the row by this rule, or nil where nothing is.
    private func wrong(with row: MissingRow, by rule: Rule903) -> String? {
        switch rule {
        case .startBlank, .startWithoutKind, .endWithoutKind, .kindInvalid: wrongKind(of: row, by: rule)
        default: wrongDates(of: row, by: rule)
        }
    }

    private func wrongKind(of row: MissingRow, by rule: Rule903) -> String? {
        let isKind = row.kind == "M" || row.kind == "A"
        switch rule {
        case .startBlank:
            return isKind && row.began.isBlank ? "The kind is \(row.kind) and the start is blank." : nil
        case .startWithoutKind:
            return row.kind.isEmpty && !row.began.isBlank
                ? "The start is \(row.began.text) and the kind is blank." : nil
        case .endWithoutKind:
            return row.kind.isEmpty && !row.ended.isBlank ? "The end is \(row.ended.text) and the kind is blank." : nil
        default:
            return isKind || row.kind.isEmpty ? nil : "The kind is “\(row.kind)”; it can be M or A."
        }
    }

    private func wrongDates(of row: MissingRow, by rule: Rule903) -> String? {
        switch rule {
        case .endsBeforeStart:
            guard let began = row.began.date, let ended = row.ended.date, ended < began else { return nil }
            return "The period ends on \(row.ended.text), before it starts on \(row.began.text)."
        case .startsAfterYear:
            guard let year, let began = row.began.date, year.last < began else { return nil }
            return "The period starts on \(row.began.text), after 31 March \(year.ending)."
        case .endsOutsideYear:
            guard let year, let ended = row.ended.date, ended < year.first || year.last < ended else { return nil }
            return
                "The period ends on \(row.ended.text), outside 1 April \(year.ending - 1) to 31 March \(year.ending)."
        case .startsBeforeBirth:
            guard let began = row.began.date, let born = row.born.date, began <= born else { return nil }
            return "The period starts on \(row.began.text); the child was born on \(row.born.text)."
        case .startNotADate:
            guard row.began.date == nil else { return nil }
            return row.began.isBlank ? "The start is blank." : "The start “\(row.began.text)” is not a date."
        case .endNotADate:
            return row.ended.isUnreadable ? "The end “\(row.ended.text)” is not a date." : nil
        default:
            preconditionFailure("rule \(rule.rawValue) looks beyond one row")
        }
    }
}
