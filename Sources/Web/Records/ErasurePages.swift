// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import Partnership
import WorkingTime

/// `/children/{child}/erasure`: why a record is kept and until when; its end, which one person proposes and another
/// confirms.
enum ErasurePages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        .page(try await page(call, faults: []))
    }

    @Sendable static func propose(_ call: Call) async throws -> Response {
        let form = call.form
        guard let ground = ErasureGround(rawValue: form["ground"]) else {
            return try await refused(call, [("ground", "Choose by which right it is erased.")])
        }
        var decided: [String: String] = [:]
        for id in form.values("mention") where !form["m\(id)"].isEmpty {
            decided[id] = Self.mentionChoices.first { $0.code == form["m\(id)"] }?.says
        }
        let planned = PlannedErasure(child: call.child.id, ground: ground, reason: form["reason"], decided: decided)
        return try await recorded(call, control: "reason") {
            _ = try await call.site.partnership.proposeErasure(planned, by: call.account.actor)
            return "/children/\(call.child.id.number)/erasure"
        }
    }

    @Sendable static func withdraw(_ call: Call) async throws -> Response {
        let child = call.child.id
        return try await recorded(call, control: "withdrawn") {
            try await call.site.partnership.withdrawErasure(
                of: child, because: call.form["withdrawn"], by: call.account.actor)
            return "/children/\(child.number)/erasure"
        }
    }

    @Sendable static func confirm(_ call: Call) async throws -> Response {
        let child = call.child.id
        return try await recorded(call, control: "typed") {
            let receipt = try await call.site.partnership.erase(
                child, reference: call.form["typed"], by: call.account.actor, elsewhere: call.site.erasingElsewhere)
            return "/records?erased=\(receipt.entryCount)"
        }
    }

    /// What may be said of a text elsewhere in which the child's name stands. Nothing can be changed in it.
    static let mentionChoices: [(code: String, says: String)] = [
        ("own", "It is the other child's own record and stays as long as theirs"),
        ("namesake", "It is about somebody else of that name"),
        ("agency", "It belongs to no child and stays"),
    ]

    private static func recorded(
        _ call: Call, control: String, _ record: () async throws -> String
    ) async throws -> Response {
        do {
            return try await call.once { () async throws(Recording) -> String in
                do { return try await record() } catch { throw .failed(error) }
            } orShow: { _ in
                throw PageFault.notFound
            }
        } catch let refusal as ErasureRefusal {
            return try await refused(call, [(Self.control(of: refusal) ?? control, refusal.says)])
        }
    }

    private static func control(of refusal: ErasureRefusal) -> String? {
        switch refusal {
        case .mentionsAreNotReviewed(let ids): ids.first.map { "m\($0)" }
        case .reasonIsLacking, .reasonNamesTheChild: nil
        case .isTooSoon, .dateIsNotKnown: "ground"
        default: nil
        }
    }

    private static func refused(_ call: Call, _ faults: [(control: String, says: String)]) async throws -> Response {
        .page(try await page(call, faults: faults), status: .unprocessableContent)
    }

    private static func page(_ call: Call, faults: [(control: String, says: String)]) async throws -> HTML {
        let partnership = call.site.partnership
        let planned = try await partnership.proposedErasure(of: call.child.id)
        // Every other record is read for the name, which takes a while: only once somebody asks for it.
        let isLooking = planned == nil && (call.query["look"] == "everywhere" || !faults.isEmpty)
        let mentions = isLooking ? try await partnership.mentions(of: call.child.id) : nil
        let others = Set((mentions ?? []).compactMap(\.child)).filter { call.child($0, seeing: .identity) != nil }
        try await call.shows(others.sorted())
        let view = ErasureView(call: call, planned: planned, mentions: mentions, faults: faults)
        let name = call.child.facts.name
        let main: HTML = """
            \(Parts.breadcrumbs([("Records", "/records"), (name, "/children/\(call.child.id.number)")], "Record and its end"))
            <div class="narrow"><h1>Record and its end</h1><p class="lead">\(name), number \(call.child.id.number)</p>\(ErrorSummary(faults).html)\(view.html)</div>
            """
        return call.page((faults.isEmpty ? "" : "Error: ") + "Record and its end: \(name)", main, in: .records)
    }
}
