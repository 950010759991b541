// SPDX-License-Identifier: MIT

import Casework

/// What has been decided so far about the passages of one request, kept for its reviewer until it is given.
struct PassageKeeping {
    let child: ChildID
    let request: Position

    /// Whatever is kept under a child's number goes when the child's record goes.
    var name: String { "subject-access/\(child.number)/\(request)" }

    func decisions(_ call: Call) async throws -> [String: PassageDecision] {
        guard let kept = try await call.site.accounts.draft(name, of: call.account)?.fields else { return [:] }
        let ids = Set(kept.values("decided"))
        return Dictionary(ids.compactMap { id in PassageKeeping.read(id, kept).map { (id, $0) } }) { first, _ in first }
    }

    func keep(_ decisions: [String: PassageDecision], _ call: Call) async throws {
        var fields = FormFields()
        for (id, decision) in decisions.sorted(by: { $0.key < $1.key }) { PassageKeeping.write(decision, id, &fields) }
        try await call.site.accounts.keep(fields, as: name, for: call.account)
    }

    func forget(_ call: Call) async throws { try await call.site.accounts.forget(name, of: call.account) }

    /// What was sent about one passage; nil where nothing was chosen.
    static func read(_ id: String, _ form: FormFields) -> PassageDecision? {
        guard let outcome = PassageDecision.Outcome(rawValue: form["\(id).outcome"]) else { return nil }
        let typed = form.all.filter { $0.name == "\(id).more" }.flatMap { $0.value.split(separator: "\n") }
            .map { String($0).trimmed }.filter { !$0.isEmpty }
        let words = form.values("\(id).words") + typed
        return PassageDecision(
            outcome: outcome, blackedOut: outcome == .blackOut ? words : [],
            exemption: outcome == .show ? nil : Exemption(rawValue: form["\(id).exemption"]),
            reason: form["\(id).reason"])
    }

    private static func write(_ decision: PassageDecision, _ id: String, _ fields: inout FormFields) {
        fields.append("decided", id)
        fields.append("\(id).outcome", decision.outcome.rawValue)
        for words in decision.blackedOut { fields.append("\(id).words", words) }
        if let exemption = decision.exemption { fields.append("\(id).exemption", exemption.rawValue) }
        if !decision.reason.isEmpty { fields.append("\(id).reason", decision.reason) }
    }
}
