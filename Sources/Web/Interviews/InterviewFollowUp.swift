// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// What came of an interview: each finding with its action or the reason why not, what police were given, the audit.
struct InterviewFollowUp {
    let model: InterviewModel
    let call: Call

    init(_ model: InterviewModel, _ call: Call) { (self.model, self.call) = (model, call) }

    private var path: String { "/episodes/\(model.episode.id.number)/add" }

    var html: HTML { "\(findings)\(intelligence)\(audit)" }

    private func events(_ word: EventWord) -> [(position: Position, event: Event)] {
        model.entries.filter { $0.event.word == word }
    }

    private var findings: HTML {
        guard model.seen.sees(.interview), model.course.held != nil || !model.course.findings.isEmpty else {
            return HTML()
        }
        let rows = events(.findingRecorded).map { finding -> HTML in
            """
            <li><p><b>\(Choices.spoken(finding.event.details.word(.kind) ?? "finding").capitalisedFirst)</b></p>
            <p>\(Parts.lines(finding.event.details.text(.narrative) ?? ""))</p>\(cameOf(Int(finding.position.number)))</li>
            """
        }
        let add: HTML =
            model.may(.findingRecorded, call)
            ? "<p><a href=\"\(path)/finding-recorded\">Record another finding</a></p>" : HTML()
        let none: HTML = rows.isEmpty ? "<p>No finding is recorded.</p>" : HTML()
        return
            "<section class=\"card\"><h2>Findings, and what is done about each</h2>\(none)<ul class=\"duties\">\(rows)</ul>\(add)</section>"
    }

    private func cameOf(_ finding: Int) -> HTML {
        let actions = events(.actionAgreed).filter { $0.event.details.number(.what) == finding }
        let reasons = events(.findingNeedsNoAction).filter { $0.event.details.number(.what) == finding }
        let done = Set(events(.actionDone).compactMap { $0.event.details.number(.what) })
        let lines = actions.map { action -> HTML in
            let details = action.event.details
            let owner = details.word(.owner).map { model.telling.word($0, of: .owner) } ?? ""
            let due = details.time(.due).map { time -> HTML in ", by \(Clock(now: call.now).moment(time))" } ?? HTML()
            let isDone = done.contains(Int(action.position.number))
            return
                "<p>\(isDone ? Tag("Done", .ok).html : Tag("To do", .soon).html)\(details.text(.action) ?? "") <span class=\"small\">\(owner.capitalisedFirst)\(due)</span></p>"
        }
        let why = reasons.map { reason -> HTML in
            "<p>\(Tag("No action").html)\(reason.event.details.text(.reason) ?? "")</p>"
        }
        if lines.isEmpty && why.isEmpty { return toDecide(finding) }
        return "\(lines)\(why)"
    }

    private func toDecide(_ finding: Int) -> HTML {
        let links = [(EventWord.actionAgreed, "Agree an action"), (.findingNeedsNoAction, "Say why none is needed")]
            .filter { model.may($0.0, call) }.map { word, says -> HTML in
                "<a class=\"btn quiet\" href=\"\(path)/\(word.rawValue)?what=\(finding)\">\(says)</a>"
            }
        return "<div class=\"next soon\"><p>Nothing is decided about it yet.</p><p class=\"buttons\">\(links)</p></div>"
    }

    private var intelligence: HTML {
        let submitted = events(.intelligenceSubmitted)
        let kept = events(.intelligenceNotSubmitted)
        let mayGive = model.may(.intelligenceSubmitted, call) && model.course.held != nil
        guard model.seen.sees(.intelligence), !(submitted.isEmpty && kept.isEmpty) || mayGive else { return HTML() }
        let rows = submitted.map { entry -> HTML in
            let number = Int(entry.position.number)
            return "<li><p>\(Parts.lines(entry.event.details.text(.narrative) ?? ""))</p>\(receipt(of: number))</li>"
        }
        let not = kept.map { entry -> HTML in
            "<li><p>\(Tag("Not given to police").html)\(entry.event.details.text(.reason) ?? "")</p></li>"
        }
        let links = [
            (EventWord.intelligenceSubmitted, "Give something to police"),
            (.intelligenceNotSubmitted, "Say what is not given, and why"),
        ]
        .filter { model.may($0.0, call) && mayGive }.map { word, says -> HTML in
            "<a href=\"\(path)/\(word.rawValue)\">\(says)</a>"
        }
        return """
            <section class="card"><h2>Police intelligence</h2><ul class="duties">\(rows)\(not)</ul><p class="buttons">\(links)</p></section>
            """
    }

    private func receipt(of number: Int) -> HTML {
        let receipt = events(.intelligenceReceived).last { $0.event.details.number(.what) == number }
        if let receipt {
            let reference = receipt.event.details.word(.reference) ?? ""
            return
                "<p>\(Tag("Police have it", .ok).html)\(reference), \(Clock(now: call.now).moment(receipt.event.occurredAt))</p>"
        }
        let confirm: HTML =
            model.may(.intelligenceReceived, call)
            ? "<p><a class=\"btn quiet\" href=\"\(path)/intelligence-received?what=\(number)\">We have it</a></p>"
            : HTML()
        return "<p>\(Tag("No receipt yet", .soon).html)</p>\(confirm)"
    }

    private var audit: HTML {
        let audits = events(.interviewAudited)
        let mayAudit = model.may(.interviewAudited, call) && model.course.held != nil && !isTheirs
        guard model.seen.sees(.interview), !audits.isEmpty || mayAudit else { return HTML() }
        let rows = audits.map { entry -> HTML in
            let grade = entry.event.details.word(.grade).flatMap(InterviewGrade.init)?.spoken ?? ""
            return """
                <li><p><b>\(grade.capitalisedFirst)</b>, \(model.telling.actor(entry.event.by)), \(Clock(now: call.now).moment(entry.event.occurredAt))</p>
                \(entry.event.details.text(.narrative).map { text -> HTML in "<p class=\"quote\">\(Parts.lines(text))</p>" })</li>
                """
        }
        let link: HTML =
            mayAudit ? "<p><a href=\"\(path)/interview-audited\">Say how good this interview is</a></p>" : HTML()
        return "<section class=\"card\"><h2>How good it was</h2><ul class=\"plain\">\(rows)</ul>\(link)</section>"
    }

    /// Nobody reads their own interview for the audit.
    private var isTheirs: Bool {
        call.account.actor.worker.map { $0 == model.course.interviewer } ?? false
    }
}

/// The codes under which an authority returns the factors of a child in need, where a harm that was told of has one.
struct CINFactors {
    private let event: Event

    init(_ event: Event) { self.event = event }

    static let codes = [
        "sexually-exploited": "11A", "trafficked": "12A", "gangs": "13A", "self-harm": "15A",
        "genital-mutilation": "22A", "criminally-exploited": "24A",
    ]

    var html: HTML {
        let found = event.details.words(.harm).compactMap { harm in
            CINFactors.codes[harm].map { "\($0) \(Choices.spoken(harm))" }
        }
        if found.isEmpty { return HTML() }
        return "<p class=\"small\">Factors in the children in need return: \(found.joined(separator: "; ")).</p>"
    }
}
