// SPDX-License-Identifier: MIT

import Casework
import HTTPTypes
import Hummingbird
import NIOCore

/// `/`, the part of it that refreshes itself, and the stream that says when.
enum BoardPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        switch call.account.role {
        case .administrator: return try await AdministrationPages.show(call)
        case let role where role.seesChildren:
            let view = BoardView(model(call), role: role)
            return .page(
                call.page(view.heading, view.page, in: .board, scripts: [StaticFiles.live], refreshes: true))
        default: return .page(call.page("Figures", AnalystView(call).html, in: .figures))
        }
    }

    @Sendable static func part(_ call: Call) async throws -> Response {
        .page(BoardView(model(call), role: call.account.role).part)
    }

    private static func model(_ call: Call) -> BoardModel {
        BoardModel(state: call.state, actor: call.account.actor, now: call.now) {
            call.site.partnership.standings(of: $0)
        }
    }
}
