// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// One head of a plan about no child with its lines, each with its past.
struct AreaPlanView {
    let part: AreaPlan.Part
    let subject: PlanSubject
    let call: Call
    let mayWrite: Bool

    private var telling: Telling { Telling(state: call.state, now: call.now) }
    private var clock: Clock { Clock(now: call.now) }

    var html: HTML {
        let rows = part.lines.map(row)
        let list: HTML =
            rows.isEmpty
            ? "<p>Nothing stands here yet.</p>"
            : """
            <div class="wide"><table class="list"><caption class="unseen">\(title)</caption><thead><tr><th scope="col">What, and how</th><th scope="col">Who, by when</th>
            <th scope="col">How it stands, and what shows it</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
        let write: HTML =
            mayWrite
            ? "<p class=\"no-print\"><a href=\"\(subject.path)?word=plan-line-written&amp;goal=\(part.goal.rawValue)#write\">Write a line<span class=\"unseen\"> under \(title)</span></a></p>"
            : HTML()
        return
            "<section class=\"card\" id=\"\(part.goal.rawValue)\"><h2>\(title)</h2><p>\(subject.says(part.goal))</p>\(list)\(write)</section>"
    }

    private var title: String { part.goal.rawValue.capitalisedFirst }

    private func row(_ line: PlanLine) -> HTML {
        let late: HTML = line.isOverdue(at: call.now) ? Tag("Overdue", .now).html : HTML()
        let how: HTML = line.how.map { "<p class=\"small\">\(Parts.lines($0))</p>" } ?? HTML()
        let due: HTML = line.due.map { "<br>\(clock.deadline($0))" } ?? HTML()
        let standing: HTML = line.standing.map { "<p>\(Parts.lines($0))</p>" } ?? HTML()
        let evidence: HTML =
            line.evidence.map { "<p class=\"small\"><b>Shown by:</b> \(Parts.lines($0))</p>" } ?? HTML()
        return """
            <tr id="l\(line.number)"><td>\(Parts.lines(line.what))\(how)</td><td>\(line.owner.map { MeetingView.person($0, telling) })\(due)</td>
            <td>\(late)\(progress(line).html)\(standing)\(evidence)\(past(line))\(links(line))</td></tr>
            """
    }

    private func progress(_ line: PlanLine) -> Tag {
        switch line.progress {
        case .notStarted: Tag("Not started", .plain)
        case .underWay: Tag("Under way", .wait)
        case .done: Tag("Done", .ok)
        }
    }

    private func links(_ line: PlanLine) -> HTML {
        guard mayWrite else { return HTML() }
        let offered: [(EventWord, String)] = [
            (.planLineProgressed, "Say how it stands"), (.planLineChanged, "Change it"),
            (.planLineEnded, "Take it out"),
        ]
        let links = offered.map { word, says -> HTML in
            "<a href=\"\(subject.path)?word=\(word.rawValue)&amp;line=\(line.number)#write\">\(says)<span class=\"unseen\">: \(line.what)</span></a>"
        }
        return "<p class=\"small no-print\">\(links.joined(separator: " · "))</p>"
    }

    /// Everything that was written of the line, the newest first.
    private func past(_ line: PlanLine) -> HTML {
        guard 1 < line.entries.count else { return HTML() }
        let items = line.entries.reversed().map { entry -> HTML in
            let said = [DetailKey.action, .description, .result, .evidence, .reason]
                .compactMap { entry.details.text($0) }.map { HTML(text: $0) }.joined(separator: " · ")
            return "<li>\(clock.moment(entry.at)), \(telling.actor(entry.by)): \(said)</li>"
        }
        return
            "<details><summary class=\"small\">\(line.entries.count) entries</summary><ul class=\"plain small\">\(items)</ul></details>"
    }

    /// Lines that were taken out, and why.
    static func ended(_ lines: [PlanLine], _ call: Call) -> HTML {
        if lines.isEmpty { return HTML() }
        let items = lines.map { line -> HTML in
            let when = line.entries.last.map { Clock(now: call.now).moment($0.at) }
            return "<li>\(line.what) <span class=\"small\">Taken out \(when): \(line.endReason)</span></li>"
        }
        return
            "<details class=\"card\"><summary>Taken out of the plan: \(lines.count)</summary><ul class=\"plain\">\(items)</ul></details>"
    }
}
