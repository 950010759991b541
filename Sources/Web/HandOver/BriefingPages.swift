// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership
import WorkingTime

/// `/hand-over/{briefing}`: what was handed over, to be accepted by somebody who names each child as read.
enum BriefingPages {
    static let read = "read"

    @Sendable static func show(_ call: Call) async throws -> Response { .page(try await page(call, faults: [])) }

    /// Somebody takes it over. Whom they see and have not read, they cannot have taken over.
    @Sendable static func accept(_ call: Call) async throws -> Response {
        guard let model = try await BriefingModel(call) else { throw PageFault.notFound }
        let ticked = Set(call.form.values(read))
        let unread = model.toRead.filter { !ticked.contains("\($0.child.id.number)") }
        if !unread.isEmpty {
            let names = unread.map(\.child.facts.name).joined(separator: ", ")
            return try await refused(call, "Tick each child whom you have read about. Not ticked: \(names).")
        }
        let number = model.handOver.number
        let reads = model.toRead.map { line -> Act in
            let subject = line.handed.episode.map { Act.Subject.episode($0) } ?? .child(line.child.id)
            return Act(.handOverRead, subject, occurredAt: .at(call.now), details: [.what: .number(number)])
        }
        let accepted = Act(
            .briefingAccepted, .partnership, occurredAt: .at(call.now),
            details: [.what: .number(number), .rows: .number(model.lines.count)])
        return try await record(reads + [accepted], call, number)
    }

    /// Somebody else was told that nobody accepts it.
    @Sendable static func passOn(_ call: Call) async throws -> Response {
        guard let model = try await BriefingModel(call) else { throw PageFault.notFound }
        guard let to = Role(rawValue: call.form["to"]), tellable(model).contains(to) else {
            return try await refused(call, "Choose who was told.")
        }
        var details: Details = [.what: .number(model.handOver.number), .to: .word(to.rawValue)]
        let says = String(call.form["says"].prefix(500))
        if !says.isEmpty { details[.narrative] = .text(says) }
        let act = Act(.briefingEscalated, .partnership, occurredAt: .at(call.now), details: details)
        return try await record([act], call, model.handOver.number)
    }

    /// Who may be told: whom the protocol names, and those who answer for the team.
    static func tellable(_ model: BriefingModel) -> [Role] {
        let first = model.standing.rule.escalation.to
        return [first]
            + [model.handOver.from.kind.manager, .teamManager].filter { $0 != first }.reduce(into: []) { roles, role in
                if !roles.contains(role) { roles.append(role) }
            }
    }

    private static func record(_ acts: [Act], _ call: Call, _ number: Int) async throws -> Response {
        try await call.record(acts) { _ in
            "/hand-over/\(number)?recorded=\(acts[acts.count - 1].word.rawValue)"
        } orShow: { refusal in
            try await refused(call, refusal.inFull)
        }
    }

    private static func refused(_ call: Call, _ says: String) async throws -> Response {
        let faults = [FieldFault(control: "accept", says: says)]
        return .page(try await page(call, faults: faults), status: .unprocessableContent)
    }

    private static func page(_ call: Call, faults: [FieldFault]) async throws -> HTML {
        guard let model = try await BriefingModel(call) else { throw PageFault.notFound }
        try await call.shows(model.lines.map(\.child.id))
        let title = "\(HandOverSaying.name(madeAt: model.handOver.madeAt)) \(model.handOver.number)"
        let main = BriefingView(model: model, call: call, faults: faults).html
        return call.page((faults.isEmpty ? "" : "Error: ") + title, main, in: .handOver)
    }
}
