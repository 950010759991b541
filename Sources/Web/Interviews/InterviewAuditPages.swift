// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Procedures
import WorkingTime

/// `/interviews/audit`: which interviews of a quarter somebody else reads, drawn by lot, and what was found.
enum InterviewAuditPages {
    /// How many of a quarter are read.
    static let sampleSize = 6

    @Sendable static func show(_ call: Call) async throws -> Response {
        let quarters = [Quarter(of: call.today), Quarter(of: call.today).before]
        let held = heldInterviews(call)
        let parts = quarters.map { quarter in (quarter, held.filter { quarter.contains($0.course.held) }) }
        let drawn = parts.map { quarter, interviews in
            (
                quarter, interviews,
                InterviewSample(
                    of: interviews.map(\.episode.id), size: sampleSize,
                    seed: "\(call.site.partnership.name) \(quarter.name)")
            )
        }
        let shown = drawn.flatMap { _, interviews, sample in
            interviews.filter { sample.drawn.contains($0.episode.id) }.map(\.episode.child)
        }
        try await call.shows(Array(Set(shown)).sorted())
        let sections = drawn.map { quarter, interviews, sample in section(quarter, interviews, sample, call) }
        let main: HTML = """
            \(Parts.breadcrumbs([("Return interviews", "/interviews")], "Interviews to read"))
            <h1>Interviews for somebody else to read</h1>
            <p class="lead">A few interviews of each quarter are read by somebody who did not hold them: was it in time and independent, is the
            child’s voice in it, did it reach those who need it?</p>\(sections)
            """
        return .page(call.page("Interviews to read", main, in: .interviews))
    }

    private struct Held {
        let episode: Episode
        let course: InterviewCourse
    }

    /// Held interviews that the visitor may read, each once also where it is about several episodes.
    private static func heldInterviews(_ call: Call) -> [Held] {
        let access = call.access
        return call.state.episodes.values.compactMap { episode -> Held? in
            guard episode.history.holds(.interviewHeld), access.maySee(.interview, of: episode.child) else {
                return nil
            }
            let course = InterviewCourse(of: episode)
            guard let held = course.held, held.details.numbers(.episodes).isEmpty else { return nil }
            return Held(episode: episode, course: course)
        }.sorted { $0.episode.id < $1.episode.id }
    }

    private static func section(
        _ quarter: Quarter, _ interviews: [Held], _ sample: InterviewSample, _ call: Call
    ) -> HTML {
        let telling = Telling(state: call.state, now: call.now)
        let rows = interviews.filter { sample.drawn.contains($0.episode.id) }.map { held -> HTML in
            let name = call.state.child(held.episode.child).map(telling.nameWithAge) ?? "A child"
            let grade = held.course.audits.last?.details.word(.grade).flatMap(InterviewGrade.init)
            let tag =
                grade.map { Tag($0.spoken.capitalisedFirst, $0 == .wanting ? .soon : .ok) }
                ?? Tag("Not read yet", .soon)
            let when = held.course.held.map { Clock(now: call.now).moment($0.clockTime) } ?? HTML()
            return """
                <tr><td><a href="/episodes/\(held.episode.id.number)/interview">\(name)</a></td><td>\(when)</td>
                <td>\(telling.worker(held.course.interviewer) ?? "Not recorded")</td><td>\(tag.html)</td></tr>
                """
        }
        let table: HTML =
            rows.isEmpty
            ? "<p>No interview of this quarter is yours to read.</p>"
            : """
            <div class="wide"><table><thead><tr><th scope="col">Child</th><th scope="col">Held</th><th scope="col">By</th><th scope="col">Read</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
        return """
            <section class="card"><h2>\(quarter.says)</h2>\(table)<p class="small">\(sample.explanation)</p></section>
            """
    }
}

/// A quarter of a calendar year.
struct Quarter: Hashable, Sendable {
    let year: Int
    /// 1 to 4.
    let number: Int

    init(of date: CivilDate) {
        year = date.parts.year
        number = (date.parts.month - 1) / 3 + 1
    }

    private init(year: Int, number: Int) { (self.year, self.number) = (year, number) }

    var before: Quarter {
        number == 1 ? Quarter(year: year - 1, number: 4) : Quarter(year: year, number: number - 1)
    }

    /// "2015 quarter 2"
    var name: String { "\(year) quarter \(number)" }

    /// "April to June 2015"
    var says: String {
        "\(Spoken.monthName(number * 3 - 2)) to \(Spoken.monthName(number * 3)) \(year)"
    }

    func contains(_ mark: Mark?) -> Bool {
        mark.map { Quarter(of: London.date(of: $0.clockTime)) == self } ?? false
    }
}
