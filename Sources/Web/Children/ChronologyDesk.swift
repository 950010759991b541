// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Partnership
import WorkingTime

/// Makes a child's chronology: everything that happened, in the order in which it did, as far as one reader may see it. The
/// same for a page and for the command line.
public struct ChronologyDesk: Sendable {
    public let partnership: Partnership
    public let state: State
    public let now: Instant

    public init(partnership: Partnership, state: State, now: Instant) {
        (self.partnership, self.state, self.now) = (partnership, state, now)
    }

    /// Of all that stands; what was withdrawn is left out, and of what was put right the later word holds. With `act` to
    /// export, only what the reader may also take out of the record.
    public func report(of child: Child, for access: Access, taking act: RecordAct) async throws -> Report {
        let seen = Seen(access, of: child.id, taking: act)
        let episodes = state.episodes(of: child.id)
        var number: [Position: Int] = [:]
        for (place, episode) in episodes.enumerated() {
            for mark in episode.history.standing { number[mark.position] = place + 1 }
        }
        // Photos and papers stand in a list of their own.
        let marks = (child.history.standing + episodes.flatMap(\.history.standing))
            .filter { $0.word != .documentAdded && $0.word != .corrected }
            .sorted { ($0.clockTime, $0.position) < ($1.clockTime, $1.position) }
        let told = try await RecordReading(partnership: partnership, state: state, now: now)
            .told(marks, of: child, as: seen)
        let telling = Telling(state: state, now: now)
        let times = Dictionary(marks.map { ($0.position, $0) }) { first, _ in first }
        let rows = told.map { entry in
            row(entry, number[entry.position], times[entry.position], telling, seen)
        }
        let dates = marks.map { London.date(of: $0.clockTime) }
        let today = London.date(of: now)
        let (first, last) = (dates.min() ?? today, dates.max() ?? today)
        var report = Report(
            id: "chronology", name: "Chronology", area: seen.sees(.identity) ? child.facts.name : "a child",
            period: first...last, madeAt: now, sections: [Report.Section("What happened", parts(rows))],
            method: "In the order in which things happened, as the record holds them: what was withdrawn is left out.",
            gaps: seen.isWhole
                ? [] : ["Parts of the record are not for whoever made this, so it may not be all that there is."])
        report.children = [child.id]
        return report
    }

    private func parts(_ rows: [ReportTable.Row]) -> [Report.Part] {
        if rows.isEmpty { return [.words("Nothing that whoever made this may see.")] }
        let columns = ["Episode", "What happened", "In words", "Recorded by"]
        return [
            .table(
                ReportTable(
                    id: "chronology", title: "By date", groups: [ReportTable.Group("", columns)], rows: rows))
        ]
    }

    private func row(
        _ entry: Told, _ episode: Int?, _ mark: Mark?, _ telling: Telling, _ seen: Seen
    ) -> ReportTable.Row {
        let number = ReportCell.text(episode.map { "\($0)" } ?? "")
        let when = mark.map { ChronologyDesk.spoken($0.occurredAt) } ?? ""
        switch entry {
        case .unreadable:
            return ReportTable.Row(when, [number, .text("An entry that cannot be read"), .text(""), .text("")])
        case .erased: return ReportTable.Row(when, [number, .text("An entry that was erased"), .text(""), .text("")])
        case .event(_, let event):
            let words = AccessPassages.texts(of: event)
                .map { "\(FieldWords.label($0.key, event.word)): \($0.text)" }.joined(separator: "\n")
            return ReportTable.Row(
                when,
                [
                    number, .text(EventSentence(event: event, telling: telling).text), .text(words),
                    .text(telling.actor(event.by, to: seen).capitalisedFirst),
                ])
        }
    }

    /// A time with its date, in full: a chronology is read years later.
    static func spoken(_ time: UncertainTime) -> String {
        func moment(_ instant: Instant) -> String {
            "\(Spoken.fullDate(London.date(of: instant))), \(Spoken.time(instant))"
        }
        switch time {
        case .at(let instant): return moment(instant)
        case .about(let instant): return "about \(moment(instant))"
        case .between(let first, let second): return "between \(moment(first)) and \(moment(second))"
        case .on(let date): return Spoken.fullDate(date)
        }
    }
}
