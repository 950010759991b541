// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Ledger
import Partnership
import WorkingTime

/// Says looks in the words of a screen, as far as its reader may know of them.
struct LookTelling: Sendable {
    let call: Call
    /// Names of those who may sign in, by their short names.
    let names: [String: String]
    /// Whether it is the reader's own trail, in which nothing may stand that they were not told at the time.
    let isOwn: Bool

    init(_ call: Call, isOwn: Bool = false) async throws {
        self.call = call
        self.isOwn = isOwn
        names = Dictionary(
            try await call.site.accounts.all().map { ($0.worker, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func name(_ worker: String?) -> String {
        guard let worker else { return "Nobody who is known" }
        return names[worker] ?? call.state.workers[worker]?.name ?? worker
    }

    /// "Social worker, Eastmoor Council"
    func office(_ actor: Actor) -> String {
        let agency = actor.agency.map { call.state.agencies[$0]?.name ?? $0.name.spaced }
        return [actor.role.spoken.capitalisedFirst, agency].compactMap(\.self).joined(separator: ", ")
    }

    /// What the reader may know of a look: in their own trail, a search for somebody who is hidden from them is a search
    /// that found nobody.
    func told(_ look: Look) -> Look {
        guard isOwn, look.kind == .soughtInVain else { return look }
        return Look(.searched, by: look.by, at: look.at, route: look.route, words: look.words)
    }

    /// Whether the reader may know of a look at all: their own; about a child, where the table lets them see who looked;
    /// about none, where it was somebody of their own agency's.
    func mayKnow(_ look: Look) -> Bool {
        if isOwn || look.by.worker == call.account.worker { return true }
        guard let child = look.child, call.state.child(child) != nil else {
            return look.by.agency == call.account.agency
        }
        return call.access.maySee(.audit, of: child)
    }

    /// The child, by name only to who may see it, and never to an auditor.
    func child(_ look: Look) -> HTML {
        guard let id = look.child else { return HTML() }
        guard let child = call.state.child(id), call.access.maySee(.identity, of: id) else {
            return call.access.maySee(.audit, of: id) && call.state.child(id) != nil
                ? "<a href=\"/children/\(id.number)/looks\">Child \(id.number)</a>" : "Child \(id.number)"
        }
        return "<a href=\"/children/\(id.number)\">\(child.facts.name)</a>, child \(id.number)"
    }
}
