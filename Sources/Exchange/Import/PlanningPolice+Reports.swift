// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

extension PlanningPolice {
    /// Each report an episode, or an account of one that is there already.
    mutating func writeReports(_ rows: [PoliceReportRow], of child: ChildID) {
        var before: Instant?
        for row in rows.sorted(by: {
            ($0.start?.earliest ?? .distant, $0.line) < ($1.start?.earliest ?? .distant, $1.line)
        }) {
            guard let start = row.start else { continue }
            if state.imported.contains(digest(row)) {
                plan.report.count(.alreadyRecorded)
            } else if let known = episode(of: child, at: start.earliest) {
                addAccount(row, start, to: .episode(known))
            } else if let end = before, start.earliest < end {
                addAccount(row, start, to: .sameAsBefore)
            } else {
                addEpisode(row, start, of: child)
                before = row.ended.map { $0.time.latest } ?? .distant
            }
        }
    }

    /// The episode in the record that was running then.
    private func episode(of child: ChildID, at instant: Instant) -> EpisodeID? {
        state.episodes(of: child).last { episode in
            guard let start = episode.facts.start else { return episode.facts.isOpen }
            return start - .hours(1) <= instant && (episode.facts.returnedAt.map { instant <= $0 } ?? true)
        }?.id
    }

    private mutating func addAccount(_ row: PoliceReportRow, _ start: UncertainTime, to subject: Act.Subject) {
        var details: Details = [.agency: .word(source.force), .missingSince: .time(start)]
        if let ended = row.ended { details[.until] = .time(ended.time) }
        add(row, to: &details)
        let act = Act(.accountReceived, subject, occurredAt: row.told, details: details)
        if plan.add(act, digest: digest(row), to: &seen, in: state) { plan.report.count(.accounts) }
    }

    private mutating func addEpisode(_ row: PoliceReportRow, _ start: UncertainTime, of child: ChildID) {
        var details: Details = [.missingSince: .time(start), .to: .word("police"), .agency: .word(source.force)]
        if row.category == .away { details[.kind] = .word(CareKind.awayWithoutAuthorisation.rawValue) }
        add(row, to: &details)
        let report = Act(.reported, .child(child), occurredAt: row.told, details: details)
        guard plan.add(report, digest: digest(row), to: &seen, in: state) else {
            return plan.report.count(.alreadyRecorded)
        }
        plan.report.count(row.category == .away ? .away : row.category == .absent ? .absent : .missing)
        addDecisions(row)
        guard let ended = row.ended else { return plan.report.count(.stillOpen) }
        plan.report.count(.returns)
        var back: Details = [:]
        if !row.placeFound.isEmpty { back[.found] = .text(row.placeFound) }
        plan.acts.append(Act(.returned, .sameAsBefore, occurredAt: ended.time, details: back))
        let over: Details = [
            .outcome: .word("imported"), .reason: .text("Over when it was imported from a police extract."),
        ]
        plan.acts.append(Act(.closed, .sameAsBefore, occurredAt: ended.time, details: over))
    }

    private mutating func addDecisions(_ row: PoliceReportRow) {
        let rationale = DetailValue.text("As the police extract has it.")
        let category: PoliceCategory? = row.category == .missing ? .missing : row.category == .absent ? .absent : nil
        if let category {
            let details: Details = [.as: .word(category.rawValue), .rationale: rationale]
            plan.acts.append(Act(.classified, .sameAsBefore, occurredAt: row.told, details: details))
        }
        let words = row.risk.lowercased().split { !$0.isLetter }
        guard let grade = RiskGrade.allCases.last(where: { words.contains(Substring($0.rawValue)) }) else { return }
        let details: Details = [.as: .word(grade.rawValue), .rationale: rationale]
        plan.acts.append(Act(.riskGraded, .sameAsBefore, occurredAt: row.told, details: details))
    }

    private func add(_ row: PoliceReportRow, to details: inout Details) {
        if !row.account.isEmpty { details[.circumstances] = .text(row.account) }
        if !row.reference.isEmpty { details[.importReference] = .word(row.reference) }
        if !row.from.isEmpty { details[.lastSeenAt] = .text(row.from) }
    }
}

extension PoliceReportRow {
    /// When the child went missing; when it was reported where that is all there is.
    var start: UncertainTime? { (began ?? reported)?.time }

    /// When police were told: never later than the child was back.
    var told: UncertainTime {
        guard let reported = reported?.time ?? start else { return .at(.distant) }
        if let ended = ended?.time, ended.latest < reported.earliest { return start ?? reported }
        return reported
    }

    /// Why the row cannot be recorded, where it cannot.
    func whyUnsound(at now: Instant) -> String? {
        if childName.isEmpty, personReference.isEmpty { return "The row names no child." }
        guard let start else { return "The row does not say when it was." }
        if now < start.earliest || now < told.earliest { return "It lies in the future." }
        guard let ended = ended?.time else { return nil }
        if now < ended.earliest { return "Its end lies in the future." }
        return ended.latest < start.earliest ? "It ends before it begins." : nil
    }
}

extension WrittenMoment {
    /// As exactly as it was written.
    var time: UncertainTime {
        guard let minuteOfDay else { return .on(day) }
        return .at(London.instantOrChange(at: LocalTime(date: day, secondOfDay: minuteOfDay * 60)))
    }

    var text: String { "\(day.daysSince1970)-\(minuteOfDay ?? -1)" }
}

extension Instant {
    fileprivate static var distant: Instant { Instant(secondsSince1970: .max / 4) }
}
