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
        case .boardMember, .councilMember: return try await AreaReportPages.list(call)
        case .auditor: return try await LooksPages.show(call)
        case let role where role.seesChildren:
            return try await call.remembered { call in
                let board = Self.board(call)
                let page = call.page(
                    board.heading, board.page, in: .board, scripts: [StaticFiles.live], refreshSeconds: 30)
                return WrittenPage(page, naming: board.children)
            }
        default: return try await FiguresPages.show(call)
        }
    }

    @Sendable static func part(_ call: Call) async throws -> Response {
        try await call.remembered { call in
            let board = Self.board(call)
            return WrittenPage(board.part, naming: board.children)
        }
    }

    private static func board(_ call: Call) -> BoardView {
        let model = BoardModel(call)
        return BoardView(
            model, role: call.account.role, notices: OpeningNotices(call),
            others: HandOverNotices(call).html + OfferNotices(call).html)
    }
}
