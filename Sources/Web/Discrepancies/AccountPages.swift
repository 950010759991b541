// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird

/// `/episodes/{episode}/accounts`: each agency's version as it was received, side by side, and what they differ on.
enum AccountPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let found = Discrepancies(of: call.episode)
        let positions = Set(
            found.accounts.map(\.position) + found.differences.compactMap { $0.settled?.position })
        let marks = call.episode.history.recorded.filter { positions.contains($0.position) }
        let told = try await call.told(marks, of: call.child)
        var events: [Position: Event] = [:]
        for case .event(let position, let event) in told { events[position] = event }
        let view = AccountView(call: call, found: found, events: events)
        return .page(call.page("Accounts: \(view.name)", view.html, in: .board))
    }
}
