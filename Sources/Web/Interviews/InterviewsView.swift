// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Procedures
import WorkingTime

/// Draws the list of return interviews: what is most pressing first, and why it is.
struct InterviewsView {
    let model: InterviewsModel
    let role: Role

    init(_ model: InterviewsModel, role: Role) { (self.model, self.role) = (model, role) }

    var html: HTML {
        let audit: HTML =
            role.mayRecord(.interviewAudited)
            ? "<p><a href=\"/interviews/audit\">Interviews drawn for somebody else to read</a></p>" : HTML()
        return """
            <h1>Return interviews</h1>
            <p class="lead">\(counts) An interview is held within 72 hours of the return. The offer is made every time.</p>
            \(filters)<div class="interviews">\(bands)</div>\(audit)
            """
    }

    private var counts: HTML {
        let parts: [(Int, String)] = [
            (model.count(.overdue), "overdue"), (model.count(.soon), "due within 12 hours"),
            (model.count(.mattersMost), "where it matters most"),
        ]
        let said = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return said.isEmpty ? "None is pressing." : "<b>\(said.joined(separator: ", "))</b>."
    }

    private var filters: HTML {
        let links = InterviewsModel.Filter.allCases.map { filter -> HTML in
            """
            <li><a href="/interviews?show=\(filter.rawValue)"\(" aria-current=\"true\"", when: filter == model.filter)>\
            \(filter.says) (\(model.count(filter)))</a></li>
            """
        }
        return "<nav aria-label=\"Which interviews\"><ul class=\"chips\">\(links)</ul></nav>"
    }

    private var bands: HTML {
        let shown = model.shown
        if shown.isEmpty { return "<section class=\"card\"><p>There is none.</p></section>" }
        return InterviewReferral.Band.allCases.map { band -> HTML in
            let rows = shown.filter { $0.referral.band == band }
            if rows.isEmpty { return HTML() }
            return """
                <section class="card"><h2>\(band.says) (\(rows.count))</h2><ul class="rows">\(rows.map(row))</ul></section>
                """
        }.joined()
    }

    private func row(_ row: InterviewsModel.Row) -> HTML {
        let clock = InterviewClock(referral: row.referral, now: model.now)
        let course = row.referral.course
        let why = row.why.map { line -> HTML in "<li>\(line)</li>" }
        return """
            <li class="row"><div class="face" aria-hidden="true">\(row.initials)</div>
            <div class="what"><p><a class="name" href="\(row.path)">\(row.name)</a> \(clock.colour?.html)\(stage(course).html)\
            \(row.hasChosen ? Tag("The child chose", .wait).html : HTML())</p>
            <p>\(clock.html)</p><p>Back \(Clock(now: model.now).moment(row.referral.returnedAt)). \(who(row))\(outcome(course))</p>
            <details><summary>Why it stands here</summary><ul>\(why)</ul></details></div>
            <div class="aside"><a class="btn quiet" href="\(row.path)"><span class="unseen">\(row.name): </span>Open</a></div></li>
            """
    }

    private func who(_ row: InterviewsModel.Row) -> HTML {
        switch (row.interviewer, row.provider) {
        case (let person?, let provider?): "<b>\(person)</b>, \(provider), has it."
        case (let person?, nil): "<b>\(person)</b> has it."
        case (nil, let provider?): "\(provider) has it, <b>nobody is named</b>."
        case (nil, nil): "<b>Nobody has it yet.</b>"
        }
    }

    private func outcome(_ course: InterviewCourse) -> HTML {
        let tries: HTML = course.attempts > 0 ? " \(Spoken.counted(course.attempts, "attempt"))." : HTML()
        let met: HTML =
            course.stage == .arranged
            ? course.arrangedFor.map { time -> HTML in " Arranged for \(Clock(now: model.now).moment(time))." }
                ?? HTML()
            : HTML()
        return "\(tries)\(met)\(course.outcome.map { text -> HTML in " \(text.capitalisedFirst)." })"
    }

    private func stage(_ course: InterviewCourse) -> Tag {
        switch course.stage {
        case .waiting: Tag("Not yet referred", .soon)
        case .held: Tag("Held", .ok)
        case .declined: Tag("The child said no", .plain)
        case .notOffered, .notAttended: Tag(course.stage.spoken.capitalisedFirst, .soon)
        default: Tag(course.stage.spoken.capitalisedFirst, .plain)
        }
    }
}

extension InterviewReferral.Band {
    fileprivate var says: String {
        switch self {
        case .overdue: "Overdue"
        case .soon: "Due within 12 hours"
        case .mattersMost: "Where it matters most"
        case .inTime: "In time"
        case .followUp: "Held, and something is left to do"
        case .done: "Nothing left to do"
        }
    }
}
