// SPDX-License-Identifier: MIT

import Analysis
import Casework
import WorkingTime

/// How a case ends: back, traced, off the roll on a lawful ground, closed with its outcome.
struct SchoolCaseEnding {
    let model: SchoolCaseModel

    private var clock: Clock { Clock(now: model.call.now) }

    var html: HTML { "\(ending)\(roll)" }

    private var ending: HTML {
        let isBack = model.row.episode.facts.returnedAt != nil
        let isClosed = model.row.school.step == .closed
        var links: [(EventWord, String)] = []
        if !isBack { links.append((.attended, "Back at school")) }
        links.append((.pupilTraced, "Found: at another school, or elsewhere"))
        if !isClosed { links.append((.leaveAuthorised, "Leave was granted until a date")) }
        if !isClosed { links.append((.caseClosed, "Close the case with its outcome")) }
        let items = links.filter { model.mayRecord($0.0) }.map { word, says -> HTML in
            "<li><a href=\"\(model.path)/add/\(word.rawValue)\">\(says)</a></li>"
        }
        let outcome: HTML =
            model.told.last { $0.word == .caseClosed }.map { event -> HTML in
                let code = event.details.word(.outcome) ?? ""
                let says = SchoolCaseOutcome(rawValue: code)?.says ?? Choices.spoken(code).capitalisedFirst
                return "<p><b>\(says)</b> <span class=\"small\">Closed \(clock.moment(event.occurredAt))</span></p>"
            } ?? HTML()
        let leave: HTML =
            model.row.school.leaveUntil.map { until -> HTML in
                "<p>Leave was granted; the child is expected back \(clock.moment(until)). The days count from then.</p>"
            } ?? HTML()
        return """
            <section class="card"><h2>How it ends</h2>\(outcome)\(leave)<ul class="plain">\(items)</ul></section>
            """
    }

    private var roll: HTML {
        if model.row.school.isOffRoll {
            let removed = model.told.last { $0.word == .removedFromRoll }
            let ground = removed?.details.word(.ground).map { RollGround(rawValue: $0)?.says ?? $0.spaced } ?? ""
            return """
                <section class="card"><h2>The roll</h2><p>Off the roll\(removed.map { event -> HTML in " \(clock.moment(event.occurredAt))" }).
                <span class="small">\(ground)</span></p>\(file)</section>
                """
        }
        let state: HTML
        if let refusal = model.rollRefusal {
            state = """
                <p>\(Tag("Stays on the roll", .wait).html)\(refusal.says) <span class="small">\(refusal.source)</span></p>
                <p class="small">\(refusal.wayOn)</p>
                """
        } else {
            state = "<p>School and authority have looked, and the time is over: a lawful ground is needed.</p>"
        }
        let link: HTML =
            model.mayRecord(.removedFromRoll)
            ? "<p><a href=\"\(model.path)/add/removed-from-roll\">Take the child off the roll</a></p>" : HTML()
        return "<section class=\"card\" id=\"roll\"><h2>The roll</h2>\(state)\(link)\(file)</section>"
    }

    /// The transfer file and the pupil's information, where the protocol asks for them.
    private var file: HTML {
        let duties = model.row.duties.filter { ["transfer-file", "pupil-information"].contains($0.duty) }
        let items = duties.map { duty -> HTML in
            let done = [.done, .doneLate].contains(duty.state)
            let tag =
                done ? Tag("Done", .ok) : duty.state == .overdue ? Tag("Overdue", .now) : Tag("To do", .soon)
            let link: HTML =
                !done && model.mayRecord(duty.doneBy)
                ? " <a href=\"\(model.path)/add/\(duty.doneBy.rawValue)\">Record it</a>" : HTML()
            return
                "<li>\(tag.html)\(duty.says). <span class=\"small\">\(done ? HTML() : duty.due.map { clock.due($0) } ?? HTML())</span>\(link)</li>"
        }
        return items.isEmpty ? HTML() : "<ul class=\"plain\">\(items)</ul>"
    }
}
