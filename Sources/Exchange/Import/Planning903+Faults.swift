// SPDX-License-Identifier: MIT

import Analysis
import WorkingTime

extension Planning903 {
    /// A fault that would make the record wrong: it stops the import, or, where that is asked, its row is left out.
    mutating func fault(_ finding: Finding) {
        if source.leavesOutFaulty { plan.report.list(finding) } else { plan.report.stop(finding) }
    }

    mutating func names(_ child: ChildNumber, _ table: Table903, _ row: Int) -> Bool {
        if !source.loaded.data.identifier(of: child).isEmpty { return true }
        fault(finding(table, row, child, "The row names no child."))
        return false
    }

    mutating func areDates(
        _ began: WrittenDate, _ ended: WrittenDate, _ columns: (String, String), _ table: Table903, _ row: Int,
        _ child: ChildNumber
    ) -> Bool {
        guard let start = began.date else {
            let written = began.text.isEmpty ? "is blank" : "is “\(began.text)”, which is not a date"
            fault(finding(table, row, child, "\(columns.0) \(written)."))
            return false
        }
        if ended.isUnreadable {
            fault(finding(table, row, child, "\(columns.1) is “\(ended.text)”, which is not a date."))
            return false
        }
        if let end = ended.date, end < start {
            fault(finding(table, row, child, "It ends (\(ended.text)) before it begins (\(began.text))."))
            return false
        }
        let today = London.date(of: source.now)
        if today < start || ended.date.map({ today < $0 }) ?? false {
            fault(finding(table, row, child, "It lies in the future."))
            return false
        }
        return true
    }

    func finding(_ table: Table903, _ row: Int, _ child: ChildNumber, _ says: String) -> Finding {
        let file = source.loaded.files.first { $0.table == table && !$0.isLastYear }?.file ?? table.rawValue
        let name = source.loaded.data.identifier(of: child)
        // The header line is line 1, so the first row, counted from 0, is line 2.
        return Finding(file: file, line: row + 2, value: name.isEmpty ? nil : name, says: says)
    }
}
