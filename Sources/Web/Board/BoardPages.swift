// SPDX-License-Identifier: MIT

import Analysis
import Casework
import HTTPTypes
import Hummingbird
import NIOCore

/// `/`, the part of it that refreshes itself, and the stream that says when.
enum BoardPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        switch call.account.role {
        case .administrator: return try await AdministrationPages.show(call)
        case .auditor: return try await LooksPages.show(call)
        case let role where role.seesChildren:
            let board = board(call)
            try await call.shows(board.children + OpeningNotices(call).open.map(\.child.id))
            return try await call.remembered {
                call.page(
                    board.heading, board.page, in: .board, scripts: [StaticFiles.live], refreshSeconds: 30)
            }
        default: return try await FiguresPages.show(call)
        }
    }

    @Sendable static func part(_ call: Call) async throws -> Response {
        let board = board(call)
        try await call.shows(board.children + OpeningNotices(call).open.map(\.child.id))
        return .page(board.part)
    }

    private static func board(_ call: Call) -> BoardMemory.Written {
        call.site.boards.board(of: call.account.actor, in: call.state, now: call.now) {
            let partnership = call.site.partnership
            let owed = BoardModel.Source(
                standings: { partnership.standings(of: $0, withReasons: false) },
                childStandings: { partnership.childStandings(of: $0) },
                childrenOwedSomething: { partnership.childrenOwedSomething() })
            let model = BoardModel(state: call.state, actor: call.account.actor, now: call.now, owed: owed)
            return BoardView(
                model, role: call.account.role, notices: HandOverNotices(call).html + OpeningNotices(call).html)
        }
    }
}
