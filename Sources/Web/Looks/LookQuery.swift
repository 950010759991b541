// SPDX-License-Identifier: MIT

import Casework
import Partnership
import WorkingTime

/// Which looks somebody asks for, as their address or form says it.
struct LookQuery: Sendable {
    let worker: String
    let child: String
    let kind: LookKind?
    let from: CivilDate
    /// The last date, itself included.
    let to: CivilDate
    let skipping: Int
    /// What could not be read, each with its control.
    let faults: [(control: String, says: String)]

    static let perPage = 100
    private static let usualDays = 30

    init(_ fields: FormFields, today: CivilDate, usualDays: Int = LookQuery.usualDays) {
        var faults: [(String, String)] = []
        func date(_ name: String, else usual: CivilDate) -> CivilDate {
            let text = fields[name].trimmed
            if text.isEmpty { return usual }
            if let date = (try? TimeText.date(text)) ?? (try? TimeText.dayFirstDate(text)) { return date }
            faults.append((name, "Give the date as 2026-11-21 or 21/11/2026."))
            return usual
        }
        worker = fields["worker"].trimmed
        child = fields["child"].trimmed
        kind = LookKind(rawValue: fields["kind"])
        to = date("to", else: today)
        from = date("from", else: to.adding(days: -usualDays))
        if !child.isEmpty, UInt32(child) == nil {
            faults.append(
                ("child", "Give the child’s number, such as 12. It stands in the address of the child’s page."))
        }
        if to < from { faults.append(("from", "The first date is after the last.")) }
        skipping = max(0, Int(fields["after"]) ?? 0)
        self.faults = faults
    }

    /// The first moment of the first date to the end of the last.
    var span: Range<Instant> {
        let first = London.startOfDay(min(from, to))
        return first..<max(first, London.startOfDay(to.next))
    }

    var question: LookBook.Question {
        var question = LookBook.Question(
            child: UInt32(child).map { ChildID(number: $0) }, worker: worker.isEmpty ? nil : worker, span: span)
        if let kind { question.kinds = [kind] }
        return question
    }

    /// The same question as an address's query, from another place in the answer on.
    func address(after count: Int? = nil) -> String {
        let fields: [(String, String)] = [
            ("worker", worker), ("child", child), ("kind", kind?.rawValue ?? ""), ("from", TimeText.write(from)),
            ("to", TimeText.write(to)), ("after", count.map(String.init) ?? ""),
        ]
        return fields.filter { !$0.1.isEmpty }.map { "\($0.0)=\(FormFields.encode($0.1))" }.joined(separator: "&")
    }
}
