// SPDX-License-Identifier: MIT

import Casework
import Hummingbird

/// `/interviews`: who is back and has an interview coming, who has it, and how long is left.
enum InterviewsPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let model = InterviewsModel(call)
        try await call.shows(Array(Set(model.shown.map(\.child.id))).sorted())
        return .page(
            call.page("Return interviews", InterviewsView(model, role: call.account.role).html, in: .interviews))
    }
}
