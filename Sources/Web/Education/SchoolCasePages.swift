// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird
import Partnership
import Procedures
import WorkingTime

/// `/episodes/{episode}/education`: one pupil's case, and the two weighings that are recorded on it.
enum SchoolCasePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(try await page(call, typed: call.query, fault: nil))
    }

    /// The seven circumstances. A yes is noted where it is kept, and leads straight to the referral.
    @Sendable static func recordCircumstances(_ call: Call) async throws -> Response {
        guard let row = SchoolCaseRow(call.episode, call) else { throw PageFault.notFound }
        let asked = ImmediateCircumstance.allCases
        let answered = asked.filter { !call.form[$0.rawValue].isEmpty }
        guard answered.count == asked.count else {
            return .page(
                try await page(call, typed: call.form, fault: "Answer all seven: yes, no or not known."),
                status: .unprocessableContent)
        }
        let holding = asked.filter { call.form[$0.rawValue] == "yes" }
        let unknown = asked.filter { call.form[$0.rawValue] == "unknown" }
        let today = call.today
        var acts = holding.filter { $0.isNotedAsRisk && !$0.holds(of: row.child.facts, on: today) }.map {
            circumstance in
            Act(
                .riskNoted, .child(row.child.id), occurredAt: .at(call.now),
                details: [.kind: .word(circumstance.rawValue)])
        }
        var details: Details = [
            .kind: .word(SchoolCaseModel.seven), .outcome: .word(holding.isEmpty ? "enquire" : "refer"),
        ]
        if !holding.isEmpty { details[.items] = .words(holding.map(\.rawValue)) }
        if !unknown.isEmpty { details[.unanswered] = .words(unknown.map(\.rawValue)) }
        acts.append(
            Act(.vulnerabilityAssessed, .episode(call.episode.id), occurredAt: .at(call.now), details: details))
        let episode = call.episode.id.number
        return try await submit(
            acts, call,
            then: holding.isEmpty
                ? "/episodes/\(episode)/education?said=none#weighing" : "/episodes/\(episode)/add/referred?to=mash")
    }

    /// The further questions, each in a sentence, and what was judged from them.
    @Sendable static func recordJudgement(_ call: Call) async throws -> Response {
        guard SchoolCaseRow(call.episode, call) != nil else { throw PageFault.notFound }
        let questions = SchoolCaseModel.judgementQuestions(call).map(\.id)
        let answers = questions.compactMap { question in
            let typed = call.form["q.\(question)"]
            return typed.isEmpty ? nil : Answer(question: question, answer: typed)
        }
        let outcome = call.form["outcome"]
        guard !answers.isEmpty, ["refer", "enquire"].contains(outcome) else {
            let says = answers.isEmpty ? "Answer at least one question." : "Say what you judge: refer, or go on asking."
            return .page(try await page(call, typed: call.form, fault: says), status: .unprocessableContent)
        }
        let open = questions.filter { question in !answers.contains { $0.question == question } }
        var details: Details = [
            .kind: .word(SchoolCaseModel.judgement), .outcome: .word(outcome), .answers: .answers(answers),
        ]
        if !open.isEmpty { details[.unanswered] = .words(open) }
        if !call.form["result"].isEmpty { details[.result] = .text(call.form["result"]) }
        let act = Act(
            .vulnerabilityAssessed, .episode(call.episode.id), occurredAt: .at(call.now), details: details)
        let episode = call.episode.id.number
        return try await submit(
            [act], call,
            then: outcome == "refer"
                ? "/episodes/\(episode)/add/referred?to=mash" : "/episodes/\(episode)/education?said=judged#weighing")
    }

    private static func submit(_ acts: [Act], _ call: Call, then place: String) async throws -> Response {
        try await call.record(acts) { _ in
            place
        } orShow: { refusal in
            .page(
                try await page(call, typed: call.form, fault: refusal.inFull),
                status: .unprocessableContent)
        }
    }

    private static func page(_ call: Call, typed: FormFields, fault: String?) async throws -> HTML {
        if SchoolCaseRow(call.episode, call) == nil { return noCase(call) }
        let model = try await SchoolCaseModel(call)
        let title = "\(model.row.child.facts.name): missing from education"
        return call.page(
            (fault == nil ? "" : "Error: ") + title, SchoolCaseView(model: model, typed: typed, fault: fault).html,
            in: .education)
    }

    /// The episode is none of a pupil who does not come to school.
    private static func noCase(_ call: Call) -> HTML {
        let name = call.child.facts.name
        let path = "/episodes/\(call.episode.id.number)"
        let main: HTML = """
            \(Parts.breadcrumbs([("Board", "/"), (name, "/children/\(call.child.id.number)"), ("Episode", path)], "Missing from education"))
            <div class="narrow"><h1>No case of missing from education</h1>
            <p>This episode of \(name) is not about school: nobody has noted an absence in it. A school notes one under
            “Not here today”, and a case begins by that.</p>
            <p><a href="\(path)">Back to the episode</a></p></div>
            """
        return call.page("No case: \(name)", main, in: .education)
    }
}
