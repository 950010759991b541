// SPDX-License-Identifier: MIT

import Hummingbird

/// `/meetings`: what is to be held, what is arranged, what was held and what came of it.
enum MeetingListPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let model = MeetingListModel(call)
        try await call.shows(model.children)
        return .page(call.page("Meetings", MeetingListView(model: model, call: call).html, in: .meetings))
    }
}
