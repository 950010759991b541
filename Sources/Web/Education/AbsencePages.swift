// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import WorkingTime

/// `/children/{child}/absence`: that a pupil is not here, whether the parents were reached, and what they said.
enum AbsencePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(page(call, typed: FormFields(), fault: nil))
    }

    @Sendable static func record(_ call: Call) async throws -> Response {
        let child = call.child
        var place = "/school"
        let acts: [Act]
        switch call.form["step"] {
        case "absent":
            place = "/school?noted=\(child.id.number)#p-\(child.id.number)"
            acts = [
                Act(
                    .absenceNoted, .child(child.id), occurredAt: .at(call.now),
                    details: [.since: .date(call.today), .kind: .word("all-day")])
            ]
        case "part":
            guard let part = partOfTheDay(call) else {
                return .page(
                    page(call, typed: call.form, fault: "Say which part of the day, and whether the child is back."),
                    status: .unprocessableContent)
            }
            place = "/school?noted=\(child.id.number)#p-\(child.id.number)"
            acts = part
        case "back":
            guard let open = call.state.openSchoolCase(of: child.id) else { throw PageFault.notFound }
            acts = [Act(.attended, .episode(open.id), occurredAt: .at(call.now))]
        default:
            do {
                acts = try said(call)
            } catch {
                return .page(page(call, typed: call.form, fault: error.says), status: .unprocessableContent)
            }
            if let open = call.state.openSchoolCase(of: child.id) {
                place = "/episodes/\(open.id.number)/education"
            }
        }
        return try await call.record(acts) { _ in
            place
        } orShow: { refusal in
            .page(
                page(call, typed: call.form, fault: refusal.inFull), status: .unprocessableContent)
        }
    }

    private static let partsOfTheDay: [(String, String)] = [
        ("morning", "Did not come this morning"), ("afternoon", "Did not come back after lunch"),
        ("lesson", "Was not in a lesson, or in some"),
    ]

    /// A pupil who was here for part of the day only, and is back or not; nil where that was not said.
    private static func partOfTheDay(_ call: Call) -> [Act]? {
        let form = call.form
        guard let part = partsOfTheDay.first(where: { $0.0 == form["part"] })?.1, ["yes", "no"].contains(form["here"])
        else { return nil }
        let noted: Details = [
            .since: .date(call.today), .kind: .word("part-of-the-day"), .narrative: .text(part + "."),
        ]
        var acts = [Act(.absenceNoted, .child(call.child.id), occurredAt: .at(call.now), details: noted)]
        if form["here"] == "yes" {
            let said = form["talk"].trimmed
            let details: Details = said.isEmpty ? [:] : [.narrative: .text(said)]
            acts.append(Act(.attended, .sameAsBefore, occurredAt: .at(call.now), details: details))
        }
        return acts
    }

    private struct Lacking: Error {
        let says: String
    }

    /// What was said on the page, as acts. A parent who did not answer was not reached: that is an enquiry.
    private static func said(_ call: Call) throws(Lacking) -> [Act] {
        let form = call.form
        guard let open = call.state.openSchoolCase(of: call.child.id) else {
            throw Lacking(says: "This pupil is not noted as absent any more.")
        }
        let text = form["said"]
        let reason = Self.reasons.first { $0.0 == form["reason"] }?.1
        let words = [reason, text.isEmpty ? nil : text].compactMap(\.self).joined(separator: ". ")
        var details: Details = [:]
        if !words.isEmpty { details[.result] = .text(words) }
        switch form["reached"] {
        case "yes":
            if !form["how"].isEmpty { details[.how] = .word(form["how"]) }
            if words.isEmpty { throw Lacking(says: "Write what they said: is the child safe at home?") }
            var acts = [Act(.parentsContacted, .episode(open.id), occurredAt: .at(call.now), details: details)]
            if form["reason"] == "leave" {
                guard let date = try? TimeFields.date(form["until"], orTodayOf: call.now), !form["until"].isEmpty else {
                    throw Lacking(says: "Say on which day the child is expected back.")
                }
                let until: Details = [.until: .time(.on(date))]
                acts.append(Act(.leaveAuthorised, .episode(open.id), occurredAt: .at(call.now), details: until))
            }
            return acts
        case "no":
            details[.kind] = .word(EnquiryKind.telephones.rawValue)
            details[.outcome] = .word("no-answer")
            return [Act(.enquiryMade, .episode(open.id), occurredAt: .at(call.now), details: details)]
        default: throw Lacking(says: "Say whether you reached the parents.")
        }
    }

    private static let reasons: [(String, String)] = [
        ("ill", "Ill"), ("appointment", "An appointment"), ("leave", "Leave, agreed by the head"),
        ("not-known", "They do not know where the child is"), ("worry", "Something worries me"),
    ]

    private static func page(_ call: Call, typed: FormFields, fault: String?) -> HTML {
        let child = call.child
        let telling = Telling(state: call.state, now: call.now)
        let row = call.state.openSchoolCase(of: child.id).flatMap { SchoolCaseRow($0, call) }
        let error: HTML =
            fault.map { text -> HTML in
                """
                <div class="summary-of-errors" role="alert" tabindex="-1"><h2>There is a problem</h2><p><a href="#\(row == nil ? "part" : "reached")">\(text)</a></p></div>
                """
            } ?? HTML()
        let body: HTML = row.map { form($0, call, typed) } ?? absent(call, typed)
        let title = "\(child.facts.name): not here"
        let main: HTML = """
            \(Parts.breadcrumbs([("Not here today", "/school")], child.facts.name))
            <div class="narrow">\(error)<h1>\(telling.nameWithAge(child))</h1>\(body)</div>
            """
        return call.page((fault == nil ? "" : "Error: ") + title, main, in: .school)
    }

    private static func absent(_ call: Call, _ typed: FormFields) -> HTML {
        let here = [("yes", "Yes"), ("no", "No")]
        return """
            <p class="lead">Nothing is noted for today.</p>
            <form method="post" action="\(call.path)">\(Parts.hidden(call))<input type="hidden" name="step" value="absent">
            <p class="submit"><button class="btn">Not here today</button> <a href="/children/\(call.child.id.number)/gone">Was here and is gone</a></p></form>
            <section class="card"><h2>Missed part of the day</h2>
            <form method="post" action="\(call.path)">\(Parts.hidden(call))<input type="hidden" name="step" value="part">
            <fieldset class="field" id="part" tabindex="-1"><legend>Which part?</legend><div class="choices">\(radios("part", partsOfTheDay, typed))</div></fieldset>
            <fieldset class="field"><legend>Is the child here now?</legend><div class="choices inline">\(radios("here", here, typed))</div></fieldset>
            <div class="field"><label for="talk">What did the child say? <span class="optional">(if here)</span></label>
            <p class="hint" id="talk-hint">Ask without reproach why they were not there, and whether something worries them.</p>
            <textarea id="talk" name="talk" rows="3" aria-describedby="talk-hint">\(typed["talk"])</textarea></div>
            <p class="submit"><button class="btn">Write it down</button></p></form></section>
            """
    }

    private static func radios(_ name: String, _ choices: [(String, String)], _ typed: FormFields) -> [HTML] {
        choices.map { code, says -> HTML in
            """
            <label class="choice"><input type="radio" name="\(name)" value="\(code)"\(" checked", when: typed[name] == code)> \(says)</label>
            """
        }
    }

    private static func form(_ row: SchoolCaseRow, _ call: Call, _ typed: FormFields) -> HTML {
        let how = ["phone", "message", "email", "in-person"].map { ($0, Choices.spoken($0).capitalisedFirst) }
        return """
            <p class="lead">\(row.since(call.today)).</p>
            <form method="post" action="\(call.path)">\(Parts.hidden(call))<input type="hidden" name="step" value="said">
            <fieldset class="field" id="reached" tabindex="-1"><legend>Have you reached the parents?</legend>
            <div class="choices inline">\(radios("reached", [("yes", "Yes"), ("no", "Tried, no answer")], typed))</div></fieldset>
            <fieldset class="field"><legend>How? <span class="optional">(if reached)</span></legend><div class="choices inline">\(radios("how", how, typed))</div></fieldset>
            <fieldset class="field"><legend>Why is the child not here?</legend><div class="choices">\(radios("reason", reasons, typed))</div></fieldset>
            <div class="field"><label for="until">Expected back on <span class="optional">(if leave was agreed)</span></label>
            <input class="short" id="until" name="until" type="date" value="\(typed["until"])"></div>
            <div class="field"><label for="said">What did they say?</label><p class="hint" id="said-hint">Is the child safe at home? Who told you?</p>
            <textarea id="said" name="said" rows="3" aria-describedby="said-hint">\(typed["said"])</textarea></div>
            <p class="submit"><button class="btn">Write it down</button>
            <a href="/episodes/\(row.episode.id.number)/education#weighing">Must the child be referred now?</a></p></form>
            """
    }
}
