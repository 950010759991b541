// SPDX-License-Identifier: MIT

import Analysis
import Casework
import Hummingbird

/// `/wall`: the board of whoever is signed in at a screen on a wall, and the part of it that refreshes itself.
enum WallPages {
    @Sendable static func show(_ call: Call) async throws -> Response {
        let model = WallModel(call)
        try await call.shows(model.board.children)
        let query = "?names=\(model.names.rawValue)"
        let choices = WallModel.Names.allCases.map { names -> HTML in
            "<li><a href=\"/wall?names=\(names.rawValue)\"\(" aria-current=\"page\"", when: names == model.names)>\(names.says)</a></li>"
        }
        let main: HTML = """
            <div data-live="/wall/part\(query)">\(WallView(model: model).part)</div>
            <p class="unseen" aria-live="polite" data-live-announce></p>
            <nav class="wall-names no-print" aria-label="How children are named here"><ul class="chips">\(choices)</ul></nav>
            """
        return .page(call.page("Wall board", main, scripts: [StaticFiles.live], refreshSeconds: 30))
    }

    @Sendable static func part(_ call: Call) async throws -> Response {
        let model = WallModel(call)
        try await call.shows(model.board.children)
        return .page(WallView(model: model).part)
    }
}

enum WallRoutes {
    static let all: [Route] = [
        .get("/wall", .casework, WallPages.show), .get("/wall/part", .casework, WallPages.part),
    ]
}
