// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

extension Planning903 {
    /// Each period an episode. Periods that lie over one another are one episode with several accounts (ruling 4).
    mutating func writeMissing(_ rows: [(row: Int, missing: MissingRow)], of child: ChildID, _ reference: String) {
        var open: Span?
        for (row, period) in rows.sorted(by: { Self.precedes($0.missing, $1.missing) }) {
            guard let began = period.began.date else { continue }
            if let before = open, before.end.map({ began < $0 }) ?? true {
                open = join(period, row, began, to: before, of: child, reference)
                continue
            }
            finish(open, of: child, reference)
            open = begin(period, began, of: child, reference)
        }
        finish(open, of: child, reference)
    }

    /// One episode while its rows are gathered.
    struct Span {
        let start: CivilDate
        /// Nil while the child is still away.
        var end: CivilDate?
        let isNew: Bool
        let row: MissingRow
    }

    private static func precedes(_ first: MissingRow, _ second: MissingRow) -> Bool {
        (first.began.date?.daysSince1970 ?? 0, first.ended.date?.daysSince1970 ?? .max)
            < (second.began.date?.daysSince1970 ?? 0, second.ended.date?.daysSince1970 ?? .max)
    }

    private mutating func begin(
        _ period: MissingRow, _ began: CivilDate, of child: ChildID, _ reference: String
    ) -> Span {
        let kind: CareKind = period.kind == "A" ? .awayWithoutAuthorisation : .missingFromCare
        let details: Details = [
            .missingSince: .time(.on(began)), .kind: .word(kind.rawValue), .agency: .word(source.authority.name),
        ]
        let act = Act(.reported, .child(child), occurredAt: .on(began), details: details)
        let key = digestOfTurn([reference, "missing", period.kind, "\(began.daysSince1970)"])
        let isNew = plan.add(act, digest: key, to: &seen, in: state)
        plan.report.count(isNew ? period.kind == "A" ? .away : .missing : .alreadyRecorded)
        return Span(start: began, end: period.ended.date, isNew: isNew, row: period)
    }

    private mutating func join(
        _ period: MissingRow, _ row: Int, _ began: CivilDate, to span: Span, of child: ChildID, _ reference: String
    ) -> Span {
        var joined = span
        joined.end = span.end.flatMap { end in period.ended.date.map { max(end, $0) } }
        guard span.isNew else {
            plan.report.count(.alreadyRecorded)
            return joined
        }
        var details: Details = [.agency: .word(source.authority.name), .missingSince: .time(.on(began))]
        if let ended = period.ended.date { details[.until] = .time(.on(ended)) }
        let key = digest([reference, "account", period.kind, "\(began.daysSince1970)", period.ended.text, "\(row)"])
        let act = Act(.accountReceived, .sameAsBefore, occurredAt: .on(began), details: details)
        if plan.add(act, digest: key, to: &seen, in: state) { plan.report.count(.accounts) }
        plan.report.list(
            finding(
                .missing, row, period.child,
                "The period lies over the one before, so it was taken as another account of the same episode."))
        return joined
    }

    /// The return, where there was one, and the closing of what is long past.
    private mutating func finish(_ span: Span?, of child: ChildID, _ reference: String) {
        guard let span else { return }
        guard let end = span.end else {
            if span.isNew { plan.report.count(.stillOpen) }
            return
        }
        let key = digestOfTurn([reference, "returned", "\(span.start.daysSince1970)", "\(end.daysSince1970)"])
        guard let subject = subject(of: span, child, key) else { return }
        let back = Act(.returned, subject, occurredAt: .on(end))
        guard plan.add(back, digest: key, to: &seen, in: state) else { return }
        plan.report.count(.returns)
        plan.acts.append(
            Act(
                .closed, subject, occurredAt: .on(end),
                details: [
                    .outcome: .word("imported"), .reason: .text("Over when it was imported from an SSDA903 return."),
                ]
            ))
    }

    /// Whose return it is: the episode just begun, or the one that was open in the record since the same date.
    private mutating func subject(of span: Span, _ child: ChildID, _ key: String) -> Act.Subject? {
        if span.isNew { return .sameAsBefore }
        if state.imported.contains(key) { return nil }
        if let open = state.openEpisode(of: child), open.facts.missingSince == .on(span.start) {
            return .episode(open.id)
        }
        plan.report.leaveToDecide(
            Finding(
                file: "the return", value: source.loaded.data.identifier(of: span.row.child),
                says: "The period from \(span.row.began.text) is in the record with another end than this return gives."
            ))
        return nil
    }
}
