// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Procedures

/// `/episodes/{episode}/interview`: the return interview after one episode, from the referral to what came of it.
enum InterviewPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(try await page(call, faults: []))
    }

    static func page(_ call: Call, faults: [FieldFault], guardrail: GuardrailRefusal? = nil) async throws -> HTML {
        let model = try await InterviewModel(call)
        let title = (faults.isEmpty ? "" : "Error: ") + "Return interview: \(model.name)"
        return call.page(
            title, InterviewView(model, call, faults, guardrail).html, in: .interviews)
    }
}

/// Naming who holds the interview: how they stand to placement and authority is what the record says.
enum AssignPages {
    @Sendable static func record(_ call: Call) async throws -> Response {
        let who = call.form["interviewer"]
        guard let worker = call.state.workers[who], !worker.hasLeft else {
            let fault = FieldFault(control: "interviewer", says: "Choose who holds the interview.")
            return try await refused(call, fault, nil)
        }
        let standing = InterviewerStanding(of: worker, to: call.child.facts, on: call.now, in: call.state)
        let details: Details = [
            .interviewer: .word(who), .kind: .word(standing.rawValue), .agency: .word(worker.agency.name),
            .consent: .flag(call.form["asked"] == "yes"),
        ]
        let act = Act(
            .interviewAssigned, .episode(call.episode.id), occurredAt: .at(call.now), details: details)
        let place = "/episodes/\(call.episode.id.number)/interview?recorded=interview-assigned"
        return try await call.record([act]) { _ in
            place
        } orShow: { refusal in
            var guardrail: GuardrailRefusal?
            if case .guardrail(let rule) = refusal { guardrail = rule }
            let fault = FieldFault(control: "interviewer", says: refusal.inFull)
            return try await refused(call, fault, guardrail)
        }
    }

    private static func refused(
        _ call: Call, _ fault: FieldFault, _ guardrail: GuardrailRefusal?
    ) async throws -> Response {
        .page(
            try await InterviewPages.page(call, faults: [fault], guardrail: guardrail), status: .unprocessableContent)
    }
}
